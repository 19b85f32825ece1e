import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';
import { bulkMost } from '../../../../shared/moderation/proposal.rules.js';
import { possibleActs, type Moderator } from '../possible-acts';

/** The items that were chosen for one decision about all of them, by id. */
export type Selection = ReadonlySet<string>;

export const nothingSelected: Selection = new Set();

/** Whether an item can be decided together with others: what this moderator could propose about alone. */
export const isSelectable = (item: DeskItem, me: Moderator): boolean => possibleActs(item, me).propose === 'decision';

/** With the item if it was not chosen, else without it; there is no room for more than can be decided together. */
export function toggled(selection: Selection, item: string): Selection {
  if (selection.has(item)) return new Set([...selection].filter((one) => one !== item));
  return selection.size < bulkMost ? new Set([...selection, item]) : selection;
}

/** The chosen items as they stand now, in the order of the list; what colleagues have decided meanwhile falls out. */
export const chosen = (selection: Selection, items: readonly DeskItem[], me: Moderator): DeskItem[] =>
  items.filter((item) => selection.has(item.id) && isSelectable(item, me));
