import { looksLike } from '../../../../../shared/language/detect-language.js';
import { soundsLike } from '../../../../../shared/language/frequent-words.js';
import { scriptOf } from '../../../../../shared/language/language.js';
import { shareOfScript } from '../../../../../shared/language/letters.js';
import { finding, type Finding } from '../../../../../shared/moderation/detection/finding.rules.js';
import type { Phase } from '../phase.js';

/** From so many words on, this share of letters in the script of a language must be there for it to be written in it. */
const fewestWords = 4;
const mostLetters = 0.6;

/** Addresses, hosts and code are in no language. */
const notSpoken = /https?:\/\/[^\s<>]{1,2000}|`[^`\n]{1,2000}`|[a-z0-9-]{1,63}(?:[.@][a-z0-9-]{1,63}){1,8}/gi;

/** A text that is not in the language its author named: its translation would be nonsense. */
export const languagePhase: Phase = {
  name: 'language',
  look: ({ text, language }, { languages }): Finding[] => {
    const words = text.replace(notSpoken, ' ');
    const found = looksLike(words, language, languages) ?? soundsLike(words, language, languages);
    if (found !== undefined) return [finding('other_language', { params: { named: language, found } })];
    return isInOtherScript(words, language) ? [finding('other_script', { params: { named: language } })] : [];
  },
};

function isInOtherScript(text: string, language: string): boolean {
  const script = scriptOf(language);
  const words = text.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;
  return script !== undefined && words >= fewestWords && shareOfScript(script, text) < mostLetters;
}
