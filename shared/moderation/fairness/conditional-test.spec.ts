import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionalTest } from './conditional-test.js';
import { isInformative, type Stratum } from './strata.js';

type Table = readonly [number, number, number, number];

const stratum = ([aYes, aNo, bYes, bNo]: Table): Stratum => ({
  a: { yes: aYes, no: aNo },
  b: { yes: bYes, no: bNo },
});
const mirror = ({ a, b }: Stratum): Stratum => ({ a: b, b: a });

const rabbits = (
  [
    [0, 6, 0, 5],
    [3, 3, 0, 6],
    [6, 0, 2, 4],
    [5, 1, 6, 0],
    [2, 0, 5, 0],
  ] as const
).map(stratum);

function choose(all: number, some: number): bigint {
  let ways = 1n;
  for (let at = 0; at < some; at += 1) ways = (ways * BigInt(all - at)) / BigInt(at + 1);
  return ways;
}

/** How many ways there are to each sum of `a.yes`, counted one table after the other with whole numbers. */
function enumerated(all: readonly Stratum[]): Map<number, bigint> {
  const ways = new Map<number, bigint>();
  const walk = (at: number, sum: number, product: bigint): void => {
    const table = all[at];
    if (!table) return void ways.set(sum, (ways.get(sum) ?? 0n) + product);
    const [own, other, yes] = [table.a.yes + table.a.no, table.b.yes + table.b.no, table.a.yes + table.b.yes];
    for (let k = Math.max(0, yes - other); k <= Math.min(own, yes); k += 1)
      walk(at + 1, sum + k, product * choose(own, k) * choose(other, yes - k));
  };
  walk(0, 0, 1n);
  return ways;
}

const seenIn = (all: readonly Stratum[]): number => all.reduce((sum, { a }) => sum + a.yes, 0);
const total = (ways: Iterable<bigint>): bigint => [...ways].reduce((sum, one) => sum + one, 0n);
const share = (part: bigint, whole: bigint): number => Number((part * 10n ** 18n) / whole) / 1e18;

function probabilities(all: readonly Stratum[], oddsRatio: number): [number, number][] {
  const weights = [...enumerated(all)].map(([sum, ways]): [number, number] => [sum, Number(ways) * oddsRatio ** sum]);
  const whole = weights.reduce((sum, [, weight]) => sum + weight, 0);
  return weights.map(([sum, weight]) => [sum, weight / whole]);
}

const tail = (all: readonly Stratum[], oddsRatio: number, counts: (sum: number) => boolean): number =>
  probabilities(all, oddsRatio).reduce((sum, [at, probability]) => sum + (counts(at) ? probability : 0), 0);

const cell = fc.nat({ max: 9 });
const strata = fc.array(fc.tuple(cell, cell, cell, cell).map(stratum), { minLength: 1, maxLength: 4 });

describe('the exact test given the margins', () => {
  it('gives what R gives for the rabbits', () => {
    const found = conditionalTest(rabbits);
    // `mantelhaen.test(Rabbits, exact = TRUE)` prints 0.03994.
    expect(found?.pValue).toBeCloseTo(0.03994490358126722, 12);
    expect(found?.oddsRatio.a.value).toBeCloseTo(10.36104634948869, 9);
    expect(found?.oddsRatio.a.low).toBeCloseTo(1.077387763518033, 9);
    expect(found?.oddsRatio.a.high).toBeCloseTo(531.5127828899346, 6);
  });

  it('gives what Fisher found for tea and for the brothers of convicts', () => {
    const tea = conditionalTest([stratum([3, 1, 1, 3])]);
    // `fisher.test` prints 0.4857; the estimate to sixteen digits is from whole numbers of forty.
    expect(tea?.pValue).toBeCloseTo(34 / 70, 12);
    expect(tea?.oddsRatio.a.value).toBeCloseTo(6.408319658199674, 9);
    const convicts = conditionalTest([stratum([10, 2, 3, 15])]);
    expect(convicts?.pValue).toBeCloseTo(0.0005367241191434358, 14);
    expect(convicts?.oddsRatio.a.value).toBeCloseTo(21.30531755675034, 8);
    expect(convicts?.oddsRatio.a.low).toBeCloseTo(2.753382788249323, 9);
    expect(convicts?.oddsRatio.a.high).toBeCloseTo(301.4623379715164, 6);
  });

  it('its p-value is that of all tables counted with whole numbers', () => {
    fc.assert(
      fc.property(strata, (all) => {
        const found = conditionalTest(all);
        expect(found === undefined).toBe(!all.some(isInformative));
        if (!found) return;
        const ways = enumerated(all);
        const seen = ways.get(seenIn(all)) ?? 0n;
        const asRare = [...ways.values()].filter((one) => one <= seen);
        expect(found.pValue).toBeCloseTo(share(total(asRare), total(ways.values())), 10);
      }),
    );
  });

  it('its estimate makes what was seen the mean, its interval leaves 2.5 % beyond on each side', () => {
    fc.assert(
      fc.property(strata, (all) => {
        const found = conditionalTest(all);
        if (!found) return;
        const [{ value, low, high }, seen] = [found.oddsRatio.a, seenIn(all)];
        const sums = [...enumerated(all).keys()];
        if (seen === Math.min(...sums)) expect([value, low]).toEqual([0, 0]);
        else expect(tail(all, low, (sum) => sum >= seen)).toBeCloseTo(0.025, 9);
        if (seen === Math.max(...sums))
          expect([value, high]).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
        else expect(tail(all, high, (sum) => sum <= seen)).toBeCloseTo(0.025, 9);
        if (value === 0 || value === Number.POSITIVE_INFINITY) return;
        const mean = probabilities(all, value).reduce((sum, [at, probability]) => sum + at * probability, 0);
        expect(mean).toBeCloseTo(seen, 8);
      }),
    );
  });

  it('mirrored sides give the mirrored result, to the last bit; what is its own mirror gives 1', () => {
    fc.assert(
      fc.property(strata, (all) => {
        const found = conditionalTest(all);
        const mirrored = found && { ...found, oddsRatio: { a: found.oddsRatio.b, b: found.oddsRatio.a } };
        expect(conditionalTest(all.map(mirror))).toEqual(mirrored);
        const even = all.map(({ a }) => ({ a, b: a }));
        const alike = conditionalTest(even);
        expect(alike?.oddsRatio.a).toEqual(alike?.oddsRatio.b);
        if (alike) expect(alike.oddsRatio.a.value).toBe(1);
      }),
    );
  });

  it('holds for thousands of items as well; the values are from weights of thirty digits', () => {
    const found = conditionalTest([stratum([700, 1300, 640, 1360]), stratum([2, 3, 1, 4])]);
    expect(found?.pValue).toBeCloseTo(0.0446938277393055, 9);
    expect(found?.oddsRatio.a.value).toBeCloseTo(1.14635610104326, 9);
    expect(found?.oddsRatio.a.low).toBeCloseTo(1.00318672723161, 9);
    expect(found?.oddsRatio.a.high).toBeCloseTo(1.31009275004952, 9);
    // Here the p-value is 9.2e-1150, which no number of a computer holds.
    const extreme = conditionalTest([stratum([1990, 10, 10, 1990])]);
    expect(extreme?.pValue).toBe(0);
    expect((extreme?.oddsRatio.a.value ?? 0) / 37678.6834278032).toBeCloseTo(1, 8);
    expect((extreme?.oddsRatio.a.low ?? 0) / 15379.4256792364).toBeCloseTo(1, 8);
    expect((extreme?.oddsRatio.a.high ?? 0) / 105472.185901364).toBeCloseTo(1, 8);
  });
});
