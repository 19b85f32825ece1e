import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isHolding } from '../../../../shared/moderation/next-standing.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DeadlineDuties } from '../deadlines/deadline.port.js';
import type { DueDeadline } from '../deadlines/deadline.repository.js';
import { ItemRepository } from '../items/item.repository.js';
import { HoldExpiry } from './hold-expiry.js';

/** Ends holds when their time is over. */
@Injectable()
export class HoldEnd implements OnModuleInit {
  constructor(
    private readonly duties: DeadlineDuties,
    private readonly items: ItemRepository,
    private readonly expiry: HoldExpiry,
  ) {}

  onModuleInit(): void {
    this.duties.register('hold', (tx, due) => this.end(tx, due));
  }

  private async end(tx: Tx, { itemId }: DueDeadline): Promise<void> {
    const item = itemId === null ? undefined : await this.items.find(tx, itemId);
    if (item && isHolding(item)) await this.expiry.expire(tx, item);
  }
}
