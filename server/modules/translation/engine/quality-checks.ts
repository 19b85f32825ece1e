import { scriptOf } from '../../../../shared/language/language.js';
import { shareOfScript } from '../../../../shared/language/letters.js';

export type Check = 'negation' | 'number' | 'placeholder' | 'empty' | 'length' | 'script' | 'unknown_words';

/**
 * Words of negation, by language. Only their number is compared: an engine that loses or invents one turns a sentence
 * into its opposite, and nothing about the text shows it.
 */
const negations: Readonly<Record<string, readonly string[]>> = {
  en: ['not', 'no', 'never', 'nobody', 'nothing', 'none', 'neither', 'nor', 'cannot', "n't"],
  bg: [
    'не',
    'няма',
    'нямаме',
    'нямам',
    'нямат',
    'нямаше',
    'нито',
    'никой',
    'никога',
    'нищо',
    'никакъв',
    'никаква',
    'никакво',
    'никакви',
    'недей',
  ],
  mk: [
    'не',
    'нема',
    'немаме',
    'немам',
    'немаат',
    'немаше',
    'ниту',
    'никој',
    'никогаш',
    'ништо',
    'никаков',
    'никаква',
    'никакво',
    'никакви',
    'немој',
  ],
  hi: ['नहीं', 'न', 'ना', 'मत', 'नही', 'कभी नहीं'],
  ur: ['نہیں', 'نہ', 'مت'],
};

/** `\b` knows neither Cyrillic nor the combining marks of Devanagari and Urdu. */
const asWord = (word: string): RegExp => new RegExp(`(?<![\\p{L}\\p{M}])${word}(?![\\p{L}\\p{M}])`, 'giu');

const shortestRatio = 0.4;
const longestRatio = 2.5;
const mostUnknown = 0.15;

export interface Compared {
  readonly source: string;
  readonly sourceLanguage: string;
  readonly target: string;
  readonly targetLanguage: string;
  readonly unknownWords: readonly string[];
  /** Segments whose placeholders did not come back as they were sent. */
  readonly broken: number;
}

/** The checks that an engine's text fails; they run on every machine translation of every engine. */
export function failedChecks(text: Compared): Check[] {
  const failed: [Check, boolean][] = [
    ['empty', text.target.trim() === ''],
    ['placeholder', text.broken > 0],
    ['number', numbersIn(text.source) !== numbersIn(text.target)],
    ['negation', negationsIn(text.source, text.sourceLanguage) !== negationsIn(text.target, text.targetLanguage)],
    ['length', hasOddLength(text.source, text.target)],
    ['script', isInWrongScript(text.target, text.targetLanguage)],
    ['unknown_words', text.unknownWords.length / Math.max(1, wordsIn(text.source)) > mostUnknown],
  ];
  return failed.filter(([, fails]) => fails).map(([check]) => check);
}

/** How many words of negation a text holds; a language we have no list for holds none that we could count. */
export function negationsIn(text: string, language: string): number {
  return (negations[language] ?? []).reduce((sum, word) => sum + (text.match(asWord(word))?.length ?? 0), 0);
}

/** The numbers of a text, in order of size, with the digits of any script read as digits. */
function numbersIn(text: string): string {
  return (text.match(/\p{Nd}+/gu) ?? []).map(latinDigits).toSorted().join(' ');
}

/** Digits stand in Unicode in runs of ten that begin at a multiple of ten from their zero. */
const latinDigits = (digits: string): string =>
  digits
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x0966))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));

const wordsIn = (text: string): number => text.match(/[\p{L}\p{M}]+/gu)?.length ?? 0;

function hasOddLength(source: string, target: string): boolean {
  if (wordsIn(source) < 5) return false;
  const ratio = target.length / Math.max(1, source.length);
  return ratio < shortestRatio || ratio > longestRatio;
}

function isInWrongScript(text: string, language: string): boolean {
  const script = scriptOf(language);
  return script !== undefined && wordsIn(text) >= 3 && shareOfScript(script, withoutAddresses(text)) < 0.6;
}

const withoutAddresses = (text: string): string => text.replace(/https?:\S+|[\w.+-]+@[\w.-]+|`[^`]*`/g, ' ');
