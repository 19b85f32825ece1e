import { Injectable } from '@nestjs/common';
import type { KeyKind } from '../../../shared/statements/clause.lifecycle.js';
import type { ReasonCode } from '../../../shared/moderation/reasons.js';
import type { StatementState, StatementVisibility, Withholding } from '../../../shared/statements/statement.rules.js';
import type { Tx } from '../../platform/database/tx.js';

export interface StatementRow {
  readonly id: string;
  readonly dyadId: string;
  readonly title: Readonly<Record<string, string>>;
  readonly visibility: StatementVisibility;
  readonly state: StatementState;
  /** By moderators: then only those who draft read it, and nobody writes. */
  readonly withheld: Withholding | null;
  /** Why it was taken away for good. */
  readonly withheldFor: ReasonCode | null;
  /** Moderators decide about it: until they have, nobody writes in it. */
  readonly still: boolean;
  readonly clauses: number;
  readonly openedBy: string;
  readonly openedAt: Date;
}

/** A key as it was given; `withdraw` takes all earlier ones of its side back. */
export interface ClauseKeyRow {
  readonly id: string;
  readonly clauseId: string;
  readonly side: 'a' | 'b';
  readonly kind: KeyKind | 'withdraw';
  readonly hash: Buffer;
  readonly memberId: string;
  readonly at: Date;
}

const columns = `s.id, s.dyad_id as "dyadId", s.title, s.visibility, s.state, s.withheld, s.withheld_for as "withheldFor",
  s.still, s.clauses, s.opened_by as "openedBy", s.opened_at as "openedAt"`;

/** What somebody may find in the list of statements. */
export interface Visible {
  readonly visibilities: readonly StatementVisibility[];
  /** Found whatever their visibility is. */
  readonly states: readonly StatementState[];
  /** Also what moderators withhold. */
  readonly withheld: boolean;
}

/** How moderators leave a statement that is just begun. */
export const undecided = { withheld: null, withheldFor: null, still: false } as const;

@Injectable()
export class StatementRepository {
  /** A new one, about which nobody decides. */
  async add(tx: Tx, row: Omit<StatementRow, keyof typeof undecided>): Promise<void> {
    await tx.query(
      `insert into statement (id, dyad_id, title, visibility, state, clauses, opened_by, opened_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        row.id,
        row.dyadId,
        JSON.stringify(row.title),
        row.visibility,
        row.state,
        row.clauses,
        row.openedBy,
        row.openedAt,
      ],
    );
  }

  list(tx: Tx, dyadId: string, { visibilities, states, withheld }: Visible): Promise<StatementRow[]> {
    return tx.query<StatementRow>(
      `select ${columns} from statement s
       where s.dyad_id = $1 and (s.visibility = any($2) or s.state = any($3)) and (s.withheld is null or $4)
       order by s.opened_at desc, s.id desc`,
      [dyadId, [...visibilities], [...states], withheld],
    );
  }

  find(tx: Tx, dyadId: string, id: string): Promise<StatementRow | undefined> {
    return tx.one<StatementRow>(`select ${columns} from statement s where s.dyad_id = $1 and s.id = $2`, [dyadId, id]);
  }

  /** The same, kept from changing until the transaction ends. */
  lock(tx: Tx, dyadId: string, id: string): Promise<StatementRow | undefined> {
    return tx.one<StatementRow>(`select ${columns} from statement s where s.dyad_id = $1 and s.id = $2 for update`, [
      dyadId,
      id,
    ]);
  }

  /** A statement whose time of signing is over and that nobody else is dealing with, locked. */
  lockOverdue(tx: Tx, now: Date): Promise<StatementRow | undefined> {
    return tx.one<StatementRow>(
      `select ${columns} from ratification r join statement s on s.id = r.statement_id
       where r.ended_at is null and r.ends_at <= $1 order by r.ends_at, r.id limit 1 for update of s skip locked`,
      [now],
    );
  }

  async become(tx: Tx, id: string, state: StatementState): Promise<void> {
    await tx.query(`update statement set state = $2 where id = $1`, [id, state]);
  }

  /** Keeps it from its readers, or gives it back to them. */
  async withhold(tx: Tx, id: string, withheld: Withholding | null, reason: ReasonCode | null): Promise<void> {
    await tx.query(`update statement set withheld = $2, withheld_for = $3 where id = $1`, [id, withheld, reason]);
  }

  /** Keeps it as it is, or lets it be written in again. */
  async keepStill(tx: Tx, id: string, isStill: boolean): Promise<void> {
    await tx.query(`update statement set still = $2 where id = $1`, [id, isStill]);
  }

  async countClauses(tx: Tx, id: string, clauses: number): Promise<void> {
    await tx.query(`update statement set clauses = $2 where id = $1`, [id, clauses]);
  }

  async addKey(tx: Tx, dyadId: string, statementId: string, key: ClauseKeyRow): Promise<void> {
    await tx.query(
      `insert into clause_key (id, dyad_id, statement_id, clause_id, side, kind, hash, member_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [key.id, dyadId, statementId, key.clauseId, key.side, key.kind, key.hash, key.memberId, key.at],
    );
  }

  /** All keys of a statement in the order in which they were given. */
  keys(tx: Tx, statementId: string): Promise<ClauseKeyRow[]> {
    return tx.query<ClauseKeyRow>(
      `select id, clause_id as "clauseId", side, kind, hash, member_id as "memberId", at
       from clause_key where statement_id = $1 order by at, id`,
      [statementId],
    );
  }
}
