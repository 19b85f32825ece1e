import { placeKinds } from '../../../../../shared/moderation/detection/folded-point.js';
import { foldText, type FoldedText } from '../../../../../shared/moderation/detection/folded-text.js';
import type { TextRange } from '../../../../../shared/moderation/detection/text-range.js';
import type { WordEntry } from '../../../../../shared/moderation/detection/wordlist.schema.js';
import { countLetters, isDisguised, type LetterCounts, type Stretch } from './disguise.js';
import { WordAutomaton } from './word-automaton.js';

/** An entry that a text holds. */
export interface WordHit {
  /** Which entry, by its number in the list. */
  readonly entry: number;
  /** Written so that it looks like the entry and is not spelled so: with letters of another script, apart, stretched. */
  readonly disguised: boolean;
  /** Where, in the order of the text; the first of them where there are very many. */
  readonly ranges: readonly TextRange[];
}

export interface WordHits {
  readonly hits: readonly WordHit[];
  /** How many characters, moves and comparisons it took; proportional to the length of the text. */
  readonly steps: number;
}

const mostRanges = 20;

/** Word lists made ready to be looked for. Pure: the same text gives the same hits. */
export class WordMatching {
  private readonly folded: readonly FoldedText[];
  private readonly automaton: WordAutomaton;

  constructor(private readonly entries: readonly Pick<WordEntry, 'text' | 'form'>[]) {
    this.folded = entries.map(({ text }) => foldText(text.trim()));
    this.automaton = new WordAutomaton(this.folded.map(({ shape }) => shape));
  }

  find(text: string): WordHits {
    const folded = foldText(text);
    const found = new Map<string, { entry: number; disguised: boolean; ranges: TextRange[] }>();
    const letters = countLetters(folded);
    let steps = folded.steps + folded.kinds.length;
    steps += this.automaton.run(folded.shape, (entry, end) => {
      const stretch = this.stretchOf(folded, entry, end);
      if (!stretch) return;
      steps += this.folded[entry]?.plain.length ?? 0;
      const meaning = this.meaningOf(folded, letters, entry, stretch);
      if (meaning === undefined) return;
      const key = `${entry} ${meaning}`;
      const hit = found.get(key) ?? { entry, disguised: meaning === 'disguised', ranges: [] };
      if (hit.ranges.length < mostRanges) hit.ranges.push(folded.rangeOf(stretch.from, stretch.to));
      found.set(key, hit);
    });
    return { hits: [...found.values()], steps };
  }

  /** Where in the plain form something of an entry's shape stands; nothing when it is the middle of other words. */
  private stretchOf(text: FoldedText, entry: number, end: number): Stretch | undefined {
    const start = end - (this.folded[entry]?.shape.length ?? 0);
    if (!isEdge(text, start)) return undefined;
    if (this.entries[entry]?.form !== 'stem' && !isEdge(text, end)) return undefined;
    return { from: text.from[start] ?? 0, to: text.to[end - 1] ?? 0 };
  }

  private meaningOf(
    text: FoldedText,
    letters: LetterCounts,
    entry: number,
    { from, to }: Stretch,
  ): 'plain' | 'disguised' | undefined {
    const sought = this.folded[entry];
    if (!sought) return undefined;
    const isStem = this.entries[entry]?.form === 'stem';
    const asLong = isStem ? from + sought.plain.length <= text.plain.length : to - from === sought.plain.length;
    if (asLong && sought.plain.every((code, at) => code === text.plain[from + at])) return 'plain';
    return isDisguised(text, letters, { from, to }, sought) ? 'disguised' : undefined;
  }
}

/** Whether words end at a place of the shape: at a space, at the ends of the text, and where digits join letters. */
function isEdge({ shape, kinds, from }: FoldedText, at: number): boolean {
  if (at <= 0 || at >= shape.length) return true;
  const [before, after] = [kinds[from[at - 1] ?? 0], kinds[from[at] ?? 0]];
  const { space, digit } = placeKinds;
  return before === space || after === space || (before === digit) !== (after === digit);
}
