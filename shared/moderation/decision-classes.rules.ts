import type { Side } from '../access/actor.js';

/** What a proposal may do with the words, or with an earlier decision about them. */
export const contentMeasures = ['remove', 'redact', 'lock_thread', 'dismiss', 'reopen'] as const;
export type ContentMeasure = (typeof contentMeasures)[number];

/** What a proposal may do with the person who wrote them; from the mildest to the gravest. */
export const sanctionKinds = ['note', 'warning', 'silence', 'suspend', 'ban'] as const;
export type SanctionKind = (typeof sanctionKinds)[number];

/** A sanction as proposed; those that last say for how many days. */
export interface Sanction {
  readonly kind: SanctionKind;
  readonly days: number | null;
}

/** Sanctions that last for a time; the others happen once, or do not end. */
export const lasting: ReadonlySet<SanctionKind> = new Set<SanctionKind>(['silence', 'suspend']);

/** How many keys a decision needs: one; one of each side; one of each side and a neutral one. */
export const decisionClasses = ['T0', 'T1', 'T2'] as const;
export type DecisionClass = (typeof decisionClasses)[number];

/** The parts of a decision that its class depends on. */
export interface DecisionParts {
  readonly measure: ContentMeasure | null;
  readonly sanction: Sanction | null;
}

/** Longer than this, keeping somebody from speaking needs a neutral key as well. */
export const longestOfTwoKeys = 7;

const classOfSanction = ({ kind, days }: Sanction): DecisionClass => {
  if (kind === 'note') return 'T0';
  if (kind === 'ban') return 'T2';
  return (days ?? 0) > longestOfTwoKeys ? 'T2' : 'T1';
};

/** The class of a decision is the highest of its parts; whatever it does with words takes a key of each side. */
export function classOf({ measure, sanction }: DecisionParts): DecisionClass {
  const parts: DecisionClass[] = [measure === null ? 'T0' : 'T1', sanction === null ? 'T0' : classOfSanction(sanction)];
  return decisionClasses.findLast((one) => parts.includes(one)) ?? 'T0';
}

/** The sides whose keys a class needs; for the lowest, anybody's is enough. */
export const sidesNeeded: Readonly<Record<DecisionClass, readonly Side[]>> = {
  T0: [],
  T1: ['a', 'b'],
  T2: ['a', 'b', 'neutral'],
};

/** A key as the rule of keys sees it. */
export interface Key {
  readonly memberId: string;
  readonly side: Side;
  /** The side for which a neutral gave it, where that side had nobody on call. */
  readonly proxyFor: 'a' | 'b' | null;
  readonly verdict: 'give' | 'oppose';
  /** The hash of exactly the action that it is for; a key for an earlier wording opens nothing. */
  readonly actionHash: string;
}

/** The side that a key counts for. */
export const countsFor = ({ side, proxyFor }: Pick<Key, 'side' | 'proxyFor'>): Side => proxyFor ?? side;

/** The keys that were given for exactly this action. */
export const keysFor = <K extends Key>(actionHash: string, keys: readonly K[]): K[] =>
  keys.filter((key) => key.verdict === 'give' && key.actionHash === actionHash);

/** The sides whose keys an action of this class still misses; none when it is decided. */
export function sidesMissing(decisionClass: DecisionClass, actionHash: string, keys: readonly Key[]): Side[] {
  const given = keysFor(actionHash, keys).map(countsFor);
  return sidesNeeded[decisionClass].filter((side) => !given.includes(side));
}

/** Whether the keys given for exactly this action decide it. */
export const isDecided = (decisionClass: DecisionClass, actionHash: string, keys: readonly Key[]): boolean =>
  keysFor(actionHash, keys).length > 0 && sidesMissing(decisionClass, actionHash, keys).length === 0;
