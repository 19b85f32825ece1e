import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { QueuePlace } from '../items/item.repository.js';

/**
 * Open proposals that a key of this member brings further: their side's is missing, they have not given theirs, and
 * nothing keeps them from it. An item about which reopening is proposed is among them, though it is in no list.
 */
const waiting = `moderation_proposal p join moderation_item i on i.id = p.item_id
  where p.dyad_id = $1 and p.state = 'open' and ($3 <> 'neutral' or p.class = 'T2')
    and not exists (
      select from moderation_key k where k.proposal_id = p.id and k.action_hash = p.action_hash
        and (k.member_id = $2 or (k.verdict = 'give' and coalesce(k.proxy_for, k.side) = $3)))
    and moderation_conflict(i.id, $2, $4) is null`;

/** Where one's own key is asked for. */
@Injectable()
export class OwnKeyRepository {
  /** The items, in the order of the desk. */
  async items(
    tx: Tx,
    { dyadId, memberId, side }: DyadMember,
    page: { readonly now: Date; readonly after: QueuePlace | undefined; readonly limit: number },
  ): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select i.id from ${waiting} and ($5::timestamptz is null or (i.turn_at, i.id) > ($5, $6))
       order by i.turn_at, i.id limit $7`,
      [dyadId, memberId, side, page.now, page.after?.turnAt ?? null, page.after?.id ?? null, page.limit],
    );
    return rows.map(({ id }) => id);
  }

  async count(tx: Tx, { dyadId, memberId, side }: DyadMember, now: Date): Promise<number> {
    const row = await tx.one<{ items: number }>(`select count(*)::int as items from ${waiting}`, [
      dyadId,
      memberId,
      side,
      now,
    ]);
    return row?.items ?? 0;
  }
}
