import { Injectable } from '@nestjs/common';
import { answeringSide, hasEnded, type Claim } from '../../../../shared/commitments/commitment.lifecycle.js';
import type { CommitmentPart } from '../../../../shared/commitments/progress.schema.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CommitmentRepository } from '../commitment.repository.js';
import { CommitmentEventRepository } from '../story/commitment-event.repository.js';
import { storyOf } from '../story/commitment-story.js';
import { Speakers } from './speakers.js';

/** What a member may do about a commitment, for the page that offers it. */
@Injectable()
export class OwnPart {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly commitments: CommitmentRepository,
    private readonly events: CommitmentEventRepository,
    private readonly speakers: Speakers,
  ) {}

  /** @throws Failure `request.not_found` */
  read(member: DyadMember, id: string): Promise<CommitmentPart> {
    const { dyadId, roles, side } = member;
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const row = await this.commitments.find(tx, dyadId, id);
      if (!row) throw new Failure('request.not_found');
      const story = storyOf(row.content, await this.events.of(tx, id));
      const own = await this.speakers.organisationsOf(tx, member);
      const answersAsSteward = roles.includes('steward');
      const speaks = (claim: Claim) =>
        answeringSide(claim.side) === side && (answersAsSteward || own.some((one) => one.side === side));
      const isOpen = ({ answer, withdrawn }: Claim) => !withdrawn && (answer === 'waiting' || answer === 'unanswered');
      const isOver = hasEnded(story);
      return {
        reportsFor: isOver ? [] : own.filter((one) => row.content.organisations.includes(one.id)),
        mayAnswer: isOver ? [] : story.claims.filter((one) => isOpen(one) && speaks(one)).map(({ number }) => number),
        answersFor: own.filter((one) => one.side === side),
        answersAsSteward,
        mayAssess: !isOver && roles.includes('evaluator') && own.length === 0,
      };
    });
  }
}
