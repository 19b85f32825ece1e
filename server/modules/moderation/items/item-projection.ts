import { sortedJson } from '../../../../shared/contract/sorted-json.js';
import { queueOfState } from '../../../../shared/moderation/desk.rules.js';
import {
  nowhere,
  ordinary,
  type Circumstances,
  type ItemState,
  type Standing,
} from '../../../../shared/moderation/moderation.lifecycle.js';
import { isHolding, nextStanding } from '../../../../shared/moderation/next-standing.js';
import { ordinaryPriority, turnOf } from '../../../../shared/moderation/priority.rules.js';
import type { EventPayload, Item, NewEvent } from './item.js';

/**
 * The one way from events to standings: items are moved by it, and rebuilt by it from the events alone.
 * @returns nothing when the table has no such step; then nothing happens
 */
export function project(before: Item | undefined, event: NewEvent): Item | undefined {
  const { payload } = event;
  const origin = before ?? payload.origin;
  if (!origin) return undefined;
  const standing = nextStanding(before ?? nowhere, event.type, circumstancesOf(payload, origin.amends));
  if (!standing) return undefined;
  const holding = isHolding(standing);
  const begins = event.type === 'hold';
  const since = before && before.state === standing.state ? before.since : event.at;
  const priority = priorityAt(standing.state, payload.priority ?? before?.priority);
  return {
    ...(before ?? {
      ...origin,
      id: event.itemId,
      dyadId: event.dyadId,
    }),
    ...standing,
    revision: payload.revision ?? before?.revision ?? 1,
    concerns: payload.concerns ?? before?.concerns ?? [],
    version: versionAfter(before, event, standing),
    priority,
    since,
    turnAt: turnOf(since, priority),
    submittedAt: before && event.type !== 'revise' ? before.submittedAt : event.at,
    heldUntil: begins ? dateOf(payload.until) : holding ? (before?.heldUntil ?? null) : null,
    heldBy: begins ? event.actorId : holding ? (before?.heldBy ?? null) : null,
    approvedAt: before?.approvedAt ?? (before?.state === 'pending' && event.type === 'approve' ? event.at : null),
  };
}

/** What a detector points out in words makes no card outdated that somebody is deciding on, unless it moved the item. */
const versionAfter = (before: Item | undefined, { type }: NewEvent, { state }: Standing): number =>
  (before?.version ?? 0) + (type === 'detect' && before?.state === state ? 0 : 1);

/** What nobody waits for is not urgent. */
const priorityAt = (state: ItemState, priority: number | undefined): number =>
  (queueOfState(state) && priority) ?? ordinaryPriority;

const dateOf = (moment: string | undefined): Date | null => (moment === undefined ? null : new Date(moment));

function circumstancesOf(
  { mode, approvedBefore, safety, concern, measure }: EventPayload,
  amends: boolean,
): Circumstances {
  return {
    mode: mode ?? ordinary.mode,
    approvedBefore: approvedBefore ?? ordinary.approvedBefore,
    safety: safety ?? ordinary.safety,
    concern: concern ?? ordinary.concern,
    measure: measure ?? null,
    amends,
  };
}

/** How long an item had waited when it was published or returned, in whole seconds; nothing for other steps. */
export function waitedSeconds(before: Item | undefined, { type, at }: Pick<NewEvent, 'type' | 'at'>): number | null {
  if (before?.state !== 'pending' || (type !== 'approve' && type !== 'return')) return null;
  return Math.max(0, Math.round((at.getTime() - before.since.getTime()) / 1000));
}

/** What of an item is not as another says; the names of its parts. */
export const differences = (one: Item, other: Item): (keyof Item)[] =>
  (Object.keys({ ...one, ...other }) as (keyof Item)[]).filter((key) => plain(one[key]) !== plain(other[key]));

const plain = (value: unknown): string => sortedJson(value instanceof Date ? value.toISOString() : (value ?? null));
