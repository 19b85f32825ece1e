import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concernToLook } from './detection/finding.rules.js';
import {
  doublingHours,
  liveBoost,
  ordinaryPriority,
  priorityOf,
  reporterWeight,
  rush,
  severityOf,
  shareInRush,
  turnOf,
  weightLimits,
  type Accuracy,
} from './priority.rules.js';
import { reasonCodes, safetyReasons, type ReasonCode } from './reasons.js';

const reason = fc.constantFrom<ReasonCode>(...reasonCodes);
const weight = fc.double({ min: weightLimits.least, max: weightLimits.most, noNaN: true });
const weights = fc.array(weight, { minLength: 1, maxLength: 60 });
const accuracy: fc.Arbitrary<Accuracy> = fc
  .tuple(fc.nat(400), fc.nat(400))
  .map(([founded, unfounded]) => ({ founded, decided: founded + unfounded }));
const nothing: Accuracy = { founded: 0, decided: 0 };

/** What reports with these shares count together. */
const together = (shares: readonly number[]): number => shares.reduce((sum, share) => sum + share, 0);
const priority = (all: readonly number[], reasons: readonly ReasonCode[] = ['SPAM'], live = false): number =>
  priorityOf({ reasons, weights: all, concern: 0, live });

describe('the priority of an item', () => {
  it('is what the standard says', () => {
    const four = [1, 1, 1, 1];
    expect(priority(four, ['HATE'])).toBeCloseTo(5 * (1 + Math.log(5)), 3);
    expect(priority(four, ['HATE'], true)).toBeCloseTo(liveBoost * 5 * (1 + Math.log(5)), 3);
    expect(priority(four, ['SPAM', 'THREAT', 'OFFTOPIC'])).toBeCloseTo(8 * (1 + Math.log(5)), 3);
    expect(priority([], [])).toBe(ordinaryPriority);
  });

  it('puts every reason of the safety set before every other', () => {
    const [safe, other] = [true, false].map((wanted) =>
      reasonCodes.filter((code) => safetyReasons.has(code) === wanted).map((code) => severityOf[code]),
    );
    expect(Math.min(...(safe ?? []))).toBeGreaterThan(Math.max(...(other ?? [])));
  });

  it('MOD-04: rises with every report, ever more slowly', () => {
    fc.assert(
      fc.property(weights, weight, weight, reason, (all, one, other, said) => {
        const [first, second, third] = [all, [...all, one], [...all, one, other]].map((some) => priority(some, [said]));
        expect(second).toBeGreaterThan(first ?? 0);
        expect(third).toBeGreaterThan(second ?? 0);
      }),
    );
    const rise = (count: number): number => priority(Array(count + 1).fill(1)) - priority(Array(count).fill(1));
    expect(rise(1)).toBeGreaterThan(rise(10));
    expect(rise(10)).toBeGreaterThan(rise(40));
  });

  it('MOD-35: what a detector found counts from what a human should look at on, and less than one report', () => {
    const found = (concern: number, all: readonly number[] = []): number =>
      priorityOf({ reasons: [], weights: all, concern, live: false });
    expect(found(concernToLook - 0.01)).toBe(ordinaryPriority);
    expect(found(concernToLook)).toBeCloseTo(1 + Math.log(1 + concernToLook), 3);
    expect(found(0.99)).toBeLessThan(found(0, [1]));
    expect(found(0.9, [1])).toBeGreaterThan(found(0, [1]));
  });

  it('does not depend on who came first', () => {
    fc.assert(
      fc.property(weights, fc.array(reason, { minLength: 1, maxLength: 9 }), (all, reasons) => {
        expect(priority(all.toReversed(), reasons.toReversed())).toBeCloseTo(priority(all, reasons), 3);
      }),
    );
  });
});

