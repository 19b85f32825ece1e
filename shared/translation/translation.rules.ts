/** What is checked on every machine translation, of every engine. */
export const translationChecks = [
  'negation',
  'number',
  'placeholder',
  'empty',
  'length',
  'script',
  'unknown_words',
  'term',
] as const;
export type TranslationCheck = (typeof translationChecks)[number];

/** What the checks together say: a doubtful translation is shown as one, and waits for a person. */
export type TranslationVerdict = 'passed' | 'doubtful';

/** Two-letter codes (ISO 639-1), as texts carry them, and three-letter codes (ISO 639-3), as some engines want them. */
const threeLetters: Readonly<Record<string, string>> = {
  ar: 'ara',
  az: 'aze',
  bg: 'bul',
  bn: 'ben',
  bs: 'bos',
  ca: 'cat',
  el: 'ell',
  en: 'eng',
  es: 'spa',
  fa: 'fas',
  he: 'heb',
  hi: 'hin',
  hr: 'hrv',
  hy: 'hye',
  ka: 'kat',
  ko: 'kor',
  mk: 'mkd',
  pa: 'pan',
  ru: 'rus',
  sq: 'sqi',
  sr: 'srp',
  tr: 'tur',
  uk: 'ukr',
  ur: 'urd',
};

const twoLetters: ReadonlyMap<string, string> = new Map(
  Object.entries(threeLetters).map(([short, long]) => [long, short]),
);

/**
 * A language tag as engines are asked for it: in two letters where there are two, without the region, with the script
 * when it is named. `mkd` and `mk-MK` are `mk`; `ur-Latn` is not `ur`, since no engine for the one reads the other.
 */
export function normalLanguage(tag: string): string {
  const [language = '', ...others] = tag.replaceAll('_', '-').split('-');
  const code = language.toLowerCase();
  const script = others.find((part) => /^[a-z]{4}$/i.test(part));
  const short = twoLetters.get(code) ?? code;
  return script === undefined ? short : `${short}-${script.slice(0, 1).toUpperCase()}${script.slice(1).toLowerCase()}`;
}

/** The three-letter code of a language; nothing for one that is not in our table. */
export function threeLetterCode(tag: string): string | undefined {
  const code = normalLanguage(tag);
  return Object.hasOwn(threeLetters, code) ? threeLetters[code] : undefined;
}
