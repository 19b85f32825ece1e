import { Injectable } from '@nestjs/common';
import { priorityOf } from '../../../../shared/moderation/priority.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Item } from '../items/item.js';
import { ReportRepository } from '../reports/report.repository.js';
import { LookRepository } from './look.repository.js';

/** How urgent an item is, by all that points to it: the open reports of readers, and what was found by itself. */
@Injectable()
export class ItemUrgency {
  constructor(
    private readonly reports: ReportRepository,
    private readonly looks: LookRepository,
  ) {}

  /** @param concern what was found in the item's words, where the caller knows it already */
  async of(tx: Tx, item: Item, concern?: number): Promise<number> {
    const open = await this.reports.open(tx, item.id);
    return priorityOf({
      reasons: open.map(({ reason }) => reason),
      weights: open.map(({ weight }) => weight),
      concern: concern ?? (await this.looks.concernOf(tx, item)),
      // What is written here stands in threads, and in no meeting.
      live: false,
    });
  }
}
