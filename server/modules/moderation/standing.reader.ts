import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { ItemEventRepository } from './items/item-event.repository.js';
import { StandingRepository, type StandingRow } from './items/standing.repository.js';

export type Standing = StandingRow;

/** Tells authors where their posts stand with the moderators. */
@Injectable()
export class StandingReader {
  constructor(
    private readonly standings: StandingRepository,
    private readonly events: ItemEventRepository,
  ) {}

  /** By content; what is neither waiting, held nor returned is not in it. A waiting later revision comes before the post. */
  async of(tx: Tx, dyadId: string, contents: readonly string[]): Promise<ReadonlyMap<string, Standing>> {
    const rows = contents.length === 0 ? [] : await this.standings.of(tx, dyadId, contents);
    return new Map(rows.map((row) => [row.content, row]));
  }

  /** How long a decision usually takes now, in whole minutes, at least one; nothing before the first decision. */
  async usualMinutes(tx: Tx, dyadId: string): Promise<number | null> {
    const seconds = await this.events.usualWait(tx, dyadId);
    return seconds === null ? null : Math.max(1, Math.round(seconds / 60));
  }
}
