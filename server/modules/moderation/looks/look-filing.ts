import { Injectable } from '@nestjs/common';
import { queueOfState } from '../../../../shared/moderation/desk.rules.js';
import { concernToLook } from '../../../../shared/moderation/detection/finding.rules.js';
import { ordinary } from '../../../../shared/moderation/moderation.lifecycle.js';
import { nextStanding } from '../../../../shared/moderation/next-standing.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Deadlines } from '../deadlines/deadlines.js';
import type { Findings } from '../detection.port.js';
import type { Item } from '../items/item.js';
import { ItemRepository } from '../items/item.repository.js';
import { ItemSteps } from '../items/item-steps.service.js';
import { ItemUrgency } from './item-urgency.js';
import { LookKeeping } from './look-keeping.js';
import type { DueLook } from './look-taking.js';

/** Files what a look found: it stands on the card, and says how soon a moderator looks. It hides nothing. */
@Injectable()
export class LookFiling {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly items: ItemRepository,
    private readonly keeping: LookKeeping,
    private readonly urgency: ItemUrgency,
    private readonly steps: ItemSteps,
  ) {}

  /** Files it once. What was found in words that are not those of the item any more is left aside. */
  async file(tx: Tx, { deadline, item: id, submitted }: DueLook, found: Findings | undefined): Promise<void> {
    const locked = submitted && (await this.items.lockOf(tx, submitted.kind, submitted.content));
    const item = locked?.find((one) => one.id === id);
    const isFirst = await this.deadlines.finish(tx, deadline);
    if (!isFirst || !item || !found || item.revision !== submitted?.revision) return;
    await this.keeping.keep(tx, item, found);
    const pointed = wasApproved(item) ? false : await this.pointOut(tx, item, found.concern);
    if (!pointed && queueOfState(item.state)) await this.steps.tellDesks(tx, item);
  }

  /** @returns whether the item is another one by it */
  private async pointOut(tx: Tx, item: Item, concern: number): Promise<boolean> {
    const priority = await this.urgency.of(tx, item, concern);
    const isNews = concern >= concernToLook || priority !== item.priority;
    if (!isNews || !nextStanding(item, 'detect', { ...ordinary, concern })) return false;
    const payload = { revision: item.revision, concern, priority };
    await this.steps.take(tx, item, { event: 'detect', tool: 'detector', payload });
    return true;
  }
}

/** A moderator has read these very words, and published them: a machine does not ask for that again. */
const wasApproved = ({ approvedAt, submittedAt }: Item): boolean => approvedAt !== null && approvedAt >= submittedAt;
