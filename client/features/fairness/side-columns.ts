import type { DyadView } from '../../../shared/dyads/dyad.schema.js';
import type { OneSide } from '../../../shared/moderation/fairness/sided.js';

/** A side as a column of a table. */
export interface SideColumn {
  readonly side: OneSide;
  readonly name: string;
}

/** Both sides: neither is always first, the one whose language the reader reads is. */
export const sideColumns = (
  { sides }: DyadView,
  language: string,
  nameOf: (side: OneSide) => string,
): readonly SideColumn[] =>
  sides
    .toSorted((one, other) => Number(other.language === language) - Number(one.language === language))
    .map(({ side }) => ({ side, name: nameOf(side) }));
