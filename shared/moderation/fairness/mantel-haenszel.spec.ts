import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mainEffect } from './main-effect.js';
import { confidenceQuantile, mantelHaenszel } from './mantel-haenszel.js';
import { ratioOfOddsRatios } from './ratio-of-odds-ratios.js';
import { isInformative, type Stratum } from './strata.js';

/** Counts of the two rows: yes and no of side a, yes and no of side b. */
type Table = readonly [number, number, number, number];

const stratum = ([aYes, aNo, bYes, bNo]: Table): Stratum => ({
  a: { yes: aYes, no: aNo },
  b: { yes: bYes, no: bNo },
});
const mirror = ({ a, b }: Stratum): Stratum => ({ a: b, b: a });

/** Admissions of men and women to six departments of Berkeley, 1973: `UCBAdmissions` of R. */
const berkeley = (
  [
    [512, 313, 89, 19],
    [353, 207, 17, 8],
    [120, 205, 202, 391],
    [138, 279, 131, 244],
    [53, 138, 94, 299],
    [22, 351, 24, 317],
  ] as const
).map(stratum);

/** Penicillin at once or after an hour and a half, five doses: `Rabbits` of R's `mantelhaen.test` (Mantel 1963). */
const rabbits = (
  [
    [0, 6, 0, 5],
    [3, 3, 0, 6],
    [6, 0, 2, 4],
    [5, 1, 6, 0],
    [2, 0, 5, 0],
  ] as const
).map(stratum);

const cell = fc.nat({ max: 30 });
const strata = fc.array(fc.tuple(cell, cell, cell, cell).map(stratum), { maxLength: 8 });

/** A fraction of whole numbers, kept exactly. */
class Fraction {
  constructor(
    readonly top: bigint,
    readonly bottom: bigint = 1n,
  ) {}

  static of(top: number, bottom = 1): Fraction {
    return new Fraction(BigInt(top), BigInt(bottom));
  }

  plus({ top, bottom }: Fraction): Fraction {
    return new Fraction(this.top * bottom + top * this.bottom, this.bottom * bottom);
  }

  times({ top, bottom }: Fraction): Fraction {
    return new Fraction(this.top * top, this.bottom * bottom);
  }

  over({ top, bottom }: Fraction): Fraction {
    return new Fraction(this.top * bottom, this.bottom * top);
  }

  /** To eighteen digits after the point. */
  get value(): number {
    return Number((this.top * 10n ** 18n) / this.bottom) / 1e18;
  }
}

const sum = (all: readonly Fraction[]): Fraction => all.reduce((one, other) => one.plus(other), Fraction.of(0));

/** The formulas as the papers print them, in fractions. */
function inFractions(all: readonly Stratum[]) {
  const told = all.filter(isInformative).map(({ a, b }) => {
    const n = a.yes + a.no + b.yes + b.no;
    return { a, b, n, row: a.yes + a.no, other: b.yes + b.no, yes: a.yes + b.yes, no: a.no + b.no };
  });
  const p = told.map(({ a, b, n }) => Fraction.of(a.yes + b.no, n));
  const q = told.map(({ a, b, n }) => Fraction.of(a.no + b.yes, n));
  const r = told.map(({ a, b, n }) => Fraction.of(a.yes * b.no, n));
  const s = told.map(({ a, b, n }) => Fraction.of(a.no * b.yes, n));
  const [R, S, two] = [sum(r), sum(s), Fraction.of(2)];
  const of = (ones: readonly Fraction[], others: readonly Fraction[]) =>
    sum(ones.map((one, at) => one.times(others[at] ?? Fraction.of(0))));
  const excess = sum(told.map(({ a, n, row, yes }) => Fraction.of(a.yes).plus(Fraction.of(-row * yes, n))));
  const variance = sum(told.map(({ n, row, other, yes, no }) => Fraction.of(row * other * yes * no, n * n * (n - 1))));
  return {
    bounded: R.top !== 0n && S.top !== 0n,
    ratio: () => R.over(S).value,
    logVariance: () =>
      of(p, r)
        .over(two.times(R).times(R))
        .plus(of(p, s).plus(of(q, r)).over(two.times(R).times(S)))
        .plus(of(q, s).over(two.times(S).times(S))).value,
    chiSquare: () => excess.times(excess).over(variance).value,
  };
}

