import { isLetterKind, placeKinds } from '../../../../../shared/moderation/detection/folded-point.js';
import type { FoldedText } from '../../../../../shared/moderation/detection/folded-text.js';

/** A stretch of the plain form; `to` is the first place behind it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** How many letters of each script a text has, by the kinds of places. */
export type LetterCounts = ReadonlyMap<number, number>;

/** From this share of a text's letters on, a script is one that the text is written in, and its words are words. */
const ownScriptShare = 0.3;
/** The same letter so often in a row is stretched; no spelling needs it. */
const stretched = 3;
/** A stretch is looked at so many times longer than the entry; what is longer still was stretched. */
const mostStretch = 4;

export function countLetters({ kinds }: FoldedText): LetterCounts {
  const counts = new Map<number, number>();
  for (const kind of kinds) if (isLetterKind(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return counts;
}

/**
 * Whether words that look like an entry and are spelled otherwise are the entry in disguise, and not another word: two
 * words of one script may look alike by the rough measure of shapes (и and ц are both a u), and "сор" is a Bulgarian
 * word although it looks like "cop".
 * @param letters of the whole text
 */
export function isDisguised(text: FoldedText, letters: LetterCounts, stretch: Stretch, entry: FoldedText): boolean {
  const to = Math.min(stretch.to, stretch.from + mostStretch * entry.plain.length);
  const kinds = text.kinds.subarray(stretch.from, to);
  const codes = text.plain.subarray(stretch.from, to);
  const scripts = new Set(kinds.filter(isLetterKind));
  const own = new Set(entry.kinds.filter(isLetterKind));
  const foreign = [...scripts].filter((script) => !own.has(script));
  if (foreign.length > 0) return scripts.size > 1 || !isWrittenIn(letters, foreign);
  if (to < stretch.to || isStretched(codes)) return true;
  const { digit, space, Latin } = placeKinds;
  if (count(kinds, digit) !== count(entry.kinds, digit) || count(kinds, space) !== count(entry.kinds, space))
    return true;
  return scripts.has(Latin) && marksOf(codes, kinds) !== marksOf(entry.plain, entry.kinds);
}

const count = (kinds: Uint8Array, sought: number): number => kinds.filter((kind) => kind === sought).length;

function isWrittenIn(letters: LetterCounts, scripts: readonly number[]): boolean {
  const all = [...letters.values()].reduce((sum, some) => sum + some, 0);
  return scripts.some((script) => (letters.get(script) ?? 0) >= all * ownScriptShare);
}

const marksOf = (codes: Uint32Array, kinds: Uint8Array): string =>
  codes.filter((_, at) => kinds[at] === placeKinds.mark).join(' ');

function isStretched(codes: Uint32Array): boolean {
  let run = 0;
  return codes.some((code, at) => {
    run = code === codes[at - 1] ? run + 1 : 1;
    return run >= stretched;
  });
}
