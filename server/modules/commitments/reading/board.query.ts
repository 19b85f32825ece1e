import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import { daysAfter } from '../../../../shared/commitments/commitment.clock.js';
import type { listCommitments, listDueMilestones } from '../../../../shared/commitments/commitment.contract.js';
import { dueWithinDays } from '../../../../shared/commitments/commitment.rules.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { OrganisationReader } from '../../dyads/organisations/organisation.reader.js';
import { CommitmentRepository } from '../commitment.repository.js';
import { briefView, openMilestones } from './commitment.view.js';
import { CommitmentsReader } from './commitments.reader.js';

/** What both sides promised, and what is due, for everybody. */
@Injectable()
export class CommitmentBoard {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dyads: DyadReader,
    private readonly commitments: CommitmentRepository,
    private readonly organisations: OrganisationReader,
    private readonly reader: CommitmentsReader,
  ) {}

  /** @throws Failure `request.not_found` */
  list({ params, query }: InputOf<typeof listCommitments>): Promise<AnswerOf<typeof listCommitments>> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const dyad = await this.dyads.named(tx, params.dyad);
      const today = this.reader.today();
      // One more than asked for tells whether there are more.
      const rows = await this.commitments.board(tx, dyad.id, { ...query, limit: query.limit + 1 });
      const erased = await this.reader.erased(tx, dyad.id, rows);
      const all = await this.organisations.all(tx, dyad.id);
      const commitments = rows
        .slice(0, query.limit)
        .map((row) => briefView(row, all, { today, erased: erased(row.id) }));
      return { commitments, hasMore: rows.length > query.limit };
    });
  }

  /** @throws Failure `request.not_found` */
  due({ params }: InputOf<typeof listDueMilestones>): Promise<AnswerOf<typeof listDueMilestones>> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const dyad = await this.dyads.named(tx, params.dyad);
      const on = this.reader.today();
      const until = daysAfter(on, dueWithinDays);
      const rows = await this.commitments.dueUntil(tx, dyad.id, on, until);
      const erased = await this.reader.erased(tx, dyad.id, rows);
      const open = rows
        .flatMap((row) => openMilestones(row, erased(row.id)))
        .filter(({ due }) => due <= until)
        .toSorted((one, other) => compare(one.due, other.due) || compare(one.commitment, other.commitment));
      return { on, overdue: open.filter(({ due }) => due < on), due: open.filter(({ due }) => due >= on) };
    });
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
