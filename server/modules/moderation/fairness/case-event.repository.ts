import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { CaseEvent } from './case-event.js';

/** Reads all events of a dyad for its statistics, in one query. */
@Injectable()
export class CaseEventRepository {
  /** Those before a moment, item by item, each item's in their order. */
  before(tx: Tx, dyadId: string, moment: Date): Promise<CaseEvent[]> {
    return tx.query<CaseEvent>(
      `select id, item_id as "itemId", type, state, actor_side as side, reason, automated, tool = 'detector' as detected, at,
         payload->'origin' as origin, payload->>'mode' as mode, payload->>'measure' as measure,
         payload->>'verdict' as verdict, payload->'proxyFor' is not null as "isProxy",
         nullif(payload->'action'->'sanction', 'null') as sanction
       from moderation_event where dyad_id = $1 and at < $2 order by item_id, seq`,
      [dyadId, moment],
    );
  }

  /** The day of the first event of a dyad; nothing before there is one. */
  async firstDay(tx: Tx, dyadId: string): Promise<string | undefined> {
    const row = await tx.one<{ day: string }>(
      `select (at at time zone 'UTC')::date::text as day from moderation_event where dyad_id = $1 order by seq limit 1`,
      [dyadId],
    );
    return row?.day;
  }
}
