import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logBayesFactor, weeklyLooks, type Week } from './bayes-factor.js';
import { alarmThreshold } from './fairness.rules.js';
import type { Counts, Stratum } from './strata.js';

const counts: fc.Arbitrary<Counts> = fc.record({ yes: fc.nat({ max: 60 }), no: fc.nat({ max: 60 }) });
const stratum: fc.Arbitrary<Stratum> = fc.record({ a: counts, b: counts });
const weeks = fc.uniqueArray(
  fc.record({ week: fc.integer({ min: 10, max: 28 }).map((day) => `2026-03-${day}`), decided: stratum }),
  { selector: ({ week }) => week },
);

/** x(x + 1)…(x + n − 1) for x = half / 2, times 2ⁿ. */
function rising(half: number, n: number): bigint {
  let product = 1n;
  for (let at = 0; at < n; at += 1) product *= BigInt(half + 2 * at);
  return product;
}

/** B(yes + ½, no + ½)/B(½, ½) = (½)ʸᵉˢ(½)ⁿᵒ/(1)ʸᵉˢ⁺ⁿᵒ as a fraction of whole numbers. */
const evidence = ({ yes, no }: Counts) => ({ top: rising(1, yes) * rising(1, no), bottom: rising(2, yes + no) });

function exactLogFactor({ a, b }: Stratum): number {
  const [ofA, ofB] = [evidence(a), evidence(b)];
  const together = evidence({ yes: a.yes + b.yes, no: a.no + b.no });
  const [top, bottom] = [ofA.top * ofB.top * together.bottom, ofA.bottom * ofB.bottom * together.top];
  return logOf(top) - logOf(bottom);
}

function logOf(whole: bigint): number {
  const digits = whole.toString();
  return Math.log(Number(`0.${digits.slice(0, 17)}`)) + digits.length * Math.LN10;
}

/** Numbers that look random and are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A year of moderators who decide on twenty items of each side a week, and restrict these shares of them. */
function year(seed: number, shares: { readonly a: number; readonly b: number }): Week[] {
  const random = seeded(seed);
  const decided = (share: number): Counts => {
    const yes = Array.from({ length: 20 }, random).filter((one) => one < share).length;
    return { yes, no: 20 - yes };
  };
  return Array.from({ length: 52 }, (_, week) => ({
    week: String(week).padStart(2, '0'),
    decided: { a: decided(shares.a), b: decided(shares.b) },
  }));
}

/** In which week of each year there was the first alarm; 52 for none. */
const alarms = (years: number, shares: { readonly a: number; readonly b: number }): number[] =>
  Array.from({ length: years }, (_, seed) => {
    const first = weeklyLooks(year(seed, shares)).findIndex(({ isAlarm }) => isAlarm);
    return first === -1 ? 52 : first;
  });

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;

describe('the Bayes factor', () => {
  it('MOD-36: is the fraction of whole numbers that its definition gives, to 1e-9', () => {
    fc.assert(
      fc.property(stratum, (both) => {
        expect(logBayesFactor(both)).toBeCloseTo(exactLogFactor(both), 9);
      }),
    );
  });

  it('MOD-36: is what integrating over all shares gives', () => {
    const both = { a: { yes: 9, no: 21 }, b: { yes: 19, no: 11 } };
    /** ∫ p^yes (1 − p)^no Beta(½, ½) dp with p = sin²θ, which takes the poles away. */
    const integral = ({ yes, no }: Counts): number => {
      const steps = 20_000;
      const at = (step: number): number => {
        const p = Math.sin(((step + 0.5) / steps) * (Math.PI / 2)) ** 2;
        return p ** yes * (1 - p) ** no;
      };
      return Array.from({ length: steps }, (_, step) => at(step)).reduce((sum, one) => sum + one, 0) / steps;
    };
    const factor = (integral(both.a) * integral(both.b)) / integral({ yes: 28, no: 32 });
    expect(Math.exp(logBayesFactor(both)) / factor).toBeCloseTo(1, 9);
  });

  it('speaks for one share when the shares are equal, and the more so the more there is', () => {
    const equal = (times: number) =>
      logBayesFactor({ a: { yes: 3 * times, no: 7 * times }, b: { yes: 3 * times, no: 7 * times } });
    expect(equal(0)).toBeCloseTo(0, 12);
    expect(equal(1)).toBeLessThan(0);
    expect(equal(100)).toBeLessThan(equal(1));
  });

  it('mirrored sides give the same, to the last bit', () => {
    fc.assert(
      fc.property(weeks, (all) => {
        const mirrored = all.map(({ week, decided: { a, b } }) => ({ week, decided: { a: b, b: a } }));
        expect(weeklyLooks(mirrored.toReversed())).toEqual(weeklyLooks(all));
      }),
    );
  });

  it('looks at the end of each week at all that was decided until then', () => {
    fc.assert(
      fc.property(weeks, (all) => {
        for (const { week, bayesFactor, isAlarm } of weeklyLooks(all)) {
          const until = all.filter((one) => one.week <= week).map(({ decided }) => decided);
          const sum = (of: (one: Stratum) => number) => until.reduce((total, one) => total + of(one), 0);
          const together = {
            a: { yes: sum(({ a }) => a.yes), no: sum(({ a }) => a.no) },
            b: { yes: sum(({ b }) => b.yes), no: sum(({ b }) => b.no) },
          };
          expect(Math.log(bayesFactor)).toBeCloseTo(logBayesFactor(together), 9);
          expect(isAlarm).toBe(bayesFactor > alarmThreshold);
        }
      }),
    );
  });
});

describe('a year of weekly looks', () => {
  it('MOD-39: of two hundred fair years at most five in a hundred raise an alarm, of two thousand about one', () => {
    const fair = alarms(2000, { a: 0.3, b: 0.3 });
    const falsely = (all: readonly number[]) => all.filter((week) => week < 52).length / all.length;
    expect(falsely(fair.slice(0, 200))).toBeLessThanOrEqual(0.05);
    expect(falsely(fair)).toBeGreaterThan(0.005);
    expect(falsely(fair)).toBeLessThan(0.025);
  });

  it('MOD-39: moderators who restrict 30 % of one side and 45 % of the other raise one, whichever side it is', () => {
    for (const shares of [
      { a: 0.3, b: 0.45 },
      { a: 0.45, b: 0.3 },
    ]) {
      const planted = alarms(200, shares);
      expect(planted.filter((week) => week === 52)).toEqual([]);
      expect(median(planted)).toBeGreaterThanOrEqual(7);
      expect(median(planted)).toBeLessThanOrEqual(15);
    }
  });
});
