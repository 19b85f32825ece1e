import { smallestCell } from './fairness.rules.js';

/** Something that was counted: who wrote it, by a token that means nothing else. */
export interface Counted {
  readonly author: string;
}

/** Counts that might be published beside each other: one cell for everything that is tried for here. */
export interface Breakdown<Item> {
  readonly key: string;
  readonly cells: readonly ((item: Item) => boolean)[];
}

/** The items of one group that stand in the same published cells: nobody outside can tell them apart. */
interface Alike {
  /** Whether they stand in each cell, as a row of noughts and ones. */
  readonly pattern: string;
  readonly items: number;
  readonly authors: ReadonlySet<string>;
}

/**
 * Which breakdowns may be published together without giving away small numbers of people. A cell is published only with
 * enough items by enough authors (primary suppression); and no set of items with fewer may follow from published cells by
 * adding and subtracting them, however many of them (secondary suppression; Hundepool et al., Statistical Disclosure Control,
 * 2012, chapter 4). A set follows when its indicator is a linear combination of the indicators of cells, over the items that
 * exist: that also covers whoever knows which combinations are empty.
 *
 * Breakdowns are tried in the order given, and each is published whole and for all groups, or not at all: where the groups are
 * the sides, what is hidden of one is hidden of the other.
 * @returns the keys of those that may be published
 */
export function publishable<Item extends Counted>(
  groups: readonly (readonly Item[])[],
  breakdowns: readonly Breakdown<Item>[],
): ReadonlySet<string> {
  const placed = placedCells(breakdowns);
  // Items are looked at once: from here on only the kinds of them that cells tell apart.
  const kinds = groups.map((items) =>
    alikeOf(
      items,
      breakdowns.flatMap(({ cells }) => cells),
    ),
  );
  const large = placed.filter(({ places }) =>
    places.every((place) => kinds.every((all) => isLarge(all.filter(({ pattern }) => pattern[place] === '1')))),
  );
  const isSafe = (some: readonly PlacedCells[]): boolean => {
    const places = some.flatMap((one) => one.places);
    return kinds.every((all) => !isolates(within(all, places)));
  };
  return new Set(keptOf([], large, isSafe).map(({ key }) => key));
}

/** Where the cells of a breakdown stand in the patterns. */
interface PlacedCells {
  readonly key: string;
  readonly places: readonly number[];
}

function placedCells(breakdowns: readonly Breakdown<never>[]): PlacedCells[] {
  let next = 0;
  return breakdowns.map(({ key, cells }) => ({ key, places: cells.map(() => next++) }));
}

/**
 * What is left when one after the other is kept if it is safe beside what was kept before it. Whatever is safe is safe without
 * some of it, too: so many are tried at once, and taken apart only where they are not.
 */
function keptOf<Thing>(
  kept: readonly Thing[],
  tried: readonly Thing[],
  isSafe: (things: readonly Thing[]) => boolean,
): readonly Thing[] {
  if (tried.length === 0) return kept;
  const all = [...kept, ...tried];
  if (isSafe(all)) return all;
  if (tried.length === 1) return kept;
  const half = Math.ceil(tried.length / 2);
  return keptOf(keptOf(kept, tried.slice(0, half), isSafe), tried.slice(half), isSafe);
}

/** Whether so many items are enough to be published as one number. */
export const isLargeCell = (items: readonly Counted[]): boolean =>
  items.length >= smallestCell.items && new Set(items.map(({ author }) => author)).size >= smallestCell.authors;

/** The items by the cells that they stand in. */
function alikeOf<Item extends Counted>(items: readonly Item[], cells: Breakdown<Item>['cells']): Alike[] {
  const found = new Map<string, { items: number; readonly authors: Set<string> }>();
  for (const item of items) {
    let pattern = '';
    for (const has of cells) pattern += has(item) ? '1' : '0';
    const alike = found.get(pattern);
    if (!alike) found.set(pattern, { items: 1, authors: new Set([item.author]) });
    else {
      alike.items += 1;
      alike.authors.add(item.author);
    }
  }
  return [...found].map(([pattern, { items: count, authors }]) => ({ pattern, items: count, authors }));
}

/** What is alike in some of the cells, of those that stand in one of them at all; the most items first. */
function within(all: readonly Alike[], places: readonly number[]): Alike[] {
  const found = new Map<string, Alike>();
  for (const { pattern: whole, items, authors } of all) {
    const pattern = places.map((place) => whole[place]).join('');
    const known = found.get(pattern);
    found.set(pattern, {
      pattern,
      items: items + (known?.items ?? 0),
      authors: known ? new Set([...known.authors, ...authors]) : authors,
    });
  }
  return [...found.values()]
    .filter(({ pattern }) => pattern.includes('1'))
    .toSorted((one, other) => other.items - one.items || (one.pattern < other.pattern ? -1 : 1));
}

