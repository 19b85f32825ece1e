import { memoryLimits } from '../../../../shared/translation/memory.rules.js';
import { passagesOf } from '../engine/passages.js';
import { contextHash } from './segment-hash.js';
import { sentencesOf } from './sentences.js';

/** Words of both languages that say the same, and the neighbours of the first. */
export interface Aligned {
  readonly source: string;
  readonly target: string;
  readonly context: Buffer;
}

/** A Markdown text in its sentences, passage by passage. */
export const sentencesByPassage = (markdown: string, language: string): string[][] =>
  passagesOf(markdown).map(({ words }) => sentencesOf(words, language));

/** The sentence before and the one after each stretch of sentences. */
export const neighbours = (all: readonly string[], from: number, count: number): Buffer =>
  contextHash(all[from - 1] ?? '', all[from + count] ?? '');

const isKept = ({ source, target }: Aligned): boolean =>
  /\p{L}/u.test(source) &&
  /\p{L}/u.test(target) &&
  source.length <= memoryLimits.text &&
  target.length <= memoryLimits.text;

/**
 * Which words of a text a person translated by which: sentence by sentence where a passage has as many in both languages,
 * else the passage as a whole. Nothing when the passages themselves are not as many: then nobody knows.
 */
export function align(
  source: { readonly text: string; readonly language: string },
  target: { readonly text: string; readonly language: string },
): Aligned[] {
  const passages = sentencesByPassage(source.text, source.language);
  const translated = sentencesByPassage(target.text, target.language);
  if (passages.length !== translated.length) return [];
  const all = passages.flat();
  let from = 0;
  return passages.flatMap((sentences, at) => {
    const begin = from;
    from += sentences.length;
    const others = translated[at] ?? [];
    const pair = (words: readonly string[], given: readonly string[], place: number): Aligned => ({
      source: words.join(' '),
      target: given.join(' '),
      context: neighbours(all, begin + place, words.length),
    });
    const pairs =
      sentences.length === others.length
        ? sentences.map((sentence, place) => pair([sentence], [others[place] ?? ''], place))
        : [pair(sentences, others, 0)];
    return pairs.filter(isKept);
  });
}
