import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestCell } from './fairness.rules.js';
import { isLargeCell, publishable, type Breakdown } from './small-cells.js';

interface Item {
  readonly author: string;
  readonly reason: string;
  readonly source: string;
  readonly restricted: boolean;
}

type Has = (item: Item) => boolean;

/** Every way to filter: by reason, by source, by both, by none; each cut into restricted and not. */
function everyFilter(items: readonly Item[]): Breakdown<Item>[] {
  const values = (of: (item: Item) => string) => ['', ...new Set(items.map(of))].toSorted();
  return values(({ reason }) => reason)
    .flatMap((reason) => values(({ source }) => source).map((source) => ({ reason, source })))
    .toSorted((one, other) => depth(one) - depth(other))
    .map(({ reason, source }) => {
      const passes: Has = (item) =>
        (reason === '' || item.reason === reason) && (source === '' || item.source === source);
      return {
        key: `${reason}|${source}`,
        cells: [true, false].map(
          (restricted): Has =>
            (item) =>
              passes(item) && item.restricted === restricted,
        ),
      };
    });
}

const depth = ({ reason, source }: { readonly reason: string; readonly source: string }): number =>
  Number(reason !== '') + Number(source !== '');

const sort = fc.record({
  reason: fc.constantFrom('hate', 'threat', 'spam'),
  source: fc.constantFrom('own', 'report'),
  restricted: fc.boolean(),
});

/** Few sorts of items, each many times or seldom: cells of all sizes around the limits. */
const items: fc.Arbitrary<Item[]> = fc
  .array(fc.tuple(sort, fc.integer({ min: 1, max: 25 }), fc.integer({ min: 1, max: 9 })), {
    minLength: 1,
    maxLength: 9,
  })
  .map((sorts) =>
    sorts.flatMap(([sort, times, authors], at) =>
      Array.from({ length: times }, (_, one) => ({ ...sort, author: `${at % 2}-${one % authors}` })),
    ),
  );

const isSmall = (some: readonly Item[]): boolean =>
  some.length > 0 &&
  (some.length < smallestCell.items || new Set(some.map(({ author }) => author)).size < smallestCell.authors);

/** Items that stand in the same cells, together. */
function parts(cells: readonly Has[], all: readonly Item[]): Item[][] {
  const found = new Map<string, Item[]>();
  for (const one of all) {
    const pattern = cells.map((has) => (has(one) ? '1' : '0')).join('');
    if (pattern.includes('1')) found.set(pattern, [...(found.get(pattern) ?? []), one]);
  }
  return [...found.values()];
}

/** A fraction in lowest terms. */
type Fraction = readonly [bigint, bigint];

const gcd = (one: bigint, other: bigint): bigint => (other === 0n ? one : gcd(other, one % other));
function lowest(top: bigint, bottom: bigint): Fraction {
  const by = gcd(top < 0n ? -top : top, bottom < 0n ? -bottom : bottom) * (bottom < 0n ? -1n : 1n);
  return [top / by, bottom / by];
}

/** Whether a vector is a combination of rows, by elimination in fractions. */
function follows(rows: readonly (readonly boolean[])[], wanted: readonly boolean[]): boolean {
  const matrix = [...rows, wanted].map((row) => row.map((one): Fraction => [one ? 1n : 0n, 1n]));
  const target = matrix.pop() ?? [];
  for (let column = 0; column < wanted.length; column += 1) {
    const at = matrix.findIndex((row) => row[column]?.[0] !== 0n);
    if (at === -1) continue;
    const [pivot] = matrix.splice(at, 1);
    for (const row of [...matrix, target]) {
      const [[top, bottom], [pivotTop, pivotBottom]] = [row[column] ?? [0n, 1n], pivot?.[column] ?? [1n, 1n]];
      for (let place = 0; place < row.length; place += 1) {
        const [a, b] = row[place] ?? [0n, 1n];
        const [c, d] = pivot?.[place] ?? [0n, 1n];
        // a/b − (top/bottom)(pivotBottom/pivotTop)(c/d)
        const [p, q] = [top * pivotBottom * c, bottom * pivotTop * d];
        row[place] = lowest(a * q - p * b, b * q);
      }
    }
  }
  return target.every(([top]) => top === 0n);
}