describe('the common odds ratio of Mantel and Haenszel', () => {
  it('MOD-36: gives what R gives for the admissions of Berkeley', () => {
    const found = mantelHaenszel(berkeley);
    expect(found?.oddsRatio.a.value).toBeCloseTo(0.9046968, 7);
    expect(found?.oddsRatio.a.low).toBeCloseTo(0.7719074, 7);
    expect(found?.oddsRatio.a.high).toBeCloseTo(1.0603298, 7);
    expect(found?.corrected.chiSquare).toBeCloseTo(1.426946228586694, 10);
    expect(found?.corrected.pValue).toBeCloseTo(0.2322634628170472, 10);
    expect(found?.test.chiSquare).toBeCloseTo(1.524606660443442, 10);
    expect(found?.test.pValue).toBeCloseTo(0.2169236970555174, 10);
  });

  it('MOD-36: gives what R gives for the rabbits', () => {
    const found = mantelHaenszel(rabbits);
    expect(found?.oddsRatio.a.value).toBeCloseTo(7, 12);
    expect(found?.oddsRatio.a.low).toBeCloseTo(1.026713, 6);
    expect(found?.oddsRatio.a.high).toBeCloseTo(47.725133, 6);
    expect(found?.corrected.chiSquare).toBeCloseTo(3.928571428571429, 12);
    expect(found?.corrected.pValue).toBeCloseTo(0.0474722551429182, 12);
  });

  it('MOD-36: is what the printed formulas give in fractions, to 1e-9', () => {
    fc.assert(
      fc.property(strata, (all) => {
        const [found, exact] = [mantelHaenszel(all), inFractions(all)];
        expect(found === undefined).toBe(!all.some(isInformative));
        if (!found) return;
        expect(found.test.chiSquare).toBeCloseTo(exact.chiSquare(), 9);
        expect(Number.isFinite(found.standardError)).toBe(exact.bounded);
        if (!exact.bounded) return;
        expect(found.standardError ** 2 / exact.logVariance()).toBeCloseTo(1, 9);
        expect(found.oddsRatio.a.value / exact.ratio()).toBeCloseTo(1, 9);
        const { low, value, high } = found.oddsRatio.a;
        expect(Math.log(high / value) / found.standardError).toBeCloseTo(confidenceQuantile, 9);
        expect(Math.log(value / low) / found.standardError).toBeCloseTo(confidenceQuantile, 9);
      }),
    );
  });

  it('mirrored sides give the mirrored result, to the last bit', () => {
    fc.assert(
      fc.property(strata, (all) => {
        const [found, other] = [mantelHaenszel(all), mantelHaenszel(all.map(mirror))];
        expect(other).toEqual(
          found && {
            ...found,
            oddsRatio: { a: found.oddsRatio.b, b: found.oddsRatio.a },
            logRatio: { a: found.logRatio.b, b: found.logRatio.a },
          },
        );
      }),
    );
  });

  it('says nothing of strata in which only one side, or one outcome, comes up', () => {
    expect(mantelHaenszel([])).toBeUndefined();
    expect(mantelHaenszel([stratum([4, 3, 0, 0]), stratum([5, 0, 7, 0])])).toBeUndefined();
    expect(mantelHaenszel([...berkeley, stratum([50, 0, 70, 0])])).toEqual(mantelHaenszel(berkeley));
  });
});

describe('the main effect', () => {
  it('is tested exactly as soon as one cell would be expected below five', () => {
    expect(mainEffect(berkeley)?.method).toBe('mantel_haenszel');
    expect(mainEffect(rabbits)?.method).toBe('exact_conditional');
    // 20 items of which 10 with the outcome: 5 expected in the smaller row of 10, 4.5 in one of 9.
    expect(mainEffect([stratum([5, 5, 5, 5])])?.method).toBe('mantel_haenszel');
    expect(mainEffect([stratum([4, 5, 6, 5])])?.method).toBe('exact_conditional');
    expect(mainEffect([])).toBeUndefined();
  });
});

describe('the ratio of odds ratios', () => {
  const even = [stratum([30, 70, 30, 70])];

  it('is 1 when the side of the moderator makes no difference, also where one side is restricted more', () => {
    const harsh = [stratum([60, 40, 30, 70])];
    expect(ratioOfOddsRatios({ a: even, b: even })?.ratio.value).toBeCloseTo(1, 12);
    expect(ratioOfOddsRatios({ a: harsh, b: harsh })?.ratio.value).toBeCloseTo(1, 12);
    expect(ratioOfOddsRatios({ a: harsh, b: harsh })?.pValue).toBeCloseTo(1, 12);
  });

  it('is above 1 when moderators of both sides are milder towards their own', () => {
    // Odds 2 : 1 against the other side, for each.
    const found = ratioOfOddsRatios({ a: [stratum([40, 80, 80, 80])], b: [stratum([80, 80, 40, 80])] });
    expect(found?.ratio.value).toBeCloseTo(4, 12);
    // 1/40 + 1/80 + 1/80 + 1/80 is the variance of each logarithm (Woolf 1955), which that of one stratum comes to.
    expect(Math.log((found?.ratio.high ?? 0) / 4) / confidenceQuantile).toBeCloseTo(
      Math.sqrt(2 * (1 / 40 + 3 / 80)),
      9,
    );
    expect(found?.pValue).toBeLessThan(0.001);
  });

  it('is the same when all sides are mirrored, to the last bit', () => {
    fc.assert(
      fc.property(strata, strata, (a, b) => {
        expect(ratioOfOddsRatios({ a: b.map(mirror), b: a.map(mirror) })).toEqual(ratioOfOddsRatios({ a, b }));
      }),
    );
  });

  it('says nothing where one side of moderators does not bound it', () => {
    expect(ratioOfOddsRatios({ a: even, b: [] })).toBeUndefined();
    expect(ratioOfOddsRatios({ a: even, b: [stratum([3, 0, 0, 3])] })).toBeUndefined();
  });
});
