import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logRank, waitQuantile, type Wait } from './log-rank.js';
import { mirrored } from './fairness.rules.js';

/** Times as survival tables are printed: `13+` was still waiting. */
const waits = (side: 'a' | 'b', times: string, stratum = ''): Wait[] =>
  times.split(' ').map((time) => ({ side, stratum, seconds: Number.parseInt(time, 10), ended: !time.endsWith('+') }));

/** `aml` of R's survival: remission with and without maintenance (Miller 1997). */
const aml = [...waits('a', '9 13 13+ 18 23 28+ 31 34 45+ 48 161+'), ...waits('b', '5 5 8 8 12 16+ 23 27 30 33 43 45')];

/** Remission under 6-mercaptopurine and under placebo (Freireich et al. 1963). */
const freireich = [
  ...waits('a', '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+'),
  ...waits('b', '1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23'),
];

const wait: fc.Arbitrary<Wait> = fc.record({
  side: fc.constantFrom('a' as const, 'b' as const),
  stratum: fc.constantFrom('x', 'y', 'z'),
  seconds: fc.integer({ min: 1, max: 15 }),
  ended: fc.boolean(),
});
const many = fc.array(wait, { maxLength: 60 });
const mirror = (all: readonly Wait[]): Wait[] => all.map((one) => ({ ...one, side: mirrored(one.side) }));

/**
 * The same from its other definition: every item scores 1 less the Nelson–Aalen hazard it went through, and the excess of a side
 * is the sum of its scores (Peto and Peto 1972). The variance counts each second, not each event.
 */
function byScores(all: readonly Wait[]) {
  let [excess, variance] = [0, 0];
  for (const stratum of new Set(all.map((one) => one.stratum))) {
    const those = all.filter((one) => one.stratum === stratum);
    const at = (second: number, counts: (one: Wait) => boolean): number =>
      those.filter((one) => counts(one) && one.seconds >= second).length;
    const ends = (second: number): number => those.filter((one) => one.ended && one.seconds === second).length;
    const hazard = (until: number): number => {
      let sum = 0;
      for (let second = 1; second <= until; second += 1)
        sum += ends(second) === 0 ? 0 : ends(second) / at(second, () => true);
      return sum;
    };
    for (const one of those) if (one.side === 'a') excess += Number(one.ended) - hazard(one.seconds);
    for (let second = 1; second <= 200; second += 1) {
      const [n, ofA, d] = [at(second, () => true), at(second, ({ side }) => side === 'a'), ends(second)];
      if (n > 1) variance += d * (ofA / n) * (1 - ofA / n) * ((n - d) / (n - 1));
    }
  }
  return { excess, variance };
}

describe('the log-rank test', () => {
  it('MOD-36: gives what R gives for aml', () => {
    const found = logRank(aml);
    expect(found?.chiSquare).toBeCloseTo(3.396388698977599, 10);
    expect(found?.pValue).toBeCloseTo(0.06533932204050502, 10);
    expect(found?.observed).toEqual({ a: 7, b: 11 });
    expect(found?.expected.a).toBeCloseTo(10.69, 2);
    expect(found?.expected.b).toBeCloseTo(7.31, 2);
  });

  it('MOD-36: gives what the textbooks print for 6-mercaptopurine', () => {
    const found = logRank(freireich);
    expect(found?.chiSquare).toBeCloseTo(16.79, 2);
    expect(found?.observed).toEqual({ a: 9, b: 21 });
    expect(found?.expected.a).toBeCloseTo(19.25, 2);
    expect(found?.expected.b).toBeCloseTo(10.75, 2);
  });

  it('MOD-36: is what the scores of Peto and Peto give, in strata, to 1e-9', () => {
    fc.assert(
      fc.property(many, (all) => {
        const [found, { excess, variance }] = [logRank(all), byScores(all)];
        expect(found === undefined).toBe(variance === 0);
        if (!found) return;
        expect(found.chiSquare).toBeCloseTo(excess ** 2 / variance, 9);
        expect(found.observed.a - found.expected.a).toBeCloseTo(excess, 9);
        expect(found.observed.b - found.expected.b).toBeCloseTo(-excess, 9);
      }),
    );
  });

  it('mirrored sides give the mirrored result to the last bit, in whatever order the waits come', () => {
    fc.assert(
      fc.property(many, (all) => {
        const found = logRank(all);
        const turned = found && {
          ...found,
          observed: { a: found.observed.b, b: found.observed.a },
          expected: { a: found.expected.b, b: found.expected.a },
        };
        expect(logRank(mirror(all).toReversed())).toEqual(turned);
      }),
    );
  });

  it('compares only what stands in one stratum', () => {
    // Side b waits longer only because its items are of the slow kind.
    const fast = [...waits('a', '1 2 3 4 5 6 7 8 9', 'fast'), ...waits('b', '2 5 8', 'fast')];
    const slow = [...waits('b', '11 12 13 14 15 16 17 18 19', 'slow'), ...waits('a', '12 15 18', 'slow')];
    const together = [...fast, ...slow].map((one) => ({ ...one, stratum: '' }));
    expect(logRank([...fast, ...slow])?.pValue).toBeGreaterThan(0.5);
    expect(logRank(together)?.pValue).toBeLessThan(0.1);
    expect(logRank([...waits('a', '1 2 3', 'x'), ...waits('b', '1 2 3', 'y')])).toBeUndefined();
  });
});

describe('the time by which a share is decided', () => {
  it('MOD-36: has the medians that R prints', () => {
    const median = (all: readonly Wait[], side: 'a' | 'b') =>
      waitQuantile(
        all.filter((one) => one.side === side),
        0.5,
      );
    expect([median(aml, 'a'), median(aml, 'b')]).toEqual([31, 23]);
    expect([median(freireich, 'a'), median(freireich, 'b')]).toEqual([23, 8]);
  });

  it('is the value at that rank when nothing waits any more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(99), { minLength: 1, maxLength: 200 }),
        fc.constantFrom(0.1, 0.5, 0.9),
        (all, share) => {
          const sorted = all.toSorted((one, other) => one - other);
          const rank = Math.ceil(Math.round(share * 10 * all.length) / 10);
          const quantile = waitQuantile(
            all.map((seconds) => ({ seconds, ended: true })),
            share,
          );
          expect(quantile).toBe(sorted[rank - 1]);
        },
      ),
    );
  });

  it('is not known while too many wait', () => {
    expect(waitQuantile(waits('a', '1 2 3+ 3+ 3+'), 0.5)).toBeUndefined();
    expect(waitQuantile(waits('a', '1 2 3+ 3+ 3+'), 0.4)).toBe(2);
    expect(waitQuantile([], 0.5)).toBeUndefined();
  });
});
