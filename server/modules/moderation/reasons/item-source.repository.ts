import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';

/** Reads from the events of an item how it came before moderators, and whom they owe an answer. */
@Injectable()
export class ItemSourceRepository {
  async of(tx: Tx, itemId: string): Promise<{ readonly reported: boolean; readonly detected: boolean }> {
    const row = await tx.one<{ reported: boolean | null; detected: boolean | null }>(
      `select bool_or(type = 'report' and actor_id is not null) as reported, bool_or(tool = 'detector') as detected
       from moderation_event where item_id = $1`,
      [itemId],
    );
    return { reported: row?.reported ?? false, detected: row?.detected ?? false };
  }

  /** Everybody who reported an item, or had it looked at again on appeal, and was not told yet what became of that. */
  async unanswered(tx: Tx, itemId: string): Promise<string[]> {
    const rows = await tx.query<{ member: string }>(
      `select distinct r.actor_id as member from moderation_event r
       where r.item_id = $1 and r.type = 'report' and r.actor_id is not null and not exists (
         select from moderation_report_answer a join moderation_event e on e.id = a.event_id
         where a.item_id = $1 and a.member_id = r.actor_id and e.seq > r.seq)
       union
       select p.member_id from moderation_appeal p
       where p.item_id = $1 and p.answer_id is not null and p.state = 'overturned' and not exists (
         select from moderation_report_answer a
         where a.item_id = $1 and a.member_id = p.member_id and a.at > p.decided_at)`,
      [itemId],
    );
    return rows.map(({ member }) => member);
  }
}
