import { Injectable } from '@nestjs/common';
import type { SuggestionState } from '../../../../shared/statements/suggestion.rules.js';
import type { Tx } from '../../../platform/database/tx.js';

export interface SuggestionRow {
  readonly id: string;
  readonly dyadId: string;
  readonly statementId: string;
  /** What its document and the statement have in common, as Yjs writes it. */
  readonly since: Buffer;
  readonly memberId: string;
  readonly note: string;
  readonly noteLanguage: string;
  readonly openedAt: Date;
  readonly state: SuggestionState;
  readonly closedBy: string | null;
  readonly closedAt: Date | null;
  readonly reason: string | null;
  readonly reasonLanguage: string | null;
}

export interface SuggestionKeyRow {
  readonly side: 'a' | 'b';
  /** In hexadecimal. */
  readonly hash: string;
  readonly memberId: string;
  readonly at: Date;
}

/** What becomes of a suggestion. */
export interface Closing {
  readonly state: Exclude<SuggestionState, 'open'>;
  readonly by: string;
  readonly at: Date;
  readonly reason?: { readonly text: string; readonly language: string };
}

const columns = `id, dyad_id as "dyadId", statement_id as "statementId", since, member_id as "memberId", note,
  note_language as "noteLanguage", opened_at as "openedAt", state, closed_by as "closedBy", closed_at as "closedAt",
  reason, reason_language as "reasonLanguage"`;

const mostDecided = 100;

@Injectable()
export class SuggestionRepository {
  async add(tx: Tx, row: Omit<SuggestionRow, 'state' | 'closedBy' | 'closedAt' | 'reason' | 'reasonLanguage'>) {
    await tx.query(
      `insert into suggestion (id, dyad_id, statement_id, since, member_id, note, note_language, opened_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [row.id, row.dyadId, row.statementId, row.since, row.memberId, row.note, row.noteLanguage, row.openedAt],
    );
  }

  /** Open ones, and the newest of those that are decided. */
  list(tx: Tx, statementId: string): Promise<SuggestionRow[]> {
    return tx.query<SuggestionRow>(
      `(select ${columns} from suggestion where statement_id = $1 and state = 'open' order by opened_at desc)
       union all
       (select ${columns} from suggestion where statement_id = $1 and state <> 'open' order by opened_at desc limit $2)`,
      [statementId, mostDecided],
    );
  }

  async countOpen(tx: Tx, statementId: string): Promise<number> {
    const row = await tx.one<{ many: number }>(
      `select count(*)::int as many from suggestion where statement_id = $1 and state = 'open'`,
      [statementId],
    );
    return row?.many ?? 0;
  }

  find(tx: Tx, id: string): Promise<SuggestionRow | undefined> {
    return tx.one<SuggestionRow>(`select ${columns} from suggestion where id = $1`, [id]);
  }

  async close(tx: Tx, id: string, { state, by, at, reason }: Closing): Promise<void> {
    await tx.query(
      `update suggestion set state = $2, closed_by = $3, closed_at = $4, reason = $5, reason_language = $6
       where id = $1`,
      [id, state, by, at, reason?.text ?? null, reason?.language ?? null],
    );
  }

  /** A side's key to these texts; the first who gives it has given it. */
  async addKey(tx: Tx, row: Pick<SuggestionRow, 'id' | 'dyadId'>, key: SuggestionKeyRow): Promise<void> {
    await tx.query(
      `insert into suggestion_key (suggestion_id, side, hash, dyad_id, member_id, at)
       values ($1, $2, decode($3, 'hex'), $4, $5, $6) on conflict do nothing`,
      [row.id, key.side, key.hash, row.dyadId, key.memberId, key.at],
    );
  }

  keys(tx: Tx, id: string, hash: string): Promise<SuggestionKeyRow[]> {
    return tx.query<SuggestionKeyRow>(
      `select side, encode(hash, 'hex') as hash, member_id as "memberId", at from suggestion_key
       where suggestion_id = $1 and hash = decode($2, 'hex') order by at, side`,
      [id, hash],
    );
  }
}
