import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { DeadlineDuties } from '../deadlines/deadline.port.js';
import type { DueDeadline } from '../deadlines/deadline.repository.js';
import { ItemRepository } from '../items/item.repository.js';
import type { PanelMatter } from './panel.js';
import { PanelDrawing } from './panel-drawing.js';
import { PanelRepository } from './panel.repository.js';

/** What time does with panels: whoever does not decide makes room, and what could not be drawn is tried again. */
@Injectable()
export class PanelTime implements OnModuleInit {
  constructor(
    private readonly duties: DeadlineDuties,
    private readonly items: ItemRepository,
    private readonly panels: PanelRepository,
    private readonly drawing: PanelDrawing,
  ) {}

  onModuleInit(): void {
    this.duties.register('panel', (tx, due) => this.proceed(tx, due));
  }

  private async proceed(tx: Tx, { itemId, proposalId, appealId, dueAt }: DueDeadline): Promise<void> {
    const matter = matterOf(proposalId, appealId);
    const panel = matter && (await this.panels.openOf(tx, matter));
    const item = itemId === null ? undefined : await this.items.find(tx, itemId);
    // A deadline of an earlier panel says nothing of the one there is now.
    if (!matter || !item || panel?.dueAt.getTime() !== dueAt.getTime()) return;
    await this.drawing.proceed(tx, item, panel, matter);
  }
}

const matterOf = (proposalId: string | null, appealId: string | null): PanelMatter | undefined => {
  if (proposalId !== null) return { proposalId };
  return appealId === null ? undefined : { appealId };
};
