import type { ItemState } from './moderation.lifecycle.js';

/** The lists of the desk: each is of the items in the state of its name. */
export const deskQueueNames = [
  'pending',
  'in_review',
  'held',
  'proposed',
  'escalated',
  'appealed',
  'returned',
] as const satisfies readonly ItemState[];
export type DeskQueue = (typeof deskQueueNames)[number];

/** The same, and the list of decisions that wait for a key which the reader of the desk can give. */
export const deskLists = [...deskQueueNames, 'mine'] as const;
export type DeskList = (typeof deskLists)[number];

/** The states of which there is a card. */
export const cardStates = [...deskQueueNames, 'live', 'actioned'] as const satisfies readonly ItemState[];
export type CardState = (typeof cardStates)[number];

/** The list that an item in this state stands in, if it is in one. */
export const queueOfState = (state: ItemState): DeskQueue | undefined => deskQueueNames.find((name) => name === state);

/** How many past decisions about alike words a card shows. */
export const precedentsShown = 5;
