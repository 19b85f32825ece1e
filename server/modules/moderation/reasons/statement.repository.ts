import { Injectable } from '@nestjs/common';
import type { SanctionEnd } from '../../../../shared/moderation/sanctions.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { StoredStatement } from './statement.js';

const columns = `id, dyad_id as "dyadId", member_id as "memberId", item_id as "itemId", event_id as "eventId",
  revision, proposal_id as "proposalId", decided_by as "decidedBy", measure, measure_ends_at as "measureEndsAt", passages,
  case when sanction is not null then jsonb_build_object('kind', sanction, 'days', sanction_days) end as sanction,
  reason, reason_version as "reasonVersion", policy_version as "policyVersion", article, facts, note, source, detected,
  written_on::text as "writtenOn", language, at, appealable_until as "appealableUntil", read_at as "readAt",
  ended_at as "endedAt", ended_by as "endedBy",
  exists (select from moderation_commitment c where c.statement_id = moderation_statement.id and c.statement is not null)
    as "isCommitted"`;

/** Statements of reasons: written once; that they were read and how what they say ended is added. */
@Injectable()
export class StatementRepository {
  async add(tx: Tx, one: StoredStatement): Promise<void> {
    await tx.query(
      `insert into moderation_statement (id, dyad_id, member_id, item_id, event_id, proposal_id, decided_by, measure,
         measure_ends_at, passages, sanction, sanction_days, reason, reason_version, policy_version, article, facts, note,
         source, detected, written_on, language, at, appealable_until, revision)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)`,
      [
        one.id,
        one.dyadId,
        one.memberId,
        one.itemId,
        one.eventId,
        one.proposalId,
        one.decidedBy,
        one.measure,
        one.measureEndsAt,
        one.passages,
        one.sanction?.kind ?? null,
        one.sanction?.days ?? null,
        one.reason,
        one.reasonVersion,
        one.policyVersion,
        one.article,
        JSON.stringify(one.facts),
        one.note,
        one.source,
        one.detected,
        one.writtenOn,
        one.language,
        one.at,
        one.appealableUntil,
        one.revision,
      ],
    );
  }

  find(tx: Tx, memberId: string, id: string): Promise<StoredStatement | undefined> {
    return tx.one<StoredStatement>(`select ${columns} from moderation_statement where member_id = $1 and id = $2`, [
      memberId,
      id,
    ]);
  }

  /** Those that were given with some events. */
  ofEvents(tx: Tx, events: readonly string[]): Promise<StoredStatement[]> {
    return tx.query<StoredStatement>(`select ${columns} from moderation_statement where event_id = any($1::uuid[])`, [
      events,
    ]);
  }

  /** Destroys everything that somebody wrote in a statement, and the salt of its commitment. @returns whether it is there */
  async erase(tx: Tx, id: string): Promise<boolean> {
    const row = await tx.one<{ erased: boolean }>(`select moderation_erase_statement($1) as erased`, [id]);
    return row?.erased ?? false;
  }

  many(tx: Tx, ids: readonly string[]): Promise<StoredStatement[]> {
    return tx.query<StoredStatement>(`select ${columns} from moderation_statement where id = any($1::uuid[])`, [ids]);
  }

  /** The first that was given of a proposal: of what moderators or a panel decided, before any appeal. */
  firstOf(tx: Tx, proposalId: string): Promise<StoredStatement | undefined> {
    return tx.one<StoredStatement>(
      `select ${columns} from moderation_statement where proposal_id = $1 order by at, id limit 1`,
      [proposalId],
    );
  }

  /** The newest that was given about an item by those who decide, holds left out. */
  newestOf(tx: Tx, itemId: string): Promise<StoredStatement | undefined> {
    return tx.one<StoredStatement>(
      `select ${columns} from moderation_statement where item_id = $1 and proposal_id is not null
       order by at desc, id desc limit 1`,
      [itemId],
    );
  }

  /** The member has read it. */
  async read(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.query(`update moderation_statement set read_at = $2 where id = $1 and read_at is null`, [id, at]);
  }

  /**
   * What was decided about the words of an item, and stands, is over.
   * @param only holds, or all
   */
  endAbout(tx: Tx, itemId: string, only: 'hold' | 'all', by: SanctionEnd, at: Date): Promise<StoredStatement[]> {
    return tx.query<StoredStatement>(
      `update moderation_statement set ended_at = $4, ended_by = $3
       where item_id = $1 and measure is not null and ended_at is null and ($2 = 'all' or measure = 'hold')
       returning ${columns}`,
      [itemId, only, by, at],
    );
  }
}
