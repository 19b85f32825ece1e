import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';

export interface ReservationRow {
  readonly id: string;
  readonly organisationId: string;
  readonly clauseId: string | null;
  readonly text: Record<string, string>;
  readonly memberId: string;
  readonly at: Date;
}

@Injectable()
export class ReservationRepository {
  /** Those that were not taken back, in the order in which they were written. */
  standing(tx: Tx, statementId: string): Promise<ReservationRow[]> {
    return tx.query<ReservationRow>(
      `select v.id, v.organisation_id as "organisationId", v.clause_id as "clauseId", v.text,
         v.member_id as "memberId", v.at
       from statement_reservation v
       where v.statement_id = $1 and not exists (select from reservation_withdrawal w where w.reservation_id = v.id)
       order by v.at, v.id`,
      [statementId],
    );
  }

  async add(tx: Tx, place: { dyadId: string; statementId: string }, row: ReservationRow): Promise<void> {
    await tx.query(
      `insert into statement_reservation (id, dyad_id, statement_id, organisation_id, clause_id, text, member_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [row.id, place.dyadId, place.statementId, row.organisationId, row.clauseId, row.text, row.memberId, row.at],
    );
  }

  async withdraw(tx: Tx, given: { dyadId: string; id: string; memberId: string; at: Date }): Promise<void> {
    await tx.query(
      `insert into reservation_withdrawal (reservation_id, dyad_id, member_id, at) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [given.id, given.dyadId, given.memberId, given.at],
    );
  }
}
