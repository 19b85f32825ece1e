import { logChoose } from './distributions.js';
import { ofEachSide, type Sided } from './sided.js';
import { isInformative, totalOf, type Counts, type Estimate, type Stratum } from './strata.js';

export interface ConditionalTest {
  /** The odds of each side over the odds of the other: the conditional maximum-likelihood estimate. */
  readonly oddsRatio: Sided<Estimate>;
  readonly pValue: number;
}

/** How often each number of items with the outcome comes up in the first row, given all margins; logarithms, but for a factor. */
interface Weights {
  readonly least: number;
  readonly logs: readonly number[];
}

/** The first row and the second, whichever sides they are. */
type Rows = readonly [Counts, Counts];

/**
 * The exact test that the common odds ratio of the sides is 1, given the margins of every stratum (Agresti 2002, 6.7.1; the
 * distribution by convolution, Mehta, Patel and Gray 1985). Twofold: all outcomes no more probable than the one seen count, as
 * in Fisher's test and R's `mantelhaen.test(exact = TRUE)`. The interval turns two one-sided exact tests of 2.5 % around.
 * @returns nothing when no stratum has items of both sides, with the outcome and without
 */
export function conditionalTest(strata: readonly Stratum[]): ConditionalTest | undefined {
  const told = strata.filter(isInformative);
  if (told.length === 0) return undefined;
  const turn = turnOf(told);
  const tables = told.map(({ a, b }): Rows => (turn > 0 ? [b, a] : [a, b]));
  const seen = tables.reduce((sum, [{ yes }]) => sum + yes, 0);
  const logs = logEstimate(tables, seen, turn === 0);
  const reversed = { value: -logs.value, low: -logs.high, high: -logs.low };
  return {
    oddsRatio: ofEachSide((own) => exponential(turn > 0 === (own === 'a') ? reversed : logs)),
    pValue: twofold(weightsOf(tables, 0), seen),
  };
}

const exponential = ({ value, low, high }: Estimate): Estimate => ({
  value: Math.exp(value),
  low: Math.exp(low),
  high: Math.exp(high),
});

/**
 * Which side the arithmetic begins with: told by the counts alone, never by the name of a side, so that mirrored tables give
 * the mirrored result to the last bit. Nought when the tables are their own mirror image.
 */
function turnOf(strata: readonly Stratum[]): number {
  const difference = ({ a, b }: Stratum): number => a.yes - b.yes || a.no - b.no;
  return strata.map(difference).find((one) => one !== 0) ?? 0;
}

/** Outcomes as probable as the one seen, but for rounding, count as seen: the margin that R allows. */
const asProbable = Math.log(1 + 1e-7);

function twofold({ least, logs }: Weights, seen: number): number {
  const limit = (logs[seen - least] ?? Number.NEGATIVE_INFINITY) + asProbable;
  return Math.min(1, sumOfExponentials(logs.filter((log) => log <= limit)) / sumOfExponentials(logs));
}

/** Weights are divided by the greatest before they are convolved, so these sums neither vanish nor overflow. */
const sumOfExponentials = (logs: readonly number[]): number => logs.reduce((sum, log) => sum + Math.exp(log), 0);

/**
 * The weights of a hypergeometric distribution, convolved over all strata, with the odds ratio `exp(logRatio)` for which they
 * are wanted most exactly: what is far from there may vanish.
 */
function weightsOf(tables: readonly Rows[], logRatio: number): Weights {
  let [least, weights] = [0, [1]];
  for (const [first, second] of tables) {
    const [own, other, outcomes] = [totalOf(first), totalOf(second), first.yes + second.yes];
    const from = Math.max(0, outcomes - other);
    const logs = Array.from(
      { length: Math.min(own, outcomes) - from + 1 },
      (_, at) => logChoose(own, from + at) + logChoose(other, outcomes - from - at) + at * logRatio,
    );
    const greatest = Math.max(...logs);
    weights = convolved(
      weights,
      logs.map((log) => Math.exp(log - greatest)),
    );
    least += from;
  }
  return { least, logs: weights.map((weight, at) => Math.log(weight) - at * logRatio) };
}

function convolved(ones: readonly number[], others: readonly number[]): number[] {
  const sums = Array.from({ length: ones.length + others.length - 1 }, () => 0);
  for (const [at, one] of ones.entries())
    for (const [beside, other] of others.entries()) sums[at + beside] = (sums[at + beside] ?? 0) + one * other;
  const greatest = Math.max(...sums);
  return sums.map((sum) => sum / greatest);
}

/** The logarithm of the odds ratio of the first row over the second, with its interval. */
function logEstimate(tables: readonly Rows[], seen: number, isOwnMirror: boolean): Estimate {
  const weights = weightsOf(tables, roughLogRatio(tables));
  const [least, most] = [weights.least, weights.least + weights.logs.length - 1];
  const share = (from: number, to: number) => (at: number) => shareOf(tilted(weights, at), from - least, to - least);
  const high = seen === most ? Number.POSITIVE_INFINITY : fallsTo(0.025, share(least, seen));
  if (isOwnMirror) return { value: 0, low: -high, high };
  const low = seen === least ? Number.NEGATIVE_INFINITY : -fallsTo(0.025, (at) => share(seen, most)(-at));
  if (seen === least) return { value: Number.NEGATIVE_INFINITY, low, high };
  if (seen === most) return { value: Number.POSITIVE_INFINITY, low, high };
  return { value: fallsTo(-seen, (at) => -meanOf(tilted(weights, at), least)), low, high };
}

/** Mantel and Haenszel's estimate with a half added to both sums, which keeps it finite. */
function roughLogRatio(tables: readonly Rows[]): number {
  let [r, s] = [0.5, 0.5];
  for (const [first, second] of tables) {
    const n = totalOf(first) + totalOf(second);
    r += (first.yes * second.no) / n;
    s += (second.yes * first.no) / n;
  }
  return Math.log(r) - Math.log(s);
}

/** The probabilities of all outcomes when the logarithm of the odds ratio is this. */
function tilted({ logs }: Weights, logRatio: number): number[] {
  const powers = logs.map((log, at) => log + at * logRatio);
  const greatest = powers.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
  const weights = powers.map((power) => Math.exp(power - greatest));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

const shareOf = (probabilities: readonly number[], from: number, to: number): number =>
  probabilities.slice(from, to + 1).reduce((sum, one) => sum + one, 0);

const meanOf = (probabilities: readonly number[], least: number): number =>
  probabilities.reduce((sum, one, at) => sum + one * (least + at), 0);

/** Where a falling function comes down to a value: by halving, from a bracket that grows until it holds the place. */
function fallsTo(value: number, at: (logRatio: number) => number): number {
  let [low, high] = [-1, 1];
  while (at(low) < value) low *= 2;
  while (at(high) > value) high *= 2;
  while (high - low > 1e-13 * Math.max(1, Math.abs(low), Math.abs(high))) {
    const middle = (low + high) / 2;
    if (at(middle) > value) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
