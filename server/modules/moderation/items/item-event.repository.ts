import { Injectable } from '@nestjs/common';
import type { Side } from '../../../shared/access/actor.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Item, ItemHistory } from './moderation-item.js';

interface NewEvent {
  readonly id: string;
  readonly type: string;
  readonly actorId: string | null;
  readonly actorSide: Side | null;
  readonly reason: string | null;
  readonly note: string;
  readonly waitedSeconds: number | null;
  readonly at: Date;
}

const decisionsCounted = 50;

@Injectable()
export class ModerationEventRepository {
  async add(tx: Tx, item: Item, event: NewEvent): Promise<void> {
    await tx.query(
      `insert into moderation_event (id, dyad_id, item_id, type, state, actor_id, actor_side, reason, note, waited_seconds, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        event.id,
        item.dyadId,
        item.id,
        event.type,
        item.state,
        event.actorId,
        event.actorSide,
        event.reason,
        event.note,
        event.waitedSeconds,
        event.at,
      ],
    );
  }

  /** What happened to items, oldest first. */
  history(tx: Tx, items: readonly string[]): Promise<ItemHistory[]> {
    return tx.query<ItemHistory>(
      `select item_id as "itemId", type, actor_side as side, reason, note, at from moderation_event
       where item_id = any($1::uuid[]) order by at, id`,
      [items],
    );
  }

  /** The median wait, in seconds, of the last decisions in a dyad; nothing before the first. */
  async usualWait(tx: Tx, dyadId: string): Promise<number | null> {
    const row = await tx.one<{ seconds: number | null }>(
      `select percentile_cont(0.5) within group (order by waited_seconds)::float8 as seconds from
         (select waited_seconds from moderation_event where dyad_id = $1 and waited_seconds is not null
          order by at desc limit ${decisionsCounted}) as latest`,
      [dyadId],
    );
    return row?.seconds ?? null;
  }
}
