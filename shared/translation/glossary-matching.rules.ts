/** A term as it is looked for in a text. */
export interface SoughtTerm {
  readonly concept: string;
  readonly form: string;
  /** Further forms, as the language inflects it. */
  readonly forms: readonly string[];
  /** Beginnings of its words: `вод сдруж` stands for every word that begins with the one, before one that begins with the other. */
  readonly stems: readonly string[];
}

/** Where words of a term stand, in UTF-16 units of the text as it was given. */
export interface TermPlace {
  readonly from: number;
  readonly to: number;
  readonly concept: string;
}

export type TermFinder = (text: string) => TermPlace[];

/** A word: letters, marks and digits, with the joiners and soft hyphens that stand inside words. */
const word = /[\p{L}\p{M}\p{N}\u00AD\u200C\u200D]+/gu;
const insideWords = /[\u00AD\u200C\u200D]/g;

/** What may stand between the words of one term. */
const gap = /^[\p{White_Space}\p{Pd}'’]+$/u;

/** Languages in which i has a capital of its own (Unicode, SpecialCasing). */
const withDottedCapital = /^(?:tr|az)(?:-|$)/;

/**
 * A word as it is compared: composed, compatible signs as one, capitals and small letters as one. Capitals, since they
 * have no form of their own at the end of a word (σ and ς), as small letters have.
 */
const folded = (written: string, language: string): string =>
  written
    .replace(insideWords, '')
    .normalize('NFKC')
    .toLocaleUpperCase(withDottedCapital.test(language) ? language : 'und');

interface Word {
  readonly from: number;
  readonly to: number;
  readonly folded: string;
  /** Whether nothing but a gap is between it and the word before. */
  readonly follows: boolean;
}

function wordsOf(text: string, language: string): Word[] {
  const words: Word[] = [];
  for (const { 0: written, index } of text.matchAll(word)) {
    const compared = folded(written, language);
    if (compared === '') continue;
    const end = words.at(-1)?.to;
    const follows = end !== undefined && gap.test(text.slice(end, index));
    words.push({ from: index, to: index + written.length, folded: compared, follows });
  }
  return words;
}

/** The words of a form, or the beginnings of words of a stem. */
interface Pattern {
  readonly concept: string;
  readonly words: readonly string[];
  readonly isStem: boolean;
}

/** The surest first: more words, then a whole form before a beginning, then more letters. */
const bySureness = (one: Pattern, other: Pattern): number =>
  other.words.length - one.words.length ||
  Number(one.isStem) - Number(other.isStem) ||
  other.words.join('').length - one.words.join('').length;

const patternsOf = ({ concept, form, forms, stems }: SoughtTerm, language: string): Pattern[] => {
  const pattern = (written: string, isStem: boolean): Pattern => ({
    concept,
    words: wordsOf(written, language).map((one) => one.folded),
    isStem,
  });
  return [...[form, ...forms].map((one) => pattern(one, false)), ...stems.map((one) => pattern(one, true))].filter(
    ({ words }) => words.length > 0,
  );
};

function stands({ words, isStem }: Pattern, text: readonly Word[], at: number): boolean {
  return words.every((sought, further) => {
    const found = text[at + further];
    if (!found || (further > 0 && !found.follows)) return false;
    return isStem ? found.folded.startsWith(sought) : found.folded === sought;
  });
}

/**
 * Finds the words of terms in a text of one language: whole words, whatever their capitals and however their letters are
 * composed. Places are in their order and do not overlap; of several terms at one place the surest is taken. For one
 * glossary the work grows with the length of the text and no more.
 */
export function termFinder(language: string, terms: readonly SoughtTerm[]): TermFinder {
  const patterns = terms.flatMap((term) => patternsOf(term, language)).toSorted(bySureness);
  const begun = new Map<string, Pattern[]>();
  for (const pattern of patterns) {
    const first = keyOf(pattern.words[0] ?? '', pattern.isStem);
    begun.set(first, [...(begun.get(first) ?? []), pattern]);
  }
  const lengths = [...new Set(patterns.flatMap(({ words, isStem }) => (isStem ? [words[0]?.length ?? 0] : [])))];
  const beginningWith = (first: string): Pattern[] =>
    [keyOf(first, false), ...lengths.map((length) => keyOf(first.slice(0, length), true))]
      .flatMap((key) => begun.get(key) ?? [])
      .toSorted(bySureness);
  return (text) => {
    if (patterns.length === 0) return [];
    const words = wordsOf(text, language);
    const places: TermPlace[] = [];
    for (let at = 0; at < words.length;) {
      const found = beginningWith(words[at]?.folded ?? '').find((pattern) => stands(pattern, words, at));
      const length = found?.words.length ?? 1;
      const [first, last] = [words[at], words[at + length - 1]];
      if (found && first && last) places.push({ from: first.from, to: last.to, concept: found.concept });
      at += length;
    }
    return places;
  };
}

const keyOf = (first: string, isStem: boolean): string => `${isStem ? '^' : '='}${first}`;

/** A form as it is compared: two of one language are one to a reader when they have the same words, whatever their capitals. */
export const formKey = (form: string, language: string): string =>
  wordsOf(form, language)
    .map((part) => part.folded)
    .join(' ');
