import { Injectable } from '@nestjs/common';
import type { DyadMember, Side } from '../../../shared/access/actor.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { ReasonCode } from '../../../shared/moderation/reasons.js';
import { deskChanged } from '../../../shared/moderation/desk.signals.js';
import {
  holdHours,
  nextState,
  type Circumstances,
  type ItemEvent,
  type ItemState,
} from '../../../shared/moderation/moderation.lifecycle.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { Signals } from '../../platform/events/signals.js';
import { timeOrderedId } from '../../platform/ids/ids.js';
import type { Item } from './moderation-item.js';
import { ModerationEventRepository } from './moderation-event.repository.js';
import { ModerationItemRepository } from './moderation-item.repository.js';

/** Who takes a step and why; without an actor it is time. */
export interface Step {
  readonly event: ItemEvent;
  readonly actor?: { readonly memberId: string; readonly side: Side };
  readonly circumstances?: Circumstances;
  readonly reason?: ReasonCode;
  readonly note?: string;
  /** The revision that the item is about from now on. */
  readonly revision?: number;
}

const onDesk = (state: ItemState): boolean => ['pending', 'in_review', 'held', 'returned'].includes(state);

/** Takes items from state to state: the table decides, the event is kept, the desks are told. */
@Injectable()
export class ItemSteps {
  constructor(
    private readonly items: ModerationItemRepository,
    private readonly events: ModerationEventRepository,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  /** Begins an item with its submission. */
  async begin(tx: Tx, item: Omit<Item, 'id' | 'state' | 'version' | 'since' | 'heldUntil'>, step: Step): Promise<Item> {
    const now = this.clock.now();
    const begun: Item = {
      ...item,
      id: timeOrderedId(now),
      state: this.stateAfter('new', step, item.amends),
      version: 1,
      since: now,
      heldUntil: null,
    };
    await this.items.add(tx, begun);
    await this.account(tx, begun, step, null);
    if (onDesk(begun.state)) await this.tellDesks(tx, begun);
    return begun;
  }

  /**
   * Takes a locked item one step further.
   * @throws Failure `moderation.step_not_possible` when the table has no such step; nothing is written then.
   */
  async take(tx: Tx, item: Item, step: Step): Promise<Item> {
    const now = this.clock.now();
    const state = this.stateAfter(item.state, step, item.amends);
    const moved: Item = {
      ...item,
      state,
      version: item.version + 1,
      since: state === item.state ? item.since : now,
      heldUntil: state === 'held' ? this.clock.in({ hours: holdHours }) : null,
      revision: step.revision ?? item.revision,
    };
    const decided = item.state === 'pending' && (step.event === 'approve' || step.event === 'return');
    await this.items.save(tx, moved, step.event === 'approve' && item.state === 'pending' ? now : null);
    await this.account(tx, moved, step, decided ? now.getTime() - item.since.getTime() : null);
    if (onDesk(item.state) || onDesk(state)) await this.tellDesks(tx, moved);
    return moved;
  }

  /** Ends one hold whose time is over, if there is one that nobody else is ending. */
  async endOverdue(tx: Tx): Promise<Item | undefined> {
    const item = await this.items.lockOverdue(tx, this.clock.now());
    return item && this.take(tx, item, { event: 'expire' });
  }

  /** Tells the desks of both sides that this card is not what it was. */
  async tellDesks(tx: Tx, { dyadId, id }: Item): Promise<void> {
    await this.signals.append(tx, dyadId, `desk:${dyadId}`, deskChanged, { item: id });
  }

  private stateAfter(from: ItemState, { event, circumstances }: Step, amends: boolean): ItemState {
    const state = nextState(from, event, circumstances ?? { mode: 'pre', approvedBefore: 0, amends });
    if (!state) throw new Failure('moderation.step_not_possible');
    return state;
  }

  private account(tx: Tx, item: Item, step: Step, waitedMilliseconds: number | null): Promise<void> {
    return this.events.add(tx, item, {
      id: timeOrderedId(this.clock.now()),
      type: step.event,
      actorId: step.actor?.memberId ?? null,
      actorSide: step.actor?.side ?? null,
      reason: step.reason ?? null,
      note: step.note ?? '',
      waitedSeconds: waitedMilliseconds === null ? null : Math.max(0, Math.round(waitedMilliseconds / 1000)),
      at: this.clock.now(),
    });
  }
}

/** The part of a member that an event keeps. */
export const actorOf = ({ memberId, side }: DyadMember): { memberId: string; side: Side } => ({ memberId, side });