/** All small sets that somebody can work out from published cells: every union of parts is tried. */
function givenAway(cells: readonly Has[], all: readonly Item[]): Item[][] {
  const pieces = parts(cells, all);
  const rows = cells.map((has) => pieces.map(([one]) => one !== undefined && has(one)));
  const found: Item[][] = [];
  for (let choice = 1; choice < 2 ** pieces.length; choice += 1) {
    const wanted = pieces.map((_, at) => Math.floor(choice / 2 ** at) % 2 === 1);
    const some = pieces.filter((_, at) => wanted[at]).flat();
    if (isSmall(some) && follows(rows, wanted)) found.push(some);
  }
  return found;
}

const cellsOf = (breakdowns: readonly Breakdown<Item>[], keys: ReadonlySet<string>): Has[] =>
  breakdowns.filter(({ key }) => keys.has(key)).flatMap(({ cells }) => cells);

describe('the suppression of small cells', () => {
  it('MOD-37: publishes no cell of fewer than ten items or five authors', () => {
    fc.assert(
      fc.property(items, items, (one, other) => {
        const breakdowns = everyFilter([...one, ...other]);
        for (const has of cellsOf(breakdowns, publishable([one, other], breakdowns)))
          for (const group of [one, other]) expect(isLargeCell(group.filter(has))).toBe(true);
      }),
    );
  });

  it('MOD-37: no two published cells, and no filter within another, differ by fewer than five authors or ten items', () => {
    fc.assert(
      fc.property(items, (all) => {
        const breakdowns = everyFilter(all);
        const cells = cellsOf(breakdowns, publishable([all], breakdowns)).map((has) => all.map(has));
        for (const wide of cells) {
          for (const narrow of cells) {
            if (narrow.some((stands, at) => stands && !wide[at])) continue;
            expect(isSmall(all.filter((_, at) => wide[at] && !narrow[at]))).toBe(false);
          }
        }
      }),
    );
  });

  it('MOD-37, PRI-23: nothing small follows from all published cells together, by any sums and differences', () => {
    let [published, hidden, leaks] = [0, 0, 0];
    fc.assert(
      fc.property(items, (all) => {
        const breakdowns = everyFilter(all);
        const keys = publishable([all], breakdowns);
        expect(givenAway(cellsOf(breakdowns, keys), all)).toEqual([]);
        // What would be published if each cell were looked at alone.
        const alone = breakdowns.filter(({ cells }) => cells.every((has) => isLargeCell(all.filter(has))));
        published += keys.size;
        hidden += alone.length - keys.size;
        if (hidden > 0)
          leaks += Number(givenAway(cellsOf(breakdowns, new Set(alone.map(({ key }) => key))), all).length > 0);
      }),
      { numRuns: 300, seed: 37 },
    );
    // The attack works: it does find people where cells are looked at one by one; and more is published than hidden.
    expect(leaks).toBeGreaterThan(10);
    expect(published).toBeGreaterThan(hidden);
  });

  it('publishes all of what is large everywhere', () => {
    const all = ['hate', 'threat', 'spam'].flatMap((reason) =>
      ['own', 'report'].flatMap((source) =>
        [true, false].flatMap((restricted) =>
          Array.from({ length: 10 }, (_, at) => ({ author: `${at % 5}`, reason, source, restricted })),
        ),
      ),
    );
    const breakdowns = everyFilter(all);
    expect([...publishable([all, all], breakdowns)]).toEqual(breakdowns.map(({ key }) => key));
  });

  it('hides of one side what is small on the other', () => {
    const many = (author: (at: number) => string, length = 40): Item[] =>
      Array.from({ length }, (_, at) => ({
        author: author(at),
        reason: 'hate',
        source: 'own',
        restricted: at % 2 === 0,
      }));
    const breakdowns = everyFilter(many(String)).slice(0, 1);
    expect(publishable([many(String), many(String)], breakdowns).size).toBe(1);
    expect(publishable([many(String), many(String, 19)], breakdowns).size).toBe(0);
    expect(publishable([many(String), many((at) => String(at % 8))], breakdowns).size).toBe(0);
    expect(publishable([many(String), []], breakdowns).size).toBe(0);
  });

  it('says the same in whatever order items and groups come', () => {
    fc.assert(
      fc.property(items, items, (one, other) => {
        const breakdowns = everyFilter([...one, ...other]);
        expect(publishable([other.toReversed(), one.toReversed()], breakdowns)).toEqual(
          publishable([one, other], breakdowns),
        );
      }),
    );
  });
});
