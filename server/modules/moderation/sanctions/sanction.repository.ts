import { Injectable } from '@nestjs/common';
import type { SanctionEnd } from '../../../../shared/moderation/sanctions.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { StoredSanction } from './sanction.js';

const columns = `id, dyad_id as "dyadId", member_id as "memberId", statement_id as "statementId", item_id as "itemId", kind,
  starts_at as "startsAt", ends_at as "endsAt", strike, strike_expires_at as "strikeExpiresAt",
  acknowledged_at as "acknowledgedAt", ended_at as "endedAt", ended_by as "endedBy", strike_ended_at as "strikeEndedAt"`;

/** Sanctions: written once; that they were acknowledged and how they ended is added. */
@Injectable()
export class SanctionRepository {
  async add(tx: Tx, sanction: StoredSanction): Promise<void> {
    const { id, dyadId, memberId, statementId, itemId, kind, startsAt, endsAt, strike, strikeExpiresAt } = sanction;
    await tx.query(
      `insert into moderation_sanction (id, dyad_id, member_id, statement_id, item_id, kind, starts_at, ends_at, strike,
         strike_expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [id, dyadId, memberId, statementId, itemId, kind, startsAt, endsAt, strike, strikeExpiresAt],
    );
  }

  find(tx: Tx, id: string): Promise<StoredSanction | undefined> {
    return tx.one<StoredSanction>(`select ${columns} from moderation_sanction where id = $1`, [id]);
  }

  /** What stands of everything that was decided about a member. */
  standing(tx: Tx, memberId: string): Promise<StoredSanction[]> {
    return tx.query<StoredSanction>(
      `select ${columns} from moderation_sanction where member_id = $1 and ended_at is null order by starts_at, id`,
      [memberId],
    );
  }

  /** What stands of the decisions about an item. */
  about(tx: Tx, itemId: string): Promise<StoredSanction[]> {
    return tx.query<StoredSanction>(
      `select ${columns} from moderation_sanction where item_id = $1 and ended_by is distinct from 'appeal'
         and ended_by is distinct from 'decision' order by starts_at, id`,
      [itemId],
    );
  }

  /** The sanctions that statements give the reasons of, by statement. */
  async of(tx: Tx, statements: readonly string[]): Promise<ReadonlyMap<string, StoredSanction>> {
    const rows = await tx.query<StoredSanction>(
      `select ${columns} from moderation_sanction where statement_id = any($1::uuid[])`,
      [statements],
    );
    return new Map(rows.map((row) => [row.statementId, row]));
  }

  /** The strikes of a member of which it was not noted yet that they count no more. */
  strikes(tx: Tx, memberId: string): Promise<StoredSanction[]> {
    return tx.query<StoredSanction>(
      `select ${columns} from moderation_sanction where member_id = $1 and strike > 0 and strike_ended_at is null
       order by strike_expires_at, id`,
      [memberId],
    );
  }

  async acknowledge(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.query(`update moderation_sanction set acknowledged_at = $2 where id = $1 and acknowledged_at is null`, [
      id,
      at,
    ]);
  }

  /** It keeps nobody from anything any more; its strike may count on. */
  async end(tx: Tx, id: string, by: SanctionEnd, at: Date): Promise<void> {
    await tx.query(`update moderation_sanction set ended_at = coalesce(ended_at, $3), ended_by = $2 where id = $1`, [
      id,
      by,
      at,
    ]);
  }

  async endStrike(tx: Tx, id: string, at: Date): Promise<void> {
    await tx.query(`update moderation_sanction set strike_ended_at = $2 where id = $1 and strike_ended_at is null`, [
      id,
      at,
    ]);
  }
}
