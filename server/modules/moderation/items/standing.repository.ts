import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';

/** Where a post stands with the moderators, as its author may know it. */
export interface StandingRow {
  readonly content: string;
  /** What it is to its author: what is being decided does not show before it is decided. */
  readonly state: 'pending' | 'held' | 'returned' | 'removed' | 'live';
  readonly amends: boolean;
  readonly revision: number;
  readonly since: Date;
  readonly heldUntil: Date | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly ahead: number | null;
}

// While something is being decided an item is to its author what it was before, or what readers have of it.
const known = `case
  when state in ('pending', 'held', 'returned') then state
  when state in ('proposed', 'escalated') and not shown then case when resumes = 'pending' then 'pending' else 'held' end
  when state in ('actioned', 'appealed') and resumes <> 'withdrawn' then case when shown then 'live' else 'removed' end
end`;

/** Reads items as authors may know them. */
@Injectable()
export class StandingRepository {
  /** How posts that wait, came back, are held or were decided upon stand, by content: how many wait longer, and why. */
  of(tx: Tx, dyadId: string, contents: readonly string[]): Promise<StandingRow[]> {
    return tx.query<StandingRow>(
      `select i.content_id as content, i.known as state, i.amends, i.revision, i.since, i.held_until as "heldUntil", e.reason,
         e.note, case when i.state = 'pending' then (select count(*)::int from moderation_item p where p.dyad_id = $1
           and p.state = 'pending' and (p.turn_at, p.id) < (i.turn_at, i.id)) end as ahead
       from (select *, ${known} as known from moderation_item where dyad_id = $1 and content_id = any($2::uuid[])) as i
       left join lateral (select reason, note from moderation_event where item_id = i.id and reason is not null
           and type = any(case when i.known = 'held' then array['hold'] when i.known = 'returned' then array['return']
             else array['enact'] end)
         order by seq desc limit 1) e on i.known <> 'pending'
       where i.known is not null order by i.amends`,
      [dyadId, contents],
    );
  }
}
