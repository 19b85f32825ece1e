import { smallestCell } from '../../moderation/fairness/fairness.rules.js';
import { isLargeCell } from '../../moderation/fairness/small-cells.js';
import type { ServedText } from './served-text.js';

/** Texts of one direction that are alike in everything that is counted, so that one of them says it of all. */
export interface ServedKind {
  readonly example: ServedText;
  readonly texts: readonly ServedText[];
}

/** Texts by what is counted of them; by their month only whether it is the one that is counted apart. */
export function kindsOf(texts: readonly ServedText[], month: string): ServedKind[] {
  const found = new Map<string, { example: ServedText; texts: ServedText[] }>();
  for (const text of texts) {
    const { shown, whyNone, checks, disputes } = text;
    const key = `${text.month === month} ${shown ? Object.values(shown).join(' ') : whyNone} ${checks} ${disputes.join(' ')}`;
    const kind = found.get(key);
    if (kind) kind.texts.push(text);
    else found.set(key, { example: text, texts: [text] });
  }
  return [...found.values()];
}

export const countOf = (kinds: readonly ServedKind[], has: (text: ServedText) => boolean): number =>
  kinds.reduce((sum, { example, texts }) => sum + (has(example) ? texts.length : 0), 0);

/**
 * So many texts of a kind as decide whether a number of them is small, alone or together with others: where the kind is large
 * by itself the fewest that are, else at most the smallest cell of each author.
 */
export function decisiveOf({ texts }: ServedKind): ServedText[] {
  const isLarge = isLargeCell(texts);
  const ofAuthor = new Map<string, number>();
  const kept: ServedText[] = [];
  for (const text of texts) {
    const known = ofAuthor.get(text.author) ?? 0;
    if (known === smallestCell.items) continue;
    ofAuthor.set(text.author, known + 1);
    kept.push(text);
    if (isLarge && isLargeCell(kept)) break;
  }
  return kept;
}
