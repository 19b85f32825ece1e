/**
 * Characters that reorder or hide text: control characters but tab and line feed, bidirectional controls, zero-width
 * and invisible ones, tags, variation selectors of the supplement, soft hyphen.
 */
const hidden =
  /(?![\t\n])\p{Cc}|\u034F|[\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E01EF}]/gu;

/** Joiners are letters' business in Devanagari and Arabic script, and mischief elsewhere. */
const joiners = /[\u200C\u200D]/g;

/** The text in composed form (NFC), without characters that nobody can see. */
export function cleanText(text: string): string {
  return text.replace(hidden, '').normalize('NFC');
}

export const hasHidden = (text: string): boolean => text.search(hidden) >= 0;

/** Lookalikes of Latin letters in Cyrillic and Greek, and Arabic letters of two spellings; own table after UTS #39. */
export const lookalikes: Readonly<Record<string, string>> = {
  а: 'a',
  ӕ: 'ae',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ё: 'e',
  ҽ: 'e',
  һ: 'h',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  п: 'n',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  т: 't',
  и: 'u',
  ц: 'u',
  ѵ: 'v',
  в: 'b',
  ԝ: 'w',
  ш: 'w',
  х: 'x',
  у: 'y',
  ү: 'y',
  з: '3',
  ь: 'b',
  н: 'h',
  ɡ: 'g',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'b',
  α: 'a',
  β: 'b',
  ε: 'e',
  ζ: 'z',
  η: 'n',
  ι: 'i',
  κ: 'k',
  μ: 'u',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  σ: 'o',
  ς: 'c',
  τ: 't',
  υ: 'u',
  χ: 'x',
  ω: 'w',
  γ: 'y',
  0: 'o',
  1: 'l',
  ك: 'ک',
  ي: 'ی',
  ى: 'ی',
  ه: 'ہ',
  ة: 'ہ',
  ۃ: 'ہ',
  ە: 'ہ',
};

/** Marks that a name keeps its identity without: accents of Latin, Cyrillic and Greek, and Arabic vowel signs. */
const marks = /[\u0300-\u036F\u064B-\u065F\u0670]/g;

/** A capital I inside a word of small letters reads as an l: "EIena". */
const capitalIInside = /(?<=\p{Lu})I(?=\p{Ll})|(?<=\p{Ll})I/gu;

/**
 * What a name looks like at a glance: two names with the same skeleton can be taken for each other (UTS #39, section 4,
 * with our own shorter table).
 */
export function skeleton(name: string): string {
  const shown = cleanText(name).normalize('NFKC').replace(capitalIInside, 'l');
  const bare = shown.toLowerCase().normalize('NFD').replace(marks, '').normalize('NFC').replace(joiners, '');
  const latin = Array.from(bare, (letter) => lookalikes[letter] ?? letter).join('');
  return latin
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/[\s._'’-]+/g, '');
}

const scripts = [
  /\p{Script=Latin}/gu,
  /\p{Script=Cyrillic}/gu,
  /\p{Script=Greek}/gu,
  /\p{Script=Devanagari}/gu,
  /\p{Script=Arabic}/gu,
  /\p{Script=Hebrew}/gu,
];

/** In how many scripts a text is written; all those that we do not know count as one. */
function scriptCount(text: string): number {
  const known = scripts.filter((script) => text.search(script) >= 0).length;
  const rest = scripts.reduce((left, script) => left.replace(script, ''), text);
  return known + (/(?!\p{Script=Common})\p{L}/u.test(rest) ? 1 : 0);
}

/**
 * Whether a name can be worn: composed, visible, letters of one script, and only letters, marks, digits, spaces and a
 * few signs between them; no heap of marks that would cover the lines around it.
 */
export function isSafeName(name: string): boolean {
  if (name !== name.normalize('NFKC') || hasHidden(name) || /\p{M}{5}/u.test(name)) return false;
  if (!/^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}\p{Join_Control} .'’_-]*[\p{L}\p{M}\p{N}.])?$/u.test(name)) return false;
  if (/[\u200C\u200D]/.test(name) && !/[\p{Script=Devanagari}\p{Script=Arabic}]/u.test(name)) return false;
  return scriptCount(name) <= 1;
}
