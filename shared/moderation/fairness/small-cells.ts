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
  const keys = new Set<string>();
  let patterns = groups.map((items) => items.map(() => ''));
  for (const { key, cells } of breakdowns) {
    const tried = groups.map((items, group) =>
      items.map((item, at) => `${patterns[group]?.[at] ?? ''}${cells.map((has) => Number(has(item))).join('')}`),
    );
    if (!groups.every((items, group) => isSafe(alikeOf(items, tried[group] ?? []), cells.length))) continue;
    keys.add(key);
    patterns = tried;
  }
  return keys;
}

/** Whether so many items are enough to be published as one number. */
export const isLargeCell = (items: readonly Counted[]): boolean =>
  items.length >= smallestCell.items && new Set(items.map(({ author }) => author)).size >= smallestCell.authors;

function alikeOf(items: readonly Counted[], patterns: readonly string[]): Alike[] {
  const found = new Map<string, { items: number; readonly authors: Set<string> }>();
  for (const [at, { author }] of items.entries()) {
    const pattern = patterns[at] ?? '';
    const alike = found.get(pattern) ?? { items: 0, authors: new Set<string>() };
    alike.items += 1;
    alike.authors.add(author);
    found.set(pattern, alike);
  }
  return [...found]
    .map(([pattern, { items, authors }]) => ({ pattern, items, authors }))
    .toSorted((one, other) => (one.pattern < other.pattern ? -1 : 1));
}

const isLarge = (all: readonly Alike[]): boolean =>
  all.reduce((sum, { items }) => sum + items, 0) >= smallestCell.items &&
  new Set(all.flatMap(({ authors }) => [...authors])).size >= smallestCell.authors;

const standsIn = (cell: number, { pattern }: Alike): boolean => pattern[cell] === '1';

/** @param added how many cells, the last of each pattern, are not published yet */
function isSafe(all: readonly Alike[], added: number): boolean {
  const cells = Array.from({ length: all[0]?.pattern.length ?? 0 }, (_, cell) => cell);
  const areLarge = cells.slice(cells.length - added).every((cell) => isLarge(all.filter((one) => standsIn(cell, one))));
  return areLarge && cells.length > 0 && !isolates(all, cells);
}

/**
 * Whether some small set follows from the cells. Such a set has only small parts; so the combinations of cells are looked for
 * in which everything large cancels out. In reduced form, with the large parts in front, they are the rows that begin after
 * them.
 */
function isolates(all: readonly Alike[], cells: readonly number[]): boolean {
  const shown = all.filter(({ pattern }) => pattern.includes('1'));
  const [large, small] = [shown.filter((one) => isLarge([one])), shown.filter((one) => !isLarge([one]))];
  if (small.length === 0) return false;
  const rows = reduced(cells.map((cell) => [...large, ...small].map((one) => Number(standsIn(cell, one)))));
  const amongSmall = rows
    .filter((row) => row.slice(0, large.length).every((entry) => entry === 0))
    .map((row) => row.slice(large.length));
  return makesSmall(amongSmall, small);
}

/** So many combinations are looked at before a breakdown counts as unsafe: rather hidden than waited for. */
const mostLooks = 20_000;

/**
 * Whether some sum of rows is the indicator of a small set. Each row has a one where all others have nought, so in an indicator
 * it is either taken once or not at all; and what was taken stays in the set, so there is no need to go on from a large one.
 */
function makesSmall(rows: readonly (readonly number[])[], parts: readonly Alike[]): boolean {
  const leading = rows.map((row) => parts[row.indexOf(1)]);
  let looks = 0;
  const walk = (at: number, sum: readonly number[], taken: readonly Alike[]): boolean => {
    looks += 1;
    const [row, part] = [rows[at], leading[at]];
    if (looks > mostLooks) return true;
    if (!row || !part) return taken.length > 0 && isSmallSet(sum, parts);
    if (walk(at + 1, sum, taken)) return true;
    const withPart = [...taken, part];
    if (isLarge(withPart)) return false;
    const withRow = sum.map((entry, place) => (entry + (row[place] ?? 0)) % prime);
    return walk(at + 1, withRow, withPart);
  };
  return walk(
    0,
    parts.map(() => 0),
    [],
  );
}

const isSmallSet = (sum: readonly number[], parts: readonly Alike[]): boolean =>
  sum.every((entry) => entry === 0 || entry === 1) && !isLarge(parts.filter((_, place) => sum[place] === 1));

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
