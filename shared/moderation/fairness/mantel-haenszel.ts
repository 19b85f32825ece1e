import { chiSquareTail, normalQuantile } from './distributions.js';
import { ofEachSide, type Sided } from './sided.js';
import { isInformative, totalOf, type Estimate, type Stratum } from './strata.js';

/** What a test of one degree of freedom says. */
export interface ChiSquareTest {
  readonly chiSquare: number;
  readonly pValue: number;
}

export interface MantelHaenszel {
  /** The odds of each side over the odds of the other. */
  readonly oddsRatio: Sided<Estimate>;
  /** The logarithms of these ratios. */
  readonly logRatio: Sided<number>;
  /** The standard error of either logarithm; infinite when the data do not bound the ratio. */
  readonly standardError: number;
  readonly test: ChiSquareTest;
  /** The same with Yates' correction for continuity, as R's `mantelhaen.test` has it. */
  readonly corrected: ChiSquareTest;
}

/** The sums over all strata of which estimate and variance are made; p, q, r and s as Robins, Breslow and Greenland call them. */
interface Sums {
  readonly r: number;
  readonly s: number;
  readonly pr: number;
  readonly mixed: number;
  readonly qs: number;
  /** Items of side a with the outcome, beyond those expected. */
  readonly excess: number;
  readonly variance: number;
}

const none: Sums = { r: 0, s: 0, pr: 0, mixed: 0, qs: 0, excess: 0, variance: 0 };

/** 95 %, both ways. */
export const confidenceQuantile = normalQuantile(0.975);

/**
 * The common odds ratio of the sides over all strata (Mantel and Haenszel 1959), its interval with the variance of Robins,
 * Breslow and Greenland (1986), and the test of Cochran (1954), Mantel and Haenszel that it is 1. Every sum is written so that
 * the sides can change places without a bit of it changing.
 * @returns nothing when no stratum has items of both sides, with the outcome and without
 */
export function mantelHaenszel(strata: readonly Stratum[]): MantelHaenszel | undefined {
  const told = strata.filter(isInformative);
  if (told.length === 0) return undefined;
  const sums = told.reduce(withStratum, none);
  const { r, s, excess, variance } = sums;
  const standardError = Math.sqrt(logVariance(sums));
  const continuity = Math.abs(excess) >= 0.5 ? 0.5 : 0;
  const logRatio = { a: Math.log(r) - Math.log(s), b: Math.log(s) - Math.log(r) };
  return {
    oddsRatio: ofEachSide((own) => ratioEstimate(logRatio[own], standardError)),
    logRatio,
    standardError,
    test: testOf(excess ** 2 / variance),
    corrected: testOf((Math.abs(excess) - continuity) ** 2 / variance),
  };
}

/** A ratio from its logarithm and the standard error of that; where nothing bounds it, from nought to infinity. */
export function ratioEstimate(logRatio: number, standardError: number): Estimate {
  const value = Math.exp(logRatio);
  if (!Number.isFinite(standardError)) return { value, low: 0, high: Number.POSITIVE_INFINITY };
  const width = confidenceQuantile * standardError;
  return { value, low: Math.exp(logRatio - width), high: Math.exp(logRatio + width) };
}

export const testOf = (chiSquare: number): ChiSquareTest => ({ chiSquare, pValue: chiSquareTail(chiSquare, 1) });

function withStratum(sums: Sums, { a, b }: Stratum): Sums {
  const n = totalOf(a) + totalOf(b);
  const [p, q] = [(a.yes + b.no) / n, (b.yes + a.no) / n];
  const [along, across] = [a.yes * b.no, b.yes * a.no];
  const [r, s] = [along / n, across / n];
  return {
    r: sums.r + r,
    s: sums.s + s,
    pr: sums.pr + p * r,
    mixed: sums.mixed + (p * s + q * r),
    qs: sums.qs + q * s,
    excess: sums.excess + (along - across) / n,
    variance: sums.variance + (totalOf(a) * totalOf(b) * ((a.yes + b.yes) * (a.no + b.no))) / (n * n * (n - 1)),
  };
}

/** Infinite when one of the odds is nought in every stratum: then the data do not bound the ratio. */
const logVariance = ({ r, s, pr, mixed, qs }: Sums): number =>
  r === 0 || s === 0 ? Number.POSITIVE_INFINITY : pr / (2 * r * r) + qs / (2 * s * s) + mixed / (2 * r * s);
