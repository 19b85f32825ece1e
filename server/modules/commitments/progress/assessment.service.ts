import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import type { assessCommitment } from '../../../../shared/commitments/progress.contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import { requireBothLanguages } from '../../../../shared/language/both-languages.rules.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { CommitmentEventRepository } from '../story/commitment-event.repository.js';
import { CommitmentStories } from '../story/commitment-story.js';
import { requireMilestone } from './milestone.policy.js';
import { Speakers } from './speakers.js';

/** What independent evaluators hold of a commitment; each assessment stands, and none speaks for another. */
@Injectable()
export class AssessmentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly stories: CommitmentStories,
    private readonly events: CommitmentEventRepository,
    private readonly speakers: Speakers,
    private readonly dyads: DyadReader,
  ) {}

  /** @throws Failure as the contract says */
  assess({ params, body, idempotency }: InputOf<typeof assessCommitment>, permit: Permit): Promise<void> {
    const { dyadId, memberId } = permit.member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      const taken = await this.stories.take(tx, dyadId, params.commitment);
      const signsForAny = (await this.speakers.organisationsOf(tx, permit.member)).length > 0;
      permit.require('commitment.assess', { signsForAny });
      requireMilestone(taken.story, body.milestone);
      const { a, b } = (await this.dyads.profile(tx, dyadId)).languageOf;
      requireBothLanguages([a, b], { 'body.reasons': body.reasons, 'body.uncertainty': body.uncertainty });
      const evaluator = await this.events.evaluatorNumber(tx, dyadId, memberId);
      // An evaluator speaks for neither side, whichever they belong to.
      const by = { memberId, side: null, organisationId: null };
      const event = { type: 'assessed', body: { ...body, evaluator }, ...by, claim: null } as const;
      if (!(await this.stories.add(tx, taken, event))) throw new Failure('commitment.ended');
    });
  }
}
