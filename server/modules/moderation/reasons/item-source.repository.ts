import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';

/** Reads from the events of an item how it came before moderators. */
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
}
