import type { ItemState } from './moderation.lifecycle.js';

/** The lists of the desk, each with the states of what stands in it. */
export const deskQueues = {
  pending: ['pending', 'in_review'],
  held: ['held'],
  proposed: ['proposed'],
  escalated: ['escalated'],
  returned: ['returned'],
} as const satisfies Record<string, readonly ItemState[]>;
export type DeskQueue = keyof typeof deskQueues;

export const deskQueueNames = Object.keys(deskQueues) as [DeskQueue, ...DeskQueue[]];

/** The states of which there is a card. */
export const cardStates = [
  'pending',
  'in_review',
  'held',
  'live',
  'returned',
  'proposed',
  'escalated',
  'actioned',
  'appealed',
] as const satisfies readonly ItemState[];
export type CardState = (typeof cardStates)[number];

/** The list that an item in this state stands in, if it is in one. */
export const queueOfState = (state: ItemState): DeskQueue | undefined =>
  deskQueueNames.find((name) => (deskQueues[name] as readonly ItemState[]).includes(state));
