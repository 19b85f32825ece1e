import { scriptOf } from './language.js';
import { lettersForeignTo, shareOfScript } from './letters.js';

const enoughWords = 4;
const mostLetters = 0.6;

/**
 * Which of a dyad's languages a text rather looks like, when it cannot well be the one its author named. A hint and
 * never a decision: the author's word counts. It looks at script and letters only, so it is silent rather than wrong.
 * @param named the language the author chose
 * @param candidates the languages of the dyad
 * @returns another candidate, or nothing when the text fits or tells too little
 */
export function looksLike(text: string, named: string, candidates: readonly string[]): string | undefined {
  const words = text.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
  if (words < enoughWords || scriptOf(named) === undefined || fits(text, named)) return undefined;
  return candidates.find((other) => other !== named && fits(text, other));
}

/** Whether a text can be in a language: mostly its script, and none of the letters that it never uses. */
function fits(text: string, language: string): boolean {
  const script = scriptOf(language);
  if (script === undefined) return false;
  return shareOfScript(script, text) >= mostLetters && lettersForeignTo(language, text).length === 0;
}
