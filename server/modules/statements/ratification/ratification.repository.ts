import { Injectable } from '@nestjs/common';
import type { Party, RoundOutcome, Word } from '../../../../shared/statements/ratification.lifecycle.js';
import type { Tx } from '../../../platform/database/tx.js';

/** A proposal to freeze, and what became of it. */
export interface RoundRow {
  readonly id: string;
  readonly dyadId: string;
  readonly statementId: string;
  /** In hexadecimal. */
  readonly hash: string;
  readonly canonical: string;
  readonly days: number;
  readonly proposedBy: string;
  readonly proposedBySide: Party;
  readonly proposedAt: Date;
  readonly quorum: number | null;
  readonly frozenAt: Date | null;
  readonly endsAt: Date | null;
  readonly endedAt: Date | null;
  readonly outcome: RoundOutcome | null;
}

export type NewRound = Omit<RoundRow, 'quorum' | 'frozenAt' | 'endsAt' | 'endedAt' | 'outcome'>;

/** What an organisation said in a time of signing. */
export interface WordRow {
  readonly organisationId: string;
  readonly said: Word['said'];
  readonly reason: string | null;
  readonly language: string | null;
  readonly at: Date;
}

/** By whom something is said, for which organisation, in which time of signing. */
export interface Speech {
  readonly round: Pick<RoundRow, 'id' | 'dyadId' | 'hash'>;
  readonly organisation: string;
  readonly memberId: string;
  readonly at: Date;
}

const columns = `id, dyad_id as "dyadId", statement_id as "statementId", encode(hash, 'hex') as hash, canonical, days,
  proposed_by as "proposedBy", proposed_by_side as "proposedBySide", proposed_at as "proposedAt", quorum,
  frozen_at as "frozenAt", ends_at as "endsAt", ended_at as "endedAt", outcome`;

@Injectable()
export class RatificationRepository {
  /** The newest proposal, whatever became of it. */
  latest(tx: Tx, statementId: string): Promise<RoundRow | undefined> {
    return tx.one<RoundRow>(
      `select ${columns} from ratification where statement_id = $1 order by proposed_at desc, id desc limit 1`,
      [statementId],
    );
  }

  /** The newest time of signing there was; proposals that nobody seconded are none. */
  latestFrozen(tx: Tx, statementId: string): Promise<RoundRow | undefined> {
    return tx.one<RoundRow>(
      `select ${columns} from ratification where statement_id = $1 and frozen_at is not null
       order by proposed_at desc, id desc limit 1`,
      [statementId],
    );
  }

  async add(tx: Tx, row: NewRound): Promise<void> {
    await tx.query(
      `insert into ratification
         (id, dyad_id, statement_id, hash, canonical, days, proposed_by, proposed_by_side, proposed_at)
       values ($1, $2, $3, decode($4, 'hex'), $5, $6, $7, $8, $9)`,
      [
        row.id,
        row.dyadId,
        row.statementId,
        row.hash,
        row.canonical,
        row.days,
        row.proposedBy,
        row.proposedBySide,
        row.proposedAt,
      ],
    );
  }

  async freeze(
    tx: Tx,
    id: string,
    given: { quorum: number; secondedBy: string; frozenAt: Date; endsAt: Date },
  ): Promise<void> {
    await tx.query(
      `update ratification set quorum = $2, seconded_by = $3, frozen_at = $4, ends_at = $5 where id = $1`,
      [id, given.quorum, given.secondedBy, given.frozenAt, given.endsAt],
    );
  }

  async end(tx: Tx, id: string, outcome: RoundOutcome, at: Date): Promise<void> {
    await tx.query(`update ratification set outcome = $2, ended_at = $3 where id = $1`, [id, outcome, at]);
  }

  /** Everything organisations said in a time of signing, in the order in which they said it. */
  words(tx: Tx, roundId: string): Promise<WordRow[]> {
    return tx.query<WordRow>(
      `select organisation_id as "organisationId", kind as said, null as reason, null as language, at
       from ratification_signature where ratification_id = $1
       union all
       select organisation_id, 'declined', reason, language, at from ratification_decline where ratification_id = $1
       order by at, "organisationId"`,
      [roundId],
    );
  }

  async sign(tx: Tx, { round, organisation, memberId, at }: Speech, kind: 'signed' | 'acceded'): Promise<void> {
    await tx.query(
      `insert into ratification_signature (ratification_id, organisation_id, dyad_id, kind, hash, member_id, at)
       values ($1, $2, $3, $4, decode($5, 'hex'), $6, $7)`,
      [round.id, organisation, round.dyadId, kind, round.hash, memberId, at],
    );
  }

  async decline(
    tx: Tx,
    { round, organisation, memberId, at }: Speech,
    reason: { text: string; language: string },
  ): Promise<void> {
    await tx.query(
      `insert into ratification_decline (ratification_id, organisation_id, dyad_id, reason, language, member_id, at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [round.id, organisation, round.dyadId, reason.text, reason.language, memberId, at],
    );
  }

  async takenBack(tx: Tx, roundId: string): Promise<Party[]> {
    const rows = await tx.query<{ side: Party }>(
      `select side from ratification_take_back where ratification_id = $1 order by at, side`,
      [roundId],
    );
    return rows.map(({ side }) => side);
  }

  async takeBack(
    tx: Tx,
    round: Pick<RoundRow, 'id' | 'dyadId'>,
    given: { side: Party; memberId: string; at: Date },
  ): Promise<void> {
    await tx.query(
      `insert into ratification_take_back (ratification_id, side, dyad_id, member_id, at) values ($1, $2, $3, $4, $5)`,
      [round.id, given.side, round.dyadId, given.memberId, given.at],
    );
  }
}
