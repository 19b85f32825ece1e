import type { DyadView } from '../../shared/dyads/dyad.schema.js';
import { languageName } from './format';

/**
 * The languages of both sides, the reader's own first. For a reader of neither they stand in the order of their names
 * in the reader's language, so that no side comes first everywhere.
 */
export function sideLanguages(dyad: DyadView, reader: string): string[] {
  const name = (code: string): string => languageName(reader, code);
  return [...new Set(dyad.sides.map(({ language }) => language))].toSorted(
    (one, other) => Number(other === reader) - Number(one === reader) || name(one).localeCompare(name(other), reader),
  );
}
