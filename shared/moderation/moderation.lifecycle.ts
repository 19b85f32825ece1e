import type { TopicMode } from '../access/conditions.js';
import type { ContentMeasure } from './decision-classes.rules.js';
import { concernToLook } from './detection/finding.rules.js';

/**
 * Where an item stands. `new` is nowhere yet; `merged` is a revision that went into a post already published; `proposed`
 * waits for keys, `escalated` for a panel; `actioned` was decided by both sides, or by a panel.
 */
export const itemStates = [
  'new',
  'pending',
  'live',
  'in_review',
  'held',
  'proposed',
  'escalated',
  'actioned',
  'appealed',
  'returned',
  'withdrawn',
  'merged',
] as const;
export type ItemState = (typeof itemStates)[number];

/**
 * What can happen to an item. `expire`, `lapse` and `wait` come from time; `detect` from what looks at texts by itself;
 * `report` from readers; `submit`, `revise` and `withdraw` from the author; `draw`, `verdict` and `restore` from panels; all others from moderators.
 */
export const itemEvents = [
  'submit',
  'revise',
  'withdraw',
  'report',
  'detect',
  'approve',
  'update',
  'return',
  'takeover',
  'hold',
  'release',
  'expire',
  'propose',
  'amend',
  'key',
  'oppose',
  'retract',
  'lapse',
  'draw',
  'wait',
  'verdict',
  'enact',
  'restore',
  'confirm',
  'appeal',
  'uphold',
  'vary',
  'overturn',
] as const;
export type ItemEvent = (typeof itemEvents)[number];

/** Where a decision that comes to nothing leads back to. */
export type Origin = 'pending' | 'live' | 'in_review' | 'held' | 'withdrawn';

/** Where an item stands, and what readers have of it. */
export interface Standing {
  readonly state: ItemState;
  /** Whether readers see the words. A proposal leaves visible what was visible, and hidden what was hidden. */
  readonly shown: boolean;
  /** Where it came from, while something is being decided about it, and after. */
  readonly resumes: Origin | null;
  /** A report of the safety set is open: no single key says that it was nothing. */
  readonly alarmed: boolean;
}

export const nowhere: Standing = { state: 'new', shown: false, resumes: null, alarmed: false };

/** What the guards look at. Nothing here tells a side: what holds for one holds for the other. */
export interface Circumstances {
  readonly mode: TopicMode;
  /** Posts of this author in this dyad that a moderator has approved, ever. */
  readonly approvedBefore: number;
  /** The item is a later revision of something already published. */
  readonly amends: boolean;
  /** The reason of the hold, proposal or report is of the safety set. */
  readonly safety: boolean;
  /** How much detection found there is to look at the words for, from 0 to below 1. */
  readonly concern: number;
  /** What the proposal would do with the words; nothing when it is about the person alone. */
  readonly measure: ContentMeasure | null;
}

/** What holds where nobody says otherwise. */
export const ordinary: Circumstances = {
  mode: 'pre',
  approvedBefore: 0,
  amends: false,
  safety: false,
  concern: 0,
  measure: null,
};

/** So many approved posts make a member's next ones go live at once, in topics of the mode `graduated`. */
export const approvalsToGraduate = 3;

type Given = Circumstances & { readonly from: Standing };

const passes = ({ mode, approvedBefore }: Circumstances): boolean =>
  mode === 'post' || (mode === 'graduated' && approvedBefore >= approvalsToGraduate);
const reopens = ({ measure }: Circumstances): boolean => measure === 'reopen';
export const hasWords = ({ from }: Given): boolean => from.resumes !== 'withdrawn';
const holds = ({ from }: Given): boolean => from.resumes === 'held' && !from.shown;

