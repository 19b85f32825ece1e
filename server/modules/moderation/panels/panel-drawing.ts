import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { drawPanel, seats, type Panel } from '../../../../shared/moderation/panel.rules.js';
import { panelHours, panelRetryHours } from '../../../../shared/moderation/time-limits.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { randomId } from '../../../platform/ids/ids.js';
import { Deadlines } from '../deadlines/deadlines.js';
import type { Item } from '../items/item.js';
import { ItemSteps } from '../items/item-steps.service.js';
import type { PanelMatter, StoredPanel } from './panel.js';
import { PanelRepository } from './panel.repository.js';

/** A number that nobody chose and that no side can change: from the ids of the case and of the member. */
const lotOf = (itemId: string, memberId: string): string =>
  createHash('sha256').update(`${itemId} ${memberId}`).digest('hex');

/**
 * Draws panels: one moderator of each side and a neutral one, all on call and none too near to the case. Where that is
 * not possible the case waits, says so, and it is tried again.
 */
@Injectable()
export class PanelDrawing {
  constructor(
    private readonly panels: PanelRepository,
    private readonly steps: ItemSteps,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  /** Puts a locked item before a panel. */
  async convene(tx: Tx, item: Item, matter: PanelMatter): Promise<Item> {
    const drawn = await this.draw(tx, item, matter);
    const panel: StoredPanel = {
      id: randomId(),
      dyadId: item.dyadId,
      itemId: item.id,
      proposalId: null,
      appealId: null,
      ...matter,
      state: 'waiting',
      openedAt: this.clock.now(),
      dueAt: this.clock.in({ hours: panelRetryHours }),
    };
    await this.panels.add(tx, panel);
    if (drawn) return this.seat(tx, item, panel, drawn);
    await this.watch(tx, panel, panel.dueAt);
    return this.steps.take(tx, item, { event: 'wait', tool: 'panel', payload: { panel: panel.id } });
  }

  /** Time has come for a panel: one that waits is tried again, one that did not decide makes room for another. */
  async proceed(tx: Tx, item: Item, panel: StoredPanel, matter: PanelMatter): Promise<void> {
    if (panel.state === 'deliberating') {
      await this.panels.setState(tx, panel.id, 'dissolved', panel.dueAt);
      await this.convene(tx, item, matter);
      return;
    }
    const drawn = await this.draw(tx, item, matter);
    if (drawn) {
      await this.seat(tx, item, panel, drawn);
      return;
    }
    const dueAt = this.clock.in({ hours: panelRetryHours });
    await this.panels.setState(tx, panel.id, 'waiting', dueAt);
    await this.watch(tx, panel, dueAt);
  }

  private async draw(tx: Tx, item: Item, matter: PanelMatter): Promise<Panel | undefined> {
    const eligible = await this.panels.eligible(tx, item.dyadId, item.id, matter, this.clock.now());
    return drawPanel(eligible.map((one) => ({ ...one, lot: lotOf(item.id, one.memberId) })));
  }

  private async seat(tx: Tx, item: Item, panel: StoredPanel, drawn: Panel): Promise<Item> {
    const dueAt = this.clock.in({ hours: panelHours });
    for (const side of seats) await this.panels.seat(tx, panel, side, drawn[side].memberId, this.clock.now());
    await this.panels.setState(tx, panel.id, 'deliberating', dueAt);
    await this.watch(tx, panel, dueAt);
    return this.steps.take(tx, item, { event: 'draw', tool: 'panel', payload: { panel: panel.id } });
  }

  private async watch(tx: Tx, { dyadId, itemId, proposalId, appealId }: StoredPanel, dueAt: Date): Promise<void> {
    await this.deadlines.set(tx, dyadId, {
      kind: 'panel',
      itemId,
      ...(proposalId !== null && { proposalId }),
      ...(appealId !== null && { appealId }),
      dueAt,
    });
  }
}