describe('what a report counts', () => {
  it('is one for whoever has reported nothing yet, whatever is usual on their side', () => {
    fc.assert(
      fc.property(accuracy, (side) => {
        expect(reporterWeight(nothing, side)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('stays within its limits, and grows with what was well founded', () => {
    fc.assert(
      fc.property(accuracy, accuracy, (own, side) => {
        const one = reporterWeight(own, side);
        expect(one).toBeGreaterThanOrEqual(weightLimits.least);
        expect(one).toBeLessThanOrEqual(weightLimits.most);
        const better = { founded: own.founded + 1, decided: own.decided + 1 };
        const worse = { founded: own.founded, decided: own.decided + 1 };
        expect(reporterWeight(better, side)).toBeGreaterThanOrEqual(one);
        expect(reporterWeight(worse, side)).toBeLessThanOrEqual(one);
      }),
    );
  });

  it('MOD-38: compares people with their own side alone: a side whose reports are seldom upheld counts no less', () => {
    const usual = (share: number): Accuracy => ({ founded: 1000 * share, decided: 1000 });
    const asUsual = (share: number): number => reporterWeight({ founded: 20 * share, decided: 20 }, usual(share));
    expect(asUsual(0.8)).toBeCloseTo(1, 2);
    expect(asUsual(0.2)).toBeCloseTo(1, 2);
    expect(reporterWeight({ founded: 0, decided: 20 }, usual(0.5))).toBe(weightLimits.least);
    expect(reporterWeight({ founded: 20, decided: 20 }, usual(0.4))).toBe(weightLimits.most);
  });
});

describe('a rush of reports from one tree of invitations', () => {
  /** What reports count that come one after the other within the minutes of a rush. */
  const inRush = (all: readonly number[]): number[] => all.map((one, earlier) => one * shareInRush(earlier));
  const big = fc.array(weight, { minLength: rush.reports, maxLength: 200 });

  it('MOD-05: counts less than five reports of people who have nothing to do with each other, and something', () => {
    fc.assert(
      fc.property(big, (all) => {
        const [inOne, apart] = [together(inRush(all)), together(Array(rush.reports).fill(Math.max(...all)))];
        expect(inOne).toBeLessThan(apart);
        expect(priority(inRush(all))).toBeLessThan(priority(Array(rush.reports).fill(Math.max(...all))));
        expect(inOne).toBeGreaterThanOrEqual(together(all.slice(0, rush.reports - 1)));
        expect(Math.min(...inRush(all))).toBeGreaterThan(0);
      }),
    );
    const gain = (all: readonly number[]): number => priority(all) - priority([]);
    for (const size of [5, 10, 50]) expect(gain(inRush(Array(size).fill(1)))).toBeLessThan(gain([1, 1, 1, 1, 1]));
  });

  it('MOD-05: never makes an item less urgent by one more report', () => {
    fc.assert(
      fc.property(big, weight, (all, one) => {
        expect(together(inRush([...all, one]))).toBeGreaterThanOrEqual(together(inRush(all)));
      }),
    );
  });
});

describe('the order of a queue', () => {
  const start = Date.parse('2026-03-01T00:00:00Z');
  const waiting = fc.record({
    since: fc.integer({ min: 0, max: 14 * 24 * 60 }).map((minutes) => new Date(start + minutes * 60_000)),
    priority: fc.double({ min: 1, max: 200, noNaN: true }),
  });

  it('is by priority and time waited, at whatever moment one looks', () => {
    fc.assert(
      fc.property(waiting, waiting, fc.nat(10_000), (one, other, later) => {
        const now = start + 15 * 24 * 3_600_000 + later * 60_000;
        const urgency = ({ since, priority }: typeof one): number =>
          Math.log2(priority) + (now - since.getTime()) / (doublingHours * 3_600_000);
        const apart = urgency(one) - urgency(other);
        const turns = turnOf(other.since, other.priority).getTime() - turnOf(one.since, one.priority).getTime();
        if (Math.abs(apart) > 1e-6) expect(Math.sign(turns)).toBe(Math.sign(apart));
      }),
    );
  });

  it('is that of waiting alone, where nothing is reported', () => {
    fc.assert(
      fc.property(waiting, ({ since }) => {
        expect(turnOf(since, ordinaryPriority)).toEqual(since);
      }),
    );
  });

  it('does not leave anything waiting for ever', () => {
    const graver = priority(Array(50).fill(weightLimits.most), ['THREAT'], true);
    const hours = Math.log2(graver) * doublingHours;
    expect(hours).toBeLessThan(4 * 24);
  });
});
