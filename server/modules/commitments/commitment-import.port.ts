import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { randomId } from '../../platform/ids/ids.js';
import { MemberReader } from '../dyads/member.reader.js';
import { CommitmentRepository } from './commitment.repository.js';
import { CommitmentFileReading, type ProblemInFile } from './drafts/commitment-file-reading.js';

/** What came of a file. */
export interface CommitmentImportReport {
  /** How many commitments it has. */
  readonly commitments: number;
  readonly problems: readonly ProblemInFile[];
}

/** Commitments of an agreement that there is already, for those who run the server: they wait as drafts for both sides. */
@Injectable()
export class CommitmentImport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reading: CommitmentFileReading,
    private readonly commitments: CommitmentRepository,
    private readonly members: MemberReader,
    private readonly clock: Clock,
  ) {}

  /**
   * All of a file or nothing: where one commitment cannot be one, none is drafted.
   * @param name of the member who answers for the drafts: who drafts or stewards
   * @param isTrial only says what would come of it
   * @throws Failure `interchange.*`, `access.denied` when nobody of that name may draft
   */
  bring(dyadId: string, name: string, text: string, isTrial: boolean): Promise<CommitmentImportReport> {
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const id = (await this.members.bearing(tx, dyadId, [name])).get(name);
      const drafter = id === undefined ? undefined : (await this.members.views(tx, [id])).get(id);
      if (!drafter?.roles.some((role) => role === 'drafter' || role === 'steward')) throw new Failure('access.denied');
      const { sealed, problems } = await this.reading.read(tx, dyadId, text);
      const at = this.clock.now();
      const by = { draftedBy: drafter.id, draftedBySide: drafter.side, imported: true, draftedAt: at, changedAt: at };
      if (!isTrial && problems.length === 0)
        for (const one of sealed) await this.commitments.addDraft(tx, { id: randomId(), dyadId, ...one, ...by });
      return { commitments: sealed.length + problems.length, problems };
    });
  }
}
