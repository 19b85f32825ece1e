import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { Failure } from '../../../../shared/contract/failure.js';
import { isHolding } from '../../../../shared/moderation/next-standing.js';
import { safetyReasons, type ReasonCode } from '../../../../shared/moderation/reasons.js';
import { holdHours } from '../../../../shared/moderation/time-limits.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { conflictIn } from '../decisions/conflict-of-interest.js';
import { Deadlines } from '../deadlines/deadlines.js';
import type { LockedItem } from '../items/decidable-items.js';
import type { Item } from '../items/item.js';
import { ItemSteps, type Step } from '../items/item-steps.service.js';
import { ModeratedContents } from '../moderated-content.port.js';

/** The moderator who decides. */
export type Judge = Pick<DyadMember, 'memberId' | 'side'>;

/** Why a moderator decided so, as the author reads it. */
export interface Why {
  readonly reason: ReasonCode;
  readonly note: string;
}

/** What one key does with a locked item, inside a transaction: the step, and what follows for the words. */
@Injectable()
export class ItemDecisions {
  constructor(
    private readonly steps: ItemSteps,
    private readonly contents: ModeratedContents,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `moderation.conflict_of_interest` */
  async approve(tx: Tx, member: Judge, { item, around }: LockedItem): Promise<Item> {
    const moved = await this.decide(tx, item, { event: 'approve', actor: member });
    if (moved.state === 'merged') await this.takeOver(tx, member, moved, around);
    else if (item.state === 'pending') await this.contents.written(item.kind).publish(tx, moved);
    else if (!item.shown) await this.contents.of(item.kind).restore(tx, moved);
    return moved;
  }

  async hold(tx: Tx, member: Judge, item: Item, { reason, note }: Why): Promise<Item> {
    const until = this.clock.in({ hours: holdHours });
    const moved = await this.steps.take(tx, item, {
      event: 'hold',
      actor: member,
      reason,
      note,
      payload: { until: until.toISOString(), safety: safetyReasons.has(reason) },
    });
    await this.deadlines.set(tx, moved.dyadId, { kind: 'hold', itemId: moved.id, dueAt: until });
    await this.contents.of(item.kind).hold(tx, moved);
    return moved;
  }

  /** @throws Failure `moderation.not_own_hold` */
  async release(tx: Tx, member: Judge, item: Item): Promise<Item> {
    if (isHolding(item) && item.heldBy !== member.memberId) throw new Failure('moderation.not_own_hold');
    const moved = await this.steps.take(tx, item, { event: 'release', actor: member });
    await this.deadlines.settle(tx, { kinds: ['hold'], itemId: item.id });
    await this.contents.of(item.kind).restore(tx, moved);
    return moved;
  }

  /** @throws Failure `moderation.conflict_of_interest` */
  async giveBack(tx: Tx, member: Judge, item: Item, { reason, note }: Why): Promise<Item> {
    const moved = await this.decide(tx, item, { event: 'return', actor: member, reason, note });
    await this.contents.written(item.kind).giveBack(tx, moved);
    return moved;
  }

  private async decide(tx: Tx, item: Item, step: Step): Promise<Item> {
    try {
      return await this.steps.take(tx, item, step);
    } catch (error) {
      throw conflictIn(error);
    }
  }

  /** The approved revision becomes what the first submission is about. */
  private async takeOver(tx: Tx, member: Judge, later: Item, [first]: readonly Item[]): Promise<void> {
    if (first && first.id !== later.id)
      await this.steps.take(tx, first, {
        event: 'update',
        actor: member,
        payload: { revision: later.revision, concerns: later.concerns },
      });
    await this.contents.written(later.kind).amend(tx, later);
  }
}
