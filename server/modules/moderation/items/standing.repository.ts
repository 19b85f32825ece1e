import { Injectable } from '@nestjs/common';
import type { ItemState } from '../../../../shared/moderation/moderation.lifecycle.js';
import type { Tx } from '../../../platform/database/tx.js';

/** Where a post stands with the moderators, as its author may know it. */
export interface StandingRow {
  readonly content: string;
  readonly state: ItemState;
  readonly amends: boolean;
  readonly revision: number;
  readonly since: Date;
  readonly heldUntil: Date | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly ahead: number | null;
}

/** Reads items as authors may know them. */
@Injectable()
export class StandingRepository {
  /** How posts that wait or came back stand, by content: how many wait longer, and why it came back. */
  of(tx: Tx, dyadId: string, contents: readonly string[]): Promise<StandingRow[]> {
    return tx.query<StandingRow>(
      `select i.content_id as content, i.state, i.amends, i.revision, i.since, i.held_until as "heldUntil", e.reason, e.note,
              case when i.state = 'pending' then (select count(*)::int from moderation_item p where p.dyad_id = $1
                and p.state = 'pending' and (p.turn_at, p.id) < (i.turn_at, i.id)) end as ahead
       from moderation_item i
       left join lateral (select reason, note from moderation_event where item_id = i.id and reason is not null
                          order by seq desc limit 1) e on i.state in ('returned', 'held')
       where i.dyad_id = $1 and i.content_id = any($2::uuid[]) and i.state in ('pending', 'held', 'returned')
       order by i.amends`,
      [dyadId, contents],
    );
  }
}
