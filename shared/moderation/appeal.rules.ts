import type { Side } from '../access/actor.js';
import { sanctionKinds, type ContentMeasure, type DecisionParts, type Sanction } from './decision-classes.rules.js';
import { seats } from './panel.rules.js';
import { appeal } from './time-limits.rules.js';

/** How long an appeal, and an answer to one, may be: in characters, the answer in each language. */
export const appealMaximum = 2000;
export const appealMinimum = 10;

/** Who appeals: whoever wrote what was restricted, or whoever reported something of which nothing came. */
export const appealParties = ['author', 'reporter'] as const;
export type AppealParty = (typeof appealParties)[number];

/** Where an appeal stands. */
export const appealStates = ['open', 'upheld', 'varied', 'overturned'] as const;
export type AppealState = (typeof appealStates)[number];

/** The day in the month that a date has, or the last one of a month that is shorter. */
function monthsLater(moment: Date, months: number): Date {
  const later = new Date(moment);
  later.setUTCDate(1);
  later.setUTCMonth(later.getUTCMonth() + months);
  const last = new Date(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 1, 0)).getUTCDate();
  later.setUTCDate(Math.min(moment.getUTCDate(), last));
  return later;
}

/** Until when an appeal against a decision is taken (DSA, article 20: at least six months). */
export const appealableUntil = (decided: Date): Date => monthsLater(decided, appeal.openMonths);

/** What a seat of the panel can say of an appeal; what a reporter appeals against can only stand or not. */
export const appealVerdicts = ['uphold', 'vary', 'overturn'] as const;
export type AppealVerdict = (typeof appealVerdicts)[number];

/** What the seats have said so far. Whoever varies says the same as whoever varied before. */
export type AppealVerdicts = Readonly<Partial<Record<Side, AppealVerdict>>>;

/**
 * What a panel has decided on appeal, once it has. A restriction goes on, or goes on in part, only when two of three want at
 * least that, one of them from the author's side or neutral; whoever upholds wants at least the milder one, too. When all have
 * spoken and no restriction came of it, the decision is overturned.
 */
export function appealOutcome(verdicts: AppealVerdicts, authorSide: Side): AppealVerdict | undefined {
  const saying = (...wanted: AppealVerdict[]): Side[] =>
    seats.filter((side) => wanted.some((one) => one === verdicts[side]));
  const isEnough = (some: readonly Side[]): boolean =>
    some.length >= 2 && some.some((side) => side === authorSide || side === 'neutral');
  const isComplete = saying(...appealVerdicts).length === seats.length;
  if (isEnough(saying('uphold'))) return 'uphold';
  if (isEnough(saying('vary')) || (isComplete && isEnough(saying('uphold', 'vary')))) return 'vary';
  return saying('overturn').length >= 2 || isComplete ? 'overturn' : undefined;
}

/** What a panel decides about a reporter's appeal: two of three decide whether the case is looked at again. */
export function reporterOutcome(verdicts: AppealVerdicts): 'uphold' | 'overturn' | undefined {
  const counted = (wanted: AppealVerdict): number => seats.filter((side) => verdicts[side] === wanted).length;
  if (counted('overturn') >= 2) return 'overturn';
  return counted('uphold') >= 2 ? 'uphold' : undefined;
}

const graveness = ({ kind, days }: Sanction): readonly [number, number] => [sanctionKinds.indexOf(kind), days ?? 0];

function isNoGraver(one: Sanction | null, than: Sanction | null): boolean {
  if (one === null) return true;
  if (than === null) return false;
  const [[kind, days], [otherKind, otherDays]] = [graveness(one), graveness(than)];
  return kind < otherKind || (kind === otherKind && days <= otherDays);
}

/** What a measure can become on appeal: itself, nothing, or less of the same. */
const milderMeasures: Readonly<Partial<Record<ContentMeasure, readonly ContentMeasure[]>>> = { remove: ['redact'] };

/** Whether a decision would be part of another: nothing in it is graver, something is milder, and something is left. */
export function isMilder(part: DecisionParts, whole: DecisionParts): boolean {
  const sameMeasure = part.measure === whole.measure;
  const lessMeasure =
    part.measure === null || (whole.measure !== null && (milderMeasures[whole.measure] ?? []).includes(part.measure));
  const sameSanction = part.sanction?.kind === whole.sanction?.kind && part.sanction?.days === whole.sanction?.days;
  return (
    (sameMeasure || lessMeasure) &&
    isNoGraver(part.sanction, whole.sanction) &&
    !(sameMeasure && sameSanction) &&
    (part.measure !== null || part.sanction !== null)
  );
}