export const guards = {
  passes,
  waits: (given) => !passes(given),
  amends: ({ amends }) => amends,
  first: ({ amends }) => !amends,
  shown: ({ from }) => from.shown,
  calm: ({ from }) => !from.alarmed,
  safe: ({ safety }) => safety,
  harmless: ({ safety }) => !safety,
  worrying: ({ concern }) => concern >= concernToLook,
  unworrying: ({ concern }) => concern < concernToLook,
  /** A hold is running under the decision. */
  holds,
  holdsHarmless: (given) => holds(given) && !given.safety,
  holdsSafe: (given) => holds(given) && given.safety,
  /** A first submission; about words that nobody has seen yet, only what hides them or parts of them can be proposed. */
  proposable: ({ from, amends, measure }) =>
    !amends &&
    measure !== 'reopen' &&
    ((from.resumes ?? from.state) !== 'pending' || measure === 'remove' || measure === 'redact'),
  reopens,
  reopenable: (given) => reopens(given) && hasWords(given),
  hasWords,
  restricts: (given) => !reopens(given) && given.measure !== 'dismiss',
  dismisses: ({ measure }) => measure === 'dismiss',
} as const satisfies Record<string, (given: Given) => boolean>;

/**
 * Ways on that depend on where the item came from. `same`: it stays. `origin`: back to where the decision began. `freed`: out
 * of a hold, back to review while a report of the safety set is open. `settled`: decided in favour of the words. `reviewed`: looked at again, while there are words.
 */
type Way = 'same' | 'origin' | 'freed' | 'settled' | 'reviewed';

export interface Transition {
  readonly from: readonly ItemState[];
  readonly event: ItemEvent;
  readonly to: ItemState | Way;
  readonly guard?: keyof typeof guards;
  /** Where the event changes it beyond what the state says. `measured`: as the measure does. */
  readonly shown?: boolean | 'measured';
  readonly resumes?: Origin | 'freed' | 'reported';
}

const underDecision = ['proposed', 'escalated'] as const;
const begun = itemStates.filter((state) => state !== 'new' && state !== 'merged');

/**
 * The whole life of a moderated item. Decisions of one and of many, panels, appeals and timers all go through it, and what
 * is not listed cannot happen. While something is being decided the author can neither change nor take back the words.
 */
