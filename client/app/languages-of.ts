import type { DyadView } from '../../shared/dyads/dyad.schema.js';

/** The languages people write in a dyad. */
export const languagesOf = (dyad: DyadView): string[] => [
  ...new Set([...dyad.sides.map((side) => side.language), ...(dyad.bridgeLanguage ? [dyad.bridgeLanguage] : [])]),
];
