import { Injectable } from '@nestjs/common';
import type { Side } from '../../../../shared/access/actor.js';
import type { Tx } from '../../../platform/database/tx.js';

/** A moderator's word on whether they can be asked. */
export interface Duty {
  readonly memberId: string;
  readonly onCall: boolean;
  /** Since when; nothing for somebody who never said, and so is on call. */
  readonly since: Date | null;
}

/** Who can be asked for keys. Whoever has said nothing can. */
@Injectable()
export class RosterRepository {
  /** The moderators of a dyad, by pseudonym, which says nothing of a side. */
  all(tx: Tx, dyadId: string): Promise<Duty[]> {
    return tx.query<Duty>(
      `select m.id as "memberId", coalesce(r.on_call, true) as "onCall", r.since
       from member m left join moderation_roster r on r.member_id = m.id
       where m.dyad_id = $1 and 'moderator' = any (m.roles) order by m.pseudonym, m.id`,
      [dyadId],
    );
  }

  async set(tx: Tx, dyadId: string, { memberId, onCall, since }: Duty): Promise<void> {
    await tx.query(
      `insert into moderation_roster (member_id, dyad_id, on_call, since) values ($1, $2, $3, $4)
       on conflict (member_id) do update set on_call = excluded.on_call, since = excluded.since`,
      [memberId, dyadId, onCall, since],
    );
  }

  /** Whether a side has a moderator on call who could give a key about this item, by the database's own rules. */
  async isManned(tx: Tx, dyadId: string, side: Side, item: string, now: Date): Promise<boolean> {
    const row = await tx.one(
      `select 1 as one from member m left join moderation_roster r on r.member_id = m.id
       where m.dyad_id = $1 and m.side = $2 and moderation_may_serve(m, $4) and coalesce(r.on_call, true)
         and moderation_conflict($3, m.id, $4) is null limit 1`,
      [dyadId, side, item, now],
    );
    return row !== undefined;
  }
}
