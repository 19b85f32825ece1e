import { logBeta } from './distributions.js';
import { alarmThreshold } from './fairness.rules.js';
import type { Counts, Stratum } from './strata.js';

/** Jeffreys' prior of a share: Beta(½, ½). */
const prior = 0.5;

/** ln of the probability of these counts in one order, when their share is drawn from the prior. */
const logEvidence = ({ yes, no }: Counts): number => logBeta(yes + prior, no + prior) - logBeta(prior, prior);

/**
 * ln of the Bayes factor of "each side has a share of its own" over "both have one", all shares with Jeffreys' prior (Kass and
 * Raftery 1995; Beta–Binomial). Unlike a p-value it may be looked at as often as one likes: under equal shares the
 * probability that it ever exceeds K is at most about 1/K (Ville 1939; Robbins 1970).
 */
export const logBayesFactor = ({ a, b }: Stratum): number =>
  logEvidence(a) + logEvidence(b) - logEvidence({ yes: a.yes + b.yes, no: a.no + b.no });

/** What was decided in one week. */
export interface Week {
  /** The Monday it begins with. */
  readonly week: string;
  readonly decided: Stratum;
}

/** What is known at the end of a week, of all weeks so far. */
export interface Look {
  readonly week: string;
  readonly bayesFactor: number;
  readonly isAlarm: boolean;
}

/** Looks at the end of every week at everything decided so far, the earliest week first. */
export function weeklyLooks(weeks: readonly Week[]): Look[] {
  let [a, b]: [Counts, Counts] = [nothing, nothing];
  return weeks
    .toSorted((one, other) => (one.week < other.week ? -1 : 1))
    .map(({ week, decided }) => {
      [a, b] = [together(a, decided.a), together(b, decided.b)];
      const bayesFactor = Math.exp(logBayesFactor({ a, b }));
      return { week, bayesFactor, isAlarm: bayesFactor > alarmThreshold };
    });
}

const nothing: Counts = { yes: 0, no: 0 };
const together = (one: Counts, other: Counts): Counts => ({ yes: one.yes + other.yes, no: one.no + other.no });
