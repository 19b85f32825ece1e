import { Injectable } from '@nestjs/common';
import type { DyadMember, Side } from '../../../../shared/access/actor.js';
import { Failure } from '../../../../shared/contract/failure.js';
import { queueOfState } from '../../../../shared/moderation/desk.rules.js';
import { deskChanged } from '../../../../shared/moderation/desk.signals.js';
import type { ItemEvent } from '../../../../shared/moderation/moderation.lifecycle.js';
import type { ReasonCode } from '../../../../shared/moderation/reasons.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Signals } from '../../../platform/events/signals.js';
import { timeOrderedId } from '../../../platform/ids/ids.js';
import type { EventPayload, Item, ItemOrigin, NewEvent, Tool } from './item.js';
import { project, waitedSeconds } from './item-projection.js';
import { ItemEventRepository } from './item-event.repository.js';
import { ItemRepository } from './item.repository.js';
import { StepFollowers } from './step-followers.js';

/** Who takes a step and why; without an actor it is time. */
export interface Step {
  readonly event: ItemEvent;
  readonly actor?: { readonly memberId: string; readonly side: Side } | undefined;
  /** By what way; where it is not said, the desk for a person and the timer for nobody. */
  readonly tool?: Tool;
  readonly reason?: ReasonCode;
  readonly note?: string;
  /** What the table looks at, and what the item is like from now on. */
  readonly payload?: EventPayload;
  /** Whether no person had a hand in it; where it is not said, a step without an actor. */
  readonly automated?: boolean;
  /** The version of the charter that was applied. */
  readonly policyVersion?: number;
  /** An id that was taken before, where other events are to name this one as their cause. */
  readonly id?: string;
  readonly causedBy?: string;
}

/** Takes items from state to state: the table decides, the event is kept, the desks are told, and who follows items. */
@Injectable()
export class ItemSteps {
  constructor(
    private readonly items: ItemRepository,
    private readonly events: ItemEventRepository,
    private readonly signals: Signals,
    private readonly clock: Clock,
    private readonly followers: StepFollowers,
  ) {}

  newId(): string {
    return timeOrderedId(this.clock.now());
  }

  /** Begins an item with its submission. */
  async begin(tx: Tx, dyadId: string, origin: ItemOrigin, step: Step): Promise<Item> {
    const event = this.eventOf(dyadId, this.newId(), { ...step, payload: { ...step.payload, origin } });
    const begun = this.moved(undefined, event);
    await this.items.add(tx, begun);
    await this.account(tx, event, undefined, begun);
    return begun;
  }

  /**
   * Takes a locked item one step further.
   * @throws Failure `moderation.step_not_possible` when the table has no such step; nothing is written then.
   */
  async take(tx: Tx, item: Item, step: Step): Promise<Item> {
    const event = this.eventOf(item.dyadId, item.id, step);
    const moved = this.moved(item, event);
    await this.items.save(tx, moved);
    await this.account(tx, event, item, moved);
    return moved;
  }

  /** Tells the desks of both sides that this card is not what it was. */
  async tellDesks(tx: Tx, { dyadId, id }: Pick<Item, 'dyadId' | 'id'>): Promise<void> {
    await this.signals.append(tx, dyadId, `desk:${dyadId}`, deskChanged, { item: id });
  }

  private eventOf(dyadId: string, itemId: string, step: Step): NewEvent {
    return {
      id: step.id ?? this.newId(),
      dyadId,
      itemId,
      type: step.event,
      actorId: step.actor?.memberId ?? null,
      actorSide: step.actor?.side ?? null,
      reason: step.reason ?? null,
      note: step.note ?? '',
      payload: step.payload ?? {},
      policyVersion: step.policyVersion ?? null,
      tool: step.tool ?? (step.actor ? 'desk' : 'timer'),
      automated: step.automated ?? step.actor === undefined,
      causedBy: step.causedBy ?? null,
      at: this.clock.now(),
    };
  }

  private moved(item: Item | undefined, event: NewEvent): Item {
    const moved = project(item, event);
    if (!moved) throw new Failure('moderation.step_not_possible');
    return moved;
  }

  private async account(tx: Tx, event: NewEvent, before: Item | undefined, after: Item): Promise<void> {
    const { state } = after;
    await this.events.append(tx, { ...event, state, waitedSeconds: waitedSeconds(before, event) });
    const isOnDesk = queueOfState(state) ?? (before && queueOfState(before.state));
    if (isOnDesk) await this.tellDesks(tx, after);
    await this.followers.follow(tx, { event, before, after });
  }
}

/** The part of a member that an event keeps. */
export const actorOf = ({ memberId, side }: DyadMember): { memberId: string; side: Side } => ({ memberId, side });
