import type { TopicMode } from '../access/conditions.js';

/** Where an item stands. `new` is nowhere yet; `merged` is a revision that went into a post already published. */
export const itemStates = ['new', 'pending', 'live', 'in_review', 'held', 'returned', 'withdrawn', 'merged'] as const;
export type ItemState = (typeof itemStates)[number];

/** What can happen to an item. `report` and `expire` come from people's reports and from time, the rest from decisions. */
export const itemEvents = ['submit', 'approve', 'return', 'hold', 'expire', 'report', 'revise', 'withdraw'] as const;
export type ItemEvent = (typeof itemEvents)[number];

/** What the guards look at. Nothing here tells a side: what holds for one holds for the other. */
export interface Circumstances {
  readonly mode: TopicMode;
  /** Posts of this author in this dyad that a moderator has approved, ever. */
  readonly approvedBefore: number;
  /** The item is a later revision of something already published. */
  readonly amends: boolean;
}

/** So many approved posts make a member's next ones go live at once, in topics of the mode `graduated`. */
export const approvalsToGraduate = 3;

const passes = ({ mode, approvedBefore }: Circumstances): boolean =>
  mode === 'post' || (mode === 'graduated' && approvedBefore >= approvalsToGraduate);

const guards = {
  passes,
  waits: (circumstances) => !passes(circumstances),
  amends: ({ amends }) => amends,
  first: ({ amends }) => !amends,
} as const satisfies Record<string, (circumstances: Circumstances) => boolean>;

export interface Transition {
  readonly from: readonly ItemState[];
  readonly event: ItemEvent;
  readonly to: ItemState;
  readonly guard?: keyof typeof guards;
}

/**
 * The whole life of a moderated item. Decisions, timers and bulk work all go through it, and what is not listed cannot
 * happen. A restriction that lasts is missing on purpose: it needs a key of each side, and rows of its own.
 */
export const transitions: readonly Transition[] = [
  { from: ['new'], event: 'submit', to: 'pending', guard: 'waits' },
  { from: ['new'], event: 'submit', to: 'live', guard: 'passes' },
  { from: ['pending'], event: 'approve', to: 'live', guard: 'first' },
  { from: ['pending'], event: 'approve', to: 'merged', guard: 'amends' },
  { from: ['pending'], event: 'return', to: 'returned' },
  { from: ['pending', 'returned'], event: 'revise', to: 'pending' },
  { from: ['live'], event: 'revise', to: 'live', guard: 'passes' },
  { from: ['in_review'], event: 'revise', to: 'in_review', guard: 'passes' },
  { from: ['live'], event: 'report', to: 'in_review' },
  { from: ['live', 'in_review'], event: 'hold', to: 'held' },
  { from: ['in_review', 'held'], event: 'approve', to: 'live' },
  { from: ['held'], event: 'expire', to: 'live' },
  { from: ['pending', 'live', 'in_review', 'held', 'returned'], event: 'withdraw', to: 'withdrawn' },
];

/** Where an event leads, or nothing when it cannot happen. */
export function nextState(from: ItemState, event: ItemEvent, circumstances: Circumstances): ItemState | undefined {
  return transitions.find(
    (one) => one.event === event && one.from.includes(from) && (!one.guard || guards[one.guard](circumstances)),
  )?.to;
}

/** Whether readers see the words of an item in this state. */
export const showsWords = (state: ItemState): boolean => state === 'live' || state === 'in_review';

/** A hold protects for a day and ends by itself. */
export const holdHours = 24;