const isLarge = (all: readonly Alike[]): boolean =>
  all.reduce((sum, { items }) => sum + items, 0) >= smallestCell.items &&
  new Set(all.flatMap(({ authors }) => [...authors])).size >= smallestCell.authors;

/**
 * Whether some small set follows from the cells. Such a set has only small parts; so the combinations of cells are looked for
 * in which everything large cancels out. In reduced form, with the large parts in front, they are the rows that begin after
 * them.
 */
function isolates(all: readonly Alike[]): boolean {
  const [large, small] = [all.filter((one) => isLarge([one])), all.filter((one) => !isLarge([one]))];
  if (small.length === 0) return false;
  const cells = Array.from(all[0]?.pattern ?? '', (_, cell) => cell);
  const rows = reduced(cells.map((cell) => [...large, ...small].map(({ pattern }) => Number(pattern[cell]))));
  const amongSmall = rows
    .filter((row) => row.slice(0, large.length).every((entry) => entry === 0))
    .map((row) => row.slice(large.length));
  return makesSmall(amongSmall, small);
}

/** So many combinations are looked at before cells count as unsafe: rather hidden than waited for. */
const mostLooks = 20_000;

/**
 * Whether some sum of rows is the indicator of a small set. Each row has a one where all others have nought, so in an indicator
 * it is taken once or not at all. An entry that no later row changes has to be nought or one by then; where it is one, its part
 * is in the set, and from a set that is large already there is no need to go on. The parts of most items lead, so that sets are
 * soon large.
 */
function makesSmall(rows: readonly (readonly number[])[], parts: readonly Alike[]): boolean {
  const settled = rows.map(() => new Array<number>());
  for (const place of parts.keys()) settled[rows.findLastIndex((row) => row[place] !== 0)]?.push(place);
  let looks = 0;
  const walk = (at: number, sum: readonly number[], set: readonly Alike[]): boolean => {
    const row = rows[at];
    if (!row) return set.length > 0;
    return [sum, sum.map((entry, place) => (entry + (row[place] ?? 0)) % prime)].some((next) => {
      looks += 1;
      const entries = (settled[at] ?? []).map((place) => [next[place], parts[place]] as const);
      if (entries.some(([entry]) => entry !== 0 && entry !== 1)) return false;
      const grown = [...set, ...entries.flatMap(([entry, part]) => (entry === 1 && part ? [part] : []))];
      return !isLarge(grown) && (looks > mostLooks || walk(at + 1, next, grown));
    });
  };
  return walk(
    0,
    parts.map(() => 0),
    [],
  );
}

/**
 * 2²⁶ − 5, a prime: arithmetic modulo it is exact, since products fit into the 53 bits of a number. What follows from cells
 * follows modulo the prime too, unless the prime divides a determinant of noughts and ones; below 21 rows none is so large
 * (OEIS A003432), and from there on it would have to be one of few multiples by chance.
 */
const prime = 67_108_859;

/** Rows in reduced echelon form, modulo the prime; those that vanish are left out. */
function reduced(rows: readonly (readonly number[])[]): number[][] {
  const left = rows.map((row) => [...row]);
  const done: number[][] = [];
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const at = left.findIndex((row) => row[column] !== 0);
    const found = at === -1 ? undefined : left.splice(at, 1)[0];
    if (!found) continue;
    const scale = inverse(found[column] ?? 1);
    const pivot = found.map((entry) => (entry * scale) % prime);
    for (const row of [...left, ...done]) subtract(row, pivot, row[column] ?? 0);
    done.push(pivot);
  }
  return done;
}

function subtract(row: number[], pivot: readonly number[], times: number): void {
  if (times === 0) return;
  for (const [at, entry] of pivot.entries()) row[at] = ((row[at] ?? 0) + (prime - times) * entry) % prime;
}

/** By Fermat's little theorem: xᵖ⁻² = x⁻¹. */
function inverse(x: number): number {
  let [result, base] = [1, x];
  for (let exponent = prime - 2; exponent > 0; exponent = Math.floor(exponent / 2)) {
    if (exponent % 2 === 1) result = (result * base) % prime;
    base = (base * base) % prime;
  }
  return result;
}
