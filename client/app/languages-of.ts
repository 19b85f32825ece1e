import type { DyadView } from '../../shared/dyads/dyad.schema.js';
import { sideLanguages } from '../lib/side-languages';

/** The languages people write in a dyad. */
export const languagesOf = (dyad: DyadView): string[] => [
  ...new Set([...dyad.sides.map((side) => side.language), ...(dyad.bridgeLanguage ? [dyad.bridgeLanguage] : [])]),
];

/** The same, those of the sides in the order in which they stand for this reader. */
export const listLanguages = (dyad: DyadView, reader: string): string[] => [
  ...new Set([...sideLanguages(dyad, reader), ...languagesOf(dyad)]),
];
