import { Injectable, type OnModuleInit } from '@nestjs/common';
import { isHolding } from '../../../../shared/moderation/moderation.lifecycle.js';
import type { Tx } from '../../../platform/database/tx.js';
import { ItemRepository } from '../items/item.repository.js';
import { ItemSteps } from '../items/item-steps.service.js';
import { ModeratedContents } from '../moderated-content.port.js';
import { DeadlineDuties } from './deadline.port.js';
import type { DueDeadline } from './deadline.repository.js';

/** Ends a hold whose time is over: the words are shown again. */
@Injectable()
export class HoldEnd implements OnModuleInit {
  constructor(
    private readonly duties: DeadlineDuties,
    private readonly items: ItemRepository,
    private readonly steps: ItemSteps,
    private readonly contents: ModeratedContents,
  ) {}

  onModuleInit(): void {
    this.duties.register('hold', (tx, due) => this.end(tx, due));
  }

  private async end(tx: Tx, { itemId }: DueDeadline): Promise<void> {
    const item = itemId === null ? undefined : await this.items.find(tx, itemId);
    if (!item || !isHolding(item)) return;
    const freed = await this.steps.take(tx, item, { event: 'expire' });
    await this.contents.of(item.kind).restore(tx, freed);
  }
}
