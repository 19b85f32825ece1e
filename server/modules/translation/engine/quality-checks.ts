import { scriptOf } from '../../../../shared/language/language.js';
import { shareOfScript } from '../../../../shared/language/letters.js';
import type { TranslationCheck, TranslationVerdict } from '../../../../shared/translation/translation.rules.js';
import { negatesAlike, negationsIn } from './negation.js';
import type { TermPairs } from './term-pairs.js';

/** One passage, as people wrote it and as the engine gave it back. */
export interface ComparedPassage {
  readonly source: string;
  readonly target: string;
}

export interface Compared {
  readonly passages: readonly ComparedPassage[];
  readonly sourceLanguage: string;
  readonly targetLanguage: string;
  /** How many words the engine did not know. */
  readonly unknown: number;
  /** Passages that stayed in the original, since their placeholders did not come back as they were sent. */
  readonly broken: number;
  /** The words that both sides have agreed on, where there are any. */
  readonly terms?: TermPairs | undefined;
}

export interface CheckResult {
  readonly check: TranslationCheck;
  readonly ok: boolean;
  /** What was counted, in figures: never a word of the text. */
  readonly detail: string;
}

/** Measured on the pairs in use: a text of this many words that grows or shrinks more has lost or gained something. */
const wordsToMeasure = 5;
const shortestRatio = 0.4;
const longestRatio = 2.5;
const mostUnknown = 0.15;
const wordsToTellScript = 3;
const leastOfScript = 0.6;

/**
 * What can be counted in a translation without understanding it. The checks run on every machine translation of every
 * engine, and passage by passage where something lost in one could be made up for by something invented in another.
 */
export function checkTranslation(compared: Compared): CheckResult[] {
  const { passages } = compared;
  const source = passages.map((passage) => passage.source).join('\n');
  const target = passages.map((passage) => passage.target).join('\n');
  const empty = passages.filter((one) => one.source.trim() !== '' && one.target.trim() === '').length;
  return [
    negation(compared),
    number(passages),
    { check: 'placeholder', ok: compared.broken === 0, detail: `${compared.broken} of ${passages.length} passages` },
    { check: 'empty', ok: empty === 0, detail: `${empty} of ${passages.length} passages` },
    length(source, target),
    script(target, compared.targetLanguage),
    unknownWords(compared.unknown, source),
    terms(compared),
  ];
}

export const verdictOf = (checks: readonly CheckResult[]): TranslationVerdict =>
  checks.every(({ ok }) => ok) ? 'passed' : 'doubtful';

/** The share of a text's words that the engine did not know, 0 to 1. */
export const unknownRatio = (unknown: number, source: string): number =>
  Math.min(1, unknown / Math.max(1, wordsIn(source)));

function negation({ passages, sourceLanguage, targetLanguage }: Compared): CheckResult {
  const counts = passages.map(
    ({ source, target }) => [negationsIn(source, sourceLanguage), negationsIn(target, targetLanguage)] as const,
  );
  const ok = counts.every(([before, after]) => negatesAlike(before, sourceLanguage, after, targetLanguage));
  return {
    check: 'negation',
    ok,
    detail: counts.map(([before, after]) => `${before ?? '-'}:${after ?? '-'}`).join(' '),
  };
}

function number(passages: readonly ComparedPassage[]): CheckResult {
  const counts = passages.map(({ source, target }) => [numbersIn(source), numbersIn(target)] as const);
  const differ = counts.filter(([before, after]) => before.join(' ') !== after.join(' ')).length;
  return { check: 'number', ok: differ === 0, detail: `${differ} of ${passages.length} passages` };
}

/** The numbers of a text, sorted, with the digits of any script read as digits. */
const numbersIn = (text: string): string[] =>
  (text.match(/\p{Nd}+/gu) ?? []).map((digits) => digits.replace(/./gu, valueOfDigit)).toSorted();

/** Unicode has the decimal digits of each script in a row, the zero first. */
function valueOfDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

function length(source: string, target: string): CheckResult {
  const ratio = target.length / Math.max(1, source.length);
  const ok = wordsIn(source) < wordsToMeasure || (ratio >= shortestRatio && ratio <= longestRatio);
  return { check: 'length', ok, detail: ratio.toFixed(2) };
}

function script(target: string, language: string): CheckResult {
  const expected = scriptOf(language);
  const words = target.replace(/https?:\S+|[\w.+-]+@[\w.-]+|`[^`]*`/g, ' ');
  if (expected === undefined || wordsIn(words) < wordsToTellScript) return { check: 'script', ok: true, detail: '-' };
  const share = shareOfScript(expected, words);
  return { check: 'script', ok: share >= leastOfScript, detail: `${expected} ${share.toFixed(2)}` };
}

function unknownWords(unknown: number, source: string): CheckResult {
  const ratio = unknownRatio(unknown, source);
  return { check: 'unknown_words', ok: ratio <= mostUnknown, detail: ratio.toFixed(2) };
}

function terms({ passages, terms: pairs }: Compared): CheckResult {
  const lost = passages.filter(({ source, target }) => pairs && pairs.lostIn(source, target) > 0).length;
  return { check: 'term', ok: lost === 0, detail: `${lost} of ${passages.length} passages` };
}

const wordsIn = (text: string): number => text.match(/\p{L}[\p{L}\p{M}]*/gu)?.length ?? 0;
