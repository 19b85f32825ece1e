import type { DyadView } from '../../shared/dyads/dyad.schema.js';

/** The language of each side's text. */
export function languagesBySide({ sides }: DyadView): { a: string; b: string } {
  const of = (wanted: 'a' | 'b') => sides.find(({ side }) => side === wanted)?.language ?? 'en';
  return { a: of('a'), b: of('b') };
}
