import { testOf, type ChiSquareTest } from './mantel-haenszel.js';
import { ofEachSide, type OneSide, type Sided } from './sided.js';

/** How long one item waited: until it was decided, or until now. */
export interface Wait {
  readonly side: OneSide;
  /** Items that may be compared with each other have the same. */
  readonly stratum: string;
  readonly seconds: number;
  readonly ended: boolean;
}

export interface LogRank extends ChiSquareTest {
  /** Waits that ended. */
  readonly observed: Sided<number>;
  /** Those that would have ended by the same time if both sides waited alike. */
  readonly expected: Sided<number>;
}

interface Sums {
  readonly expected: Sided<number>;
  readonly excess: number;
  readonly variance: number;
}

/**
 * The stratified log-rank test that both sides wait alike long (Mantel 1966; Peto and Peto 1972; with the hypergeometric
 * variance, as `survdiff(… + strata(…))` of R's survival has it). An item that still waits counts for as long as it waited.
 * @returns nothing when no wait ended while items of both sides waited
 */
export function logRank(waits: readonly Wait[]): LogRank | undefined {
  const strata = [...new Set(waits.map(({ stratum }) => stratum))].toSorted();
  let sums: Sums = { expected: { a: 0, b: 0 }, excess: 0, variance: 0 };
  for (const stratum of strata)
    for (const moment of momentsOf(waits.filter((wait) => wait.stratum === stratum))) sums = withMoment(sums, moment);
  if (sums.variance === 0) return undefined;
  return {
    observed: ofEachSide((own) => waits.filter(({ side, ended }) => ended && side === own).length),
    expected: sums.expected,
    ...testOf(sums.excess ** 2 / sums.variance),
  };
}

/** One time at which waits ended: how many waited until then, and how many of them ended. */
interface Moment {
  readonly waiting: Sided<number>;
  readonly ended: Sided<number>;
}

function momentsOf(waits: readonly Wait[]): Moment[] {
  const moments: Moment[] = [];
  const waiting = { a: 0, b: 0 };
  for (const { side } of waits) waiting[side] += 1;
  for (const together of byTime(waits)) {
    const ended = { a: 0, b: 0 };
    for (const wait of together) if (wait.ended) ended[wait.side] += 1;
    if (ended.a + ended.b > 0) moments.push({ waiting: { ...waiting }, ended });
    for (const { side } of together) waiting[side] -= 1;
  }
  return moments;
}

/** Waits of equal length together, the shortest first. */
function byTime(waits: readonly Wait[]): Wait[][] {
  const together = new Map<number, Wait[]>();
  for (const wait of waits) {
    const those = together.get(wait.seconds);
    if (those) those.push(wait);
    else together.set(wait.seconds, [wait]);
  }
  return [...together].toSorted(([one], [other]) => one - other).map(([, those]) => those);
}

function withMoment(sums: Sums, { waiting, ended }: Moment): Sums {
  const [n, d] = [waiting.a + waiting.b, ended.a + ended.b];
  const spread = n > 1 ? (waiting.a * waiting.b * (d * (n - d))) / (n * n * (n - 1)) : 0;
  return {
    expected: ofEachSide((own) => sums.expected[own] + (d * waiting[own]) / n),
    excess: sums.excess + (ended.a * waiting.b - ended.b * waiting.a) / n,
    variance: sums.variance + spread,
  };
}

/** Shares that are equal but for rounding are equal. */
const rounding = 1e-12;

/**
 * The time by which a share of the items is decided, of those that still wait as well (Kaplan and Meier 1958): the first at
 * which at most the rest waits.
 * @param share between 0 and 1; 0.5 for the median
 * @returns nothing when so many are not decided yet
 */
export function waitQuantile(waits: readonly Omit<Wait, 'side' | 'stratum'>[], share: number): number | undefined {
  const sorted = waits.toSorted((one, other) => one.seconds - other.seconds || Number(other.ended) - Number(one.ended));
  let stillWaiting = 1;
  for (const [at, { seconds, ended }] of sorted.entries()) {
    if (!ended) continue;
    const left = sorted.length - at;
    stillWaiting *= (left - 1) / left;
    if (stillWaiting <= 1 - share + rounding) return seconds;
  }
  return undefined;
}
