import type { MemoryMatch } from '../../../../shared/translation/memory.rules.js';
import type { MemoryMatchView } from '../../../../shared/translation/memory.schema.js';
import type { EntryRow } from './memory.repository.js';
import { entryView } from './memory.view.js';
import { percentOf } from './scoring.js';

const nearness: Readonly<Record<MemoryMatch, number>> = { context: 2, exact: 1, fuzzy: 0 };

/** How an entry is like a sentence, by the hashes of its words and of its neighbours. */
export function matchView(
  row: EntryRow,
  sought: string,
  { hash, context }: { readonly hash: string; readonly context: string },
): MemoryMatchView {
  const isSame = row.sourceHash === hash;
  const match = !isSame ? 'fuzzy' : row.contextHash === context ? 'context' : 'exact';
  return { match, percent: percentOf(sought, row.source, row.confirmedBy.length === 2), entry: entryView(row) };
}

/** The nearest first; of equally near ones the order stays. */
export const byNearness = (one: MemoryMatchView, other: MemoryMatchView): number =>
  nearness[other.match] - nearness[one.match] || other.percent - one.percent;