export const transitions: readonly Transition[] = [
  { from: ['new'], event: 'submit', to: 'pending', guard: 'waits' },
  { from: ['new'], event: 'submit', to: 'live', guard: 'passes' },
  { from: ['pending', 'returned'], event: 'revise', to: 'pending' },
  { from: ['live', 'in_review'], event: 'revise', to: 'same', guard: 'passes' },
  { from: ['pending', 'live', 'in_review', 'held', 'returned'], event: 'withdraw', to: 'withdrawn' },
  {
    from: ['actioned', 'appealed'],
    event: 'withdraw',
    to: 'same',
    guard: 'hasWords',
    shown: false,
    resumes: 'withdrawn',
  },

  { from: ['live', 'in_review'], event: 'report', to: 'in_review', guard: 'shown' },
  // Words that are reported while something else is decided about them are still to be looked at when nothing comes of that.
  { from: underDecision, event: 'report', to: 'same', guard: 'shown', resumes: 'reported' },
  { from: ['actioned', 'appealed'], event: 'report', to: 'same', guard: 'shown' },

  // What is found by itself only says how soon a human looks: it shows and hides nothing, and decides nothing (MOD-35).
  { from: ['live'], event: 'detect', to: 'in_review', guard: 'worrying' },
  { from: ['pending', 'in_review', 'held', 'returned', 'appealed'], event: 'detect', to: 'same' },
  { from: underDecision, event: 'detect', to: 'same', guard: 'worrying', resumes: 'reported' },
  { from: underDecision, event: 'detect', to: 'same', guard: 'unworrying' },

  // Whoever takes up what another had taken up, and left, says so.
  { from: ['pending', 'in_review', 'held', ...underDecision, 'appealed'], event: 'takeover', to: 'same' },

  { from: ['pending'], event: 'approve', to: 'live', guard: 'first' },
  { from: ['pending'], event: 'approve', to: 'merged', guard: 'amends' },
  { from: ['in_review'], event: 'approve', to: 'live', guard: 'calm' },
  { from: ['live', 'in_review', 'held'], event: 'update', to: 'same' },
  { from: ['pending'], event: 'return', to: 'returned' },

  { from: ['live', 'in_review'], event: 'hold', to: 'held', guard: 'shown' },
  { from: underDecision, event: 'hold', to: 'same', guard: 'shown', shown: false, resumes: 'held' },
  { from: ['held'], event: 'release', to: 'freed', shown: true },
  { from: underDecision, event: 'release', to: 'same', guard: 'holds', shown: true, resumes: 'freed' },
  { from: ['held'], event: 'expire', to: 'freed', guard: 'harmless', shown: true },
  { from: ['held'], event: 'expire', to: 'escalated', guard: 'safe' },
  { from: underDecision, event: 'expire', to: 'same', guard: 'holdsHarmless', shown: true, resumes: 'freed' },
  { from: ['proposed'], event: 'expire', to: 'escalated', guard: 'holdsSafe' },

  { from: ['pending', 'live', 'in_review', 'held'], event: 'propose', to: 'proposed', guard: 'proposable' },
  { from: ['proposed'], event: 'amend', to: 'same', guard: 'proposable' },
  { from: ['proposed'], event: 'key', to: 'same' },
  { from: ['proposed'], event: 'oppose', to: 'escalated' },
  { from: ['proposed'], event: 'retract', to: 'origin' },
  { from: ['proposed'], event: 'lapse', to: 'origin', guard: 'harmless' },
  { from: ['proposed'], event: 'lapse', to: 'escalated', guard: 'safe' },

  { from: ['escalated', 'appealed'], event: 'draw', to: 'same' },
  { from: ['escalated', 'appealed'], event: 'wait', to: 'same' },
  { from: ['escalated', 'appealed'], event: 'verdict', to: 'same' },
  { from: underDecision, event: 'enact', to: 'actioned', guard: 'restricts', shown: 'measured' },
  { from: underDecision, event: 'enact', to: 'settled', guard: 'dismisses' },
  { from: ['escalated'], event: 'restore', to: 'settled' },

  // A decision that may be reopened stands until keys of both sides reopen it.
  { from: ['actioned'], event: 'propose', to: 'same', guard: 'reopenable' },
  { from: ['actioned'], event: 'amend', to: 'same', guard: 'reopens' },
  { from: ['actioned'], event: 'key', to: 'same', guard: 'reopens' },
  { from: ['actioned', 'appealed'], event: 'oppose', to: 'same', guard: 'reopens' },
  { from: ['actioned', 'appealed'], event: 'retract', to: 'same', guard: 'reopens' },
  { from: ['actioned', 'appealed'], event: 'lapse', to: 'same', guard: 'reopens' },
  { from: ['actioned'], event: 'enact', to: 'in_review', guard: 'reopenable' },

  { from: begun, event: 'confirm', to: 'same' },
  // Authors appeal against what restricts; those who reported, against that nothing came of it.
  { from: ['actioned'], event: 'appeal', to: 'appealed', guard: 'restricts' },
  { from: ['live'], event: 'appeal', to: 'appealed', guard: 'dismisses' },
  { from: ['appealed'], event: 'uphold', to: 'actioned', guard: 'restricts' },
  { from: ['appealed'], event: 'uphold', to: 'origin', guard: 'dismisses' },
  { from: ['appealed'], event: 'vary', to: 'actioned', guard: 'restricts', shown: 'measured' },
  { from: ['appealed'], event: 'overturn', to: 'settled', guard: 'restricts' },
  { from: ['appealed'], event: 'overturn', to: 'reviewed', guard: 'dismisses' },
];
