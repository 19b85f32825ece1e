import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import { hasEnded, type Claim } from '../../../../shared/commitments/commitment.lifecycle.js';
import type * as contracts from '../../../../shared/commitments/progress.contract.js';
import { Failure, InvalidRequest } from '../../../../shared/contract/failure.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { CommitmentStories, type Taken } from '../story/commitment-story.js';
import { Speakers } from './speakers.js';
import { requireMilestone } from './milestone.policy.js';

/** What responsible organisations say of their promise, and what the other side says to it. */
@Injectable()
export class ClaimService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly stories: CommitmentStories,
    private readonly speakers: Speakers,
    private readonly dyads: DyadReader,
  ) {}

  /** @throws Failure as the contract says */
  report(input: InputOf<typeof contracts.reportProgress>, permit: Permit): Promise<{ claim: number }> {
    const { params, idempotency } = input;
    const { organisation, ...body } = input.body;
    const { dyadId, memberId } = permit.member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      const taken = await this.stories.take(tx, dyadId, params.commitment);
      const isResponsible = taken.row.content.organisations.includes(organisation);
      const spokenFor = (await this.speakers.organisationsOf(tx, permit.member)).find(({ id }) => id === organisation);
      permit.require('progress.report', { signsFor: isResponsible && spokenFor !== undefined });
      requireMilestone(taken.story, body.milestone);
      await this.requireLanguage(tx, dyadId, 'body.narrative.language', body.narrative.language);
      const by = { memberId, side: spokenFor?.side ?? null, organisationId: organisation };
      const claim = taken.story.claims.length + 1;
      await this.add(tx, taken, { type: 'reported', body, ...by, claim });
      return { claim };
    });
  }

  /** @throws Failure as the contract says; `claim.closed` when it is taken back already */
  withdraw(input: InputOf<typeof contracts.withdrawClaim>, permit: Permit): Promise<void> {
    const { params, body, idempotency } = input;
    const { dyadId, memberId } = permit.member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      const taken = await this.stories.take(tx, dyadId, params.commitment);
      claimOf(taken, params.claim);
      const organisationId = taken.claimants[params.claim - 1] ?? null;
      const own = (await this.speakers.organisationsOf(tx, permit.member)).find(({ id }) => id === organisationId);
      permit.require('progress.withdraw', { signsFor: own !== undefined });
      await this.requireLanguage(tx, dyadId, 'body.reason.language', body.reason.language);
      const by = { memberId, side: own?.side ?? null, organisationId };
      await this.add(tx, taken, { type: 'claim_withdrawn', body, ...by, claim: params.claim });
    });
  }

  /** @throws Failure as the contract says; `claim.closed` when it is answered, or taken back */
  answer(input: InputOf<typeof contracts.answerClaim>, permit: Permit): Promise<void> {
    const { params, body, idempotency } = input;
    const { dyadId, memberId, side, strong } = permit.member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      const taken = await this.stories.take(tx, dyadId, params.commitment);
      const { organisation, ...said } = body.answer;
      const claim = claimOf(taken, params.claim);
      const answersClaim = await this.speakers.mayAnswer(tx, permit.member, claim, organisation);
      permit.require('progress.answer', { answersClaim });
      // Who acts as a steward proves a second factor; a delegate does not have to have one.
      if (organisation === null && !strong) throw new Failure('session.second_factor_needed');
      const by = { memberId, side, organisationId: organisation, claim: claim.number };
      if (said.answer === 'acknowledged') return this.add(tx, taken, { type: 'acknowledged', body: {}, ...by });
      await this.requireLanguage(tx, dyadId, 'body.answer.reason.language', said.reason.language);
      const { part, reason, evidence } = said;
      return this.add(tx, taken, { type: 'contested', body: { part, reason, evidence }, ...by });
    });
  }

  /** What the rule refuses now is either over, or said already. */
  private async add(tx: Tx, taken: Taken, event: Parameters<CommitmentStories['add']>[2]): Promise<void> {
    if (!(await this.stories.add(tx, taken, event)))
      throw new Failure(hasEnded(taken.story) ? 'commitment.ended' : 'claim.closed');
  }

  /** @throws InvalidRequest when people here do not write in it */
  private async requireLanguage(tx: Tx, dyadId: string, field: string, language: string): Promise<void> {
    const { languages } = await this.dyads.profile(tx, dyadId);
    if (!languages.includes(language)) throw new InvalidRequest([{ field, rule: 'not_one_of', params: {} }]);
  }
}

/** @throws Failure `request.not_found` */
function claimOf({ story }: Taken, number: number): Claim {
  const claim = story.claims[number - 1];
  if (!claim) throw new Failure('request.not_found');
  return claim;
}
