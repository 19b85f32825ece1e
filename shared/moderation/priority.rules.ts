import { concernToLook } from './detection/finding.rules.js';
import type { ReasonCode } from './reasons.js';

/**
 * Which of the reported items comes first (section 1.3 of the standard):
 * `priority = severity × (1 + ln(1 + Σ weights of the reports)) × live boost`, and it grows with the time waited. What a
 * detector found worth a look counts as one more report of that weight; the reason it suggests does not count, since a
 * machine's guess is never as grave as what a person says. Nothing here knows a side but to compare reporters with their
 * own, so exchanging the sides changes no priority.
 */

/** How much harm words of a kind do while they stand, from the least to danger for somebody. */
export const severityOf: Readonly<Record<ReasonCode, number>> = {
  THREAT: 8,
  INCITE: 8,
  DOXX: 8,
  HATE: 5,
  DEHUMANISE: 5,
  HARASS: 5,
  GLORIFY: 5,
  PRIVACY: 4,
  DENIAL: 3,
  IMPERSONATE: 3,
  ILLEGAL_OTHER: 3,
  MISQUOTE: 2,
  COORDINATED: 2,
  UNSOURCED_CLAIM: 1,
  SPAM: 1,
  OFFTOPIC: 1,
  RULES_OTHER: 1,
};

/** In a live meeting words do their harm at once. */
export const liveBoost = 4;

/** What an item counts that nobody has reported. */
export const ordinaryPriority = 1;

/** Reports that were decided in so many days past say how much a person's next one counts. */
export const accuracyDays = 365;

/** How many of somebody's reports were decided, and how many of these were well founded. */
export interface Accuracy {
  readonly founded: number;
  readonly decided: number;
}

/** The least and the most that one person's report counts. */
export const weightLimits = { least: 0.25, most: 2 } as const;

/** So many decided reports say as much about a person as what is usual on their side does. */
const usualCountsAs = 4;

/**
 * What a person's report counts: how often their reports were well founded, compared with what is usual on their own side.
 * Whoever has reported nothing yet counts 1, whatever their side; a side whose reports are seldom upheld does not count less
 * as a whole. With few decided reports the usual share weighs in (a Bayesian mean), so that one unlucky report costs little.
 */
export function reporterWeight(own: Accuracy, side: Accuracy): number {
  const usual = (side.founded + 1) / (side.decided + 2);
  const share = (own.founded + usualCountsAs * usual) / (own.decided + usualCountsAs);
  return Math.min(weightLimits.most, Math.max(weightLimits.least, share / usual));
}

/** So many reports within so many minutes, from accounts of one tree of invitations, are a rush. */
export const rush = { reports: 5, minutes: 10 } as const;

/**
 * What is left of a report's weight when others of the same tree reported the item within the minutes before it. The fifth
 * counts a quarter, the sixth a quarter of that, and so on: a rush of any size counts less than five reports of people who
 * have nothing to do with each other, and yet one more never makes it less.
 */
export const shareInRush = (earlier: number): number => 0.25 ** Math.max(0, earlier - (rush.reports - 2));

/** What is known of an item when it is put in its place. */
export interface Weighed {
  /** The reasons that its open reports give; the gravest counts. */
  readonly reasons: readonly ReasonCode[];
  readonly weights: readonly number[];
  /** How much detection found there is to look at the words for, from 0 to below 1. */
  readonly concern: number;
  /** Whether it was said in a meeting that is live now. */
  readonly live: boolean;
}

/** How urgent an item is, before the time that it has waited is looked at; in thousandths. */
export function priorityOf({ reasons, weights, concern, live }: Weighed): number {
  const severity = Math.max(ordinaryPriority, ...reasons.map((reason) => severityOf[reason]));
  const found = concern >= concernToLook ? concern : 0;
  const said = 1 + Math.log(1 + weights.reduce((sum, weight) => sum + weight, found));
  return Math.round(severity * said * (live ? liveBoost : 1) * 1000) / 1000;
}

/** What waits is twice as urgent after so many hours, and again after as many more. */
export const doublingHours = 12;

/**
 * The place of an item in its queue, as a moment: since when it would wait, were it of ordinary priority. All urgencies
 * grow by the same factor in the same time, so this order is right at every moment, and can stand in an index: whoever
 * sorts by it, earliest first, sorts by priority × 2^(hours waited / 12), most urgent first.
 */
export const turnOf = (since: Date, priority: number): Date =>
  new Date(since.getTime() - Math.round(Math.log2(priority) * doublingHours * 3_600_000));
