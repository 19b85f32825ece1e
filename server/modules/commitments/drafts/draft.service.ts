import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import type * as contracts from '../../../../shared/commitments/commitment.contract.js';
import type { CommitmentDraftView } from '../../../../shared/commitments/commitment.schema.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { DyadMember } from '../../../../shared/access/actor.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { randomId } from '../../../platform/ids/ids.js';
import { CommitmentRepository } from '../commitment.repository.js';
import { CommitmentContents } from './commitment-contents.js';
import { DraftViews } from './draft-views.js';

/** What a commitment is called by whoever wrote it last: its id, and the hash of what stands there. */
export interface Drafted {
  readonly commitment: string;
  readonly hash: string;
}

/** Drafting: it binds nobody, and is for those who draft or steward. */
@Injectable()
export class CommitmentDrafts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly commitments: CommitmentRepository,
    private readonly contents: CommitmentContents,
    private readonly views: DraftViews,
    private readonly clock: Clock,
  ) {}

  list({ dyadId }: DyadMember): Promise<CommitmentDraftView[]> {
    return this.unitOfWork.run({ dyadId }, async (tx) =>
      this.views.of(tx, dyadId, await this.commitments.drafts(tx, dyadId)),
    );
  }

  /** @throws Failure as the contract says */
  draft(input: InputOf<typeof contracts.draftCommitment>, permit: Permit): Promise<Drafted> {
    const { dyadId, memberId, side } = permit.member;
    return this.unitOfWork.once({ dyadId }, permit, input.idempotency, async (tx) => {
      const sealed = await this.contents.sealed(tx, dyadId, input.body.content, 'body.content');
      const at = this.clock.now();
      const id = randomId();
      const by = { draftedBy: memberId, draftedBySide: side, imported: false, draftedAt: at, changedAt: at };
      await this.commitments.addDraft(tx, { id, dyadId, ...sealed, ...by });
      return { commitment: id, hash: sealed.hash };
    });
  }

  /** @throws Failure as the contract says; `commitment.changed` when it is not what the caller read */
  change(
    { params, body }: InputOf<typeof contracts.changeCommitmentDraft>,
    { member: { dyadId } }: Permit,
  ): Promise<Drafted> {
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const row = await this.commitments.lockDraft(tx, dyadId, params.commitment);
      if (!row) throw new Failure('request.not_found');
      const sealed = await this.contents.sealed(tx, dyadId, body.content, 'body.content');
      // The same change sent again finds that it is made.
      if (row.hash !== body.from && row.hash !== sealed.hash) throw new Failure('commitment.changed');
      await this.commitments.changeDraft(tx, row.id, { ...sealed, changedAt: this.clock.now() });
      return { commitment: row.id, hash: sealed.hash };
    });
  }
}
