import { wordChanges, type WordChange } from '../language/word-changes.js';
import { canonicalText } from './canonical.rules.js';
import type { StatementText } from './statement-text.schema.js';
import { citationSigns, linesOf, type CitationSigns, type TextLine } from './text-lines.js';

/** What became of one line between two texts. */
export type LineChange =
  | { readonly type: 'same'; readonly after: TextLine }
  /** The words stayed; how they are set did not: bold, a link, a list. */
  | { readonly type: 'restyled'; readonly before: TextLine; readonly after: TextLine }
  | {
      readonly type: 'changed';
      readonly before: TextLine;
      readonly after: TextLine;
      readonly words: readonly WordChange[];
    }
  | { readonly type: 'added'; readonly after: TextLine }
  | { readonly type: 'removed'; readonly before: TextLine };

/** The least share of a line's words that stay, for it to be the same line changed and not another in its place. */
const leastShared = 0.3;

/** Beyond so many pairs of lines they are not compared one by one: nobody would read it. */
const mostPairs = 1_000_000;

/**
 * What changed between two texts, line by line in the order of the later one; what was taken out stands where it stood.
 * Without the removed lines it is the later text, without the added ones the earlier.
 * @param signs what stands in the words for what is cited
 */
export function textChanges(
  before: StatementText,
  after: StatementText,
  signs: CitationSigns = citationSigns(before, after),
): LineChange[] {
  const [old, young] = [linesOf(canonicalText(before), signs), linesOf(canonicalText(after), signs)];
  const changes: LineChange[] = [];
  let [i, j] = [0, 0];
  for (const [oldAt, youngAt] of [...commonLines(old, young), [old.length, young.length] as const]) {
    changes.push(...gap(old.slice(i, oldAt), young.slice(j, youngAt)));
    const [was, is] = [old[oldAt], young[youngAt]];
    if (was && is) changes.push(was.set === is.set ? { type: 'same', after: is } : restyled(was, is));
    [i, j] = [oldAt + 1, youngAt + 1];
  }
  return changes;
}

const restyled = (before: TextLine, after: TextLine): LineChange => ({ type: 'restyled', before, after });

/** Lines between two that stayed: each that still shares words with one there is that one changed, in order. */
function gap(old: readonly TextLine[], young: readonly TextLine[]): LineChange[] {
  const changes: LineChange[] = [];
  const left = [...old];
  for (const after of young) {
    const at = left.length * young.length > mostPairs ? -1 : left.findIndex((before) => isLike(before, after));
    const before = left[at];
    if (!before) {
      changes.push({ type: 'added', after });
      continue;
    }
    changes.push(
      ...left
        .splice(0, at + 1)
        .slice(0, -1)
        .map(removed),
    );
    changes.push({ type: 'changed', before, after, words: wordChanges(before.words, after.words) });
  }
  return [...changes, ...left.map(removed)];
}

const removed = (before: TextLine): LineChange => ({ type: 'removed', before });

function isLike(before: TextLine, after: TextLine): boolean {
  const [one, other] = [wordsOf(before), wordsOf(after)];
  const shared = [...one].filter((word) => other.has(word)).length;
  return shared > 0 && shared >= leastShared * Math.max(one.size, other.size);
}

const wordsOf = ({ words }: TextLine): Set<string> => new Set(words.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu));

/** The longest row of lines with the same words in both, as pairs of places. */
function commonLines(old: readonly TextLine[], young: readonly TextLine[]): (readonly [number, number])[] {
  if (old.length * young.length > mostPairs) return [];
  const rests = Array.from({ length: old.length + 1 }, () => new Uint16Array(young.length + 1));
  const restAt = (i: number, j: number): number => rests[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = young.length - 1, row = rests[i]; row && j >= 0; j -= 1)
      row[j] =
        old[i]?.words === young[j]?.words ? restAt(i + 1, j + 1) + 1 : Math.max(restAt(i + 1, j), restAt(i, j + 1));
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < old.length && j < young.length;) {
    if (old[i]?.words === young[j]?.words) pairs.push([i++, j++]);
    else if (restAt(i + 1, j) >= restAt(i, j + 1)) i += 1;
    else j += 1;
  }
  return pairs;
}
