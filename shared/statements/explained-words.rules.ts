import type { TermFinder, TermPlace } from '../translation/glossary-matching.rules.js';
import type { Inline } from './statement-text.schema.js';

/** Words that stand together: of one concept of the glossary, or of none. */
export interface WordRun {
  readonly concept: string | undefined;
  readonly content: readonly Inline[];
}

/** Stands, sign for sign, where nothing is looked for. */
export const noWord = '\uFFFC';

/**
 * The letters of a line as terms are looked for in them, one for one. A link is one thing to press, so words in it are
 * not explained.
 */
function lettersOf(one: Inline): string {
  if ('break' in one) return '\n';
  if (!('text' in one)) return noWord;
  return one.link === undefined ? one.text : noWord.repeat(one.text.length);
}

/** A line with the words of terms set apart; put together again it is the line, letter by letter and mark by mark. */
export function explainedWords(content: readonly Inline[], find: TermFinder): WordRun[] {
  const places = find(content.map(lettersOf).join(''));
  const runs: { readonly place: TermPlace | undefined; readonly content: Inline[] }[] = [];
  let [at, next] = [0, 0];
  for (const one of content) {
    const { length } = lettersOf(one);
    for (let done = 0; done < length;) {
      const place = places[next];
      const isInside = place !== undefined && place.from <= at;
      const taken = Math.min(length - done, (isInside ? place.to : (place?.from ?? Infinity)) - at);
      const piece = 'text' in one ? { ...one, text: one.text.slice(done, done + taken) } : one;
      const last = runs.at(-1);
      if (last && last.place === (isInside ? place : undefined)) last.content.push(piece);
      else runs.push({ place: isInside ? place : undefined, content: [piece] });
      [done, at] = [done + taken, at + taken];
      if (isInside && at === place.to) next += 1;
    }
  }
  return runs.map((run) => ({ concept: run.place?.concept, content: run.content }));
}
