import { Failure, InvalidRequest, type FieldRule } from '../../../../../shared/contract/failure.js';

/** What comes to a list and what goes. */
export interface Change<One> {
  readonly add: readonly One[];
  readonly remove: readonly string[];
}

/**
 * A list after a change: what has the name of something new gives it its place, and the rest comes behind in the order in
 * which it was named. Doing the same change again changes nothing.
 * @throws Failure `wordlist.too_long`
 */
export function changed<One>(
  list: readonly One[],
  { add, remove }: Change<One>,
  nameOf: (one: One) => string,
  most: number,
): One[] {
  const after = new Map(list.map((one) => [nameOf(one), one]));
  for (const name of remove) after.delete(name);
  for (const one of add) after.set(nameOf(one), one);
  if (after.size > most) throw new Failure('wordlist.too_long', { most });
  return [...after.values()];
}

/** @throws InvalidRequest when a change says nothing, or takes away what is not there */
export function requireSensible<One>(
  list: readonly One[],
  { add, remove }: Change<One>,
  nameOf: (one: One) => string,
): void {
  const known = new Set(list.map(nameOf));
  if (add.length === 0 && remove.length === 0) throw invalid('add', 'required');
  if (!remove.every((name) => known.has(name))) throw invalid('remove', 'not_one_of');
}

/** A field of the details of an act that is not as it must be. */
export const invalid = (field: string, rule: FieldRule): InvalidRequest =>
  new InvalidRequest([{ field: `body.details.${field}`, rule, params: {} }]);
