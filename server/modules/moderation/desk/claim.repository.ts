import { Injectable } from '@nestjs/common';
import type { Side } from '../../../../shared/access/actor.js';
import type { Tx } from '../../../platform/database/tx.js';

/** Somebody who has taken up an item, for a side and a time. */
export interface Claim {
  readonly itemId: string;
  readonly side: Side;
  readonly memberId: string;
  readonly since: Date;
  readonly expiresAt: Date;
}

/** The row of a claim, whoever has it now. */
type Place = Pick<Claim, 'itemId' | 'side'>;

const columns = `item_id as "itemId", side, member_id as "memberId", since, expires_at as "expiresAt"`;

/** Who has taken up which item: one row of each side, whose time runs out. */
@Injectable()
export class ClaimRepository {
  /** The claim of a side, also one whose time is over; locked. */
  lock(tx: Tx, { itemId, side }: Place): Promise<Claim | undefined> {
    return tx.one<Claim>(`select ${columns} from moderation_claim where item_id = $1 and side = $2 for update`, [
      itemId,
      side,
    ]);
  }

  /** Puts somebody in the place of whoever had it. */
  async put(tx: Tx, dyadId: string, { itemId, side, memberId, since, expiresAt }: Claim): Promise<void> {
    await tx.query(
      `insert into moderation_claim (item_id, side, dyad_id, member_id, since, expires_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (item_id, side) do update
       set member_id = excluded.member_id, since = excluded.since, expires_at = excluded.expires_at`,
      [itemId, side, dyadId, memberId, since, expiresAt],
    );
  }

  /** @returns whether it was theirs */
  async release(tx: Tx, { itemId, side }: Place, memberId: string): Promise<boolean> {
    const released = await tx.one(
      `delete from moderation_claim where item_id = $1 and side = $2 and member_id = $3 returning item_id`,
      [itemId, side, memberId],
    );
    return released !== undefined;
  }

  async releaseAll(tx: Tx, itemId: string): Promise<void> {
    await tx.query(`delete from moderation_claim where item_id = $1`, [itemId]);
  }

  /** The claims on items whose time is not over, those that began first, first. */
  running(tx: Tx, items: readonly string[], now: Date): Promise<Claim[]> {
    return tx.query<Claim>(
      `select ${columns} from moderation_claim where item_id = any($1::uuid[]) and expires_at > $2 order by since, member_id`,
      [items, now],
    );
  }
}
