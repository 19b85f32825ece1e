import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';

export interface StatementThreadRow {
  readonly threadId: string;
  readonly clauseId: string;
  readonly side: 'a' | 'b';
  readonly start: Buffer;
  readonly end: Buffer;
  readonly quote: string;
  readonly resolvedBy: string | null;
  readonly resolvedAt: Date | null;
}

@Injectable()
export class StatementThreadRepository {
  async add(
    tx: Tx,
    dyadId: string,
    statementId: string,
    row: Omit<StatementThreadRow, 'resolvedBy' | 'resolvedAt'>,
  ): Promise<void> {
    await tx.query(
      `insert into statement_thread (thread_id, dyad_id, statement_id, clause_id, side, anchor_start, anchor_end, quote)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [row.threadId, dyadId, statementId, row.clauseId, row.side, row.start, row.end, row.quote],
    );
  }

  /** The threads of a statement in the order in which they were begun. */
  of(tx: Tx, statementId: string): Promise<StatementThreadRow[]> {
    return tx.query<StatementThreadRow>(
      `select thread_id as "threadId", clause_id as "clauseId", side, anchor_start as start, anchor_end as "end", quote,
         resolved_by as "resolvedBy", resolved_at as "resolvedAt"
       from statement_thread where statement_id = $1 order by thread_id`,
      [statementId],
    );
  }

  /** @returns false when the statement has no such thread */
  async resolve(
    tx: Tx,
    { statement, thread }: { readonly statement: string; readonly thread: string },
    resolved: { readonly by: string; readonly at: Date } | null,
  ): Promise<boolean> {
    const row = await tx.one(
      `update statement_thread set resolved_by = $3, resolved_at = $4 where statement_id = $1 and thread_id = $2
       returning thread_id`,
      [statement, thread, resolved?.by ?? null, resolved?.at ?? null],
    );
    return row !== undefined;
  }
}
