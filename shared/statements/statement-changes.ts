import { canonicalJson } from './canonical.rules.js';
import type { ClauseTexts } from './statement-text.schema.js';

/** A clause as versions hold it. */
export interface ClauseOf {
  readonly id: string;
  readonly texts: ClauseTexts;
}

/** A clause at its place: 1 is the first. */
export interface PlacedClause extends ClauseOf {
  readonly number: number;
}

/** What became of one clause; it may have changed and moved at once. */
export type ClauseChange =
  | {
      readonly type: 'kept';
      readonly before: PlacedClause;
      readonly after: PlacedClause;
      readonly changed: boolean;
      readonly moved: boolean;
    }
  | { readonly type: 'added'; readonly after: PlacedClause }
  | { readonly type: 'removed'; readonly before: PlacedClause };

/**
 * What changed between two states of a statement, in the order of the later one; what was taken out stands after what it
 * stood after. A clause is moved when others would have to move for it to be where it is: as few are said to be moved as
 * can be. Both texts of a clause count alike.
 */
export function statementChanges(before: readonly ClauseOf[], after: readonly ClauseOf[]): ClauseChange[] {
  const [old, young] = [placed(before), placed(after)];
  const [oldById, youngIds] = [new Map(old.map((one) => [one.id, one])), new Set(young.map(({ id }) => id))];
  const inPlace = longestRise(young.flatMap(({ id }) => oldById.get(id)?.number ?? []));
  const changes: ClauseChange[] = young.map((one) => {
    const was = oldById.get(one.id);
    if (!was) return { type: 'added', after: one };
    const changed = canonicalJson(was.texts) !== canonicalJson(one.texts);
    return { type: 'kept', before: was, after: one, changed, moved: !inPlace.has(was.number) };
  });
  for (const one of old) {
    if (youngIds.has(one.id)) continue;
    const neighbour = old[one.number - 2];
    const at = changes.findIndex((change) => 'before' in change && change.before.id === neighbour?.id);
    changes.splice(at + 1, 0, { type: 'removed', before: one });
  }
  return changes;
}

/** Whether nothing changed at all. */
export const isSame = (changes: readonly ClauseChange[]): boolean =>
  changes.every((change) => change.type === 'kept' && !change.changed && !change.moved);

const placed = (clauses: readonly ClauseOf[]): PlacedClause[] =>
  clauses.map(({ id, texts }, at) => ({ id, texts, number: at + 1 }));

/** The longest rising row among numbers that are all different; of equal ones the one that ends lowest. */
function longestRise(numbers: readonly number[]): ReadonlySet<number> {
  const ends: number[] = [];
  const previous = new Map<number, number | undefined>();
  for (const number of numbers) {
    const found = ends.findIndex((end) => end > number);
    const at = found === -1 ? ends.length : found;
    previous.set(number, ends[at - 1]);
    ends[at] = number;
  }
  const rise = new Set<number>();
  for (let one = ends.at(-1); one !== undefined; one = previous.get(one)) rise.add(one);
  return rise;
}
