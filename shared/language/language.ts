export type Script = 'Latin' | 'Cyrillic' | 'Greek' | 'Devanagari' | 'Arabic' | 'Hebrew';
export type Direction = 'ltr' | 'rtl';
/** The plural categories of CLDR; each language uses some of them. */
export type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

interface LanguageFacts {
  /** The language's name in itself. */
  readonly name: string;
  readonly script: Script;
  readonly direction: Direction;
  /** The categories of whole numbers (CLDR); a sentence that counts needs a form for each. */
  readonly plurals: readonly PluralCategory[];
}

/** The languages of the interface, with what a page must know to set them well. */
export const languages = {
  en: { name: 'English', script: 'Latin', direction: 'ltr', plurals: ['one', 'other'] },
  bg: { name: 'Български', script: 'Cyrillic', direction: 'ltr', plurals: ['one', 'other'] },
  mk: { name: 'Македонски', script: 'Cyrillic', direction: 'ltr', plurals: ['one', 'other'] },
  hi: { name: 'हिन्दी', script: 'Devanagari', direction: 'ltr', plurals: ['one', 'other'] },
  ur: { name: 'اردو', script: 'Arabic', direction: 'rtl', plurals: ['one', 'other'] },
} as const satisfies Record<string, LanguageFacts>;

export type Language = keyof typeof languages;

export const isLanguage = (code: string): code is Language => Object.hasOwn(languages, code);

/**
 * The usual script of languages that people may write in although the interface does not speak them. Languages that
 * are usual in two scripts (Serbian, Kurdish, Punjabi) are left out: nothing follows from their script.
 */
const otherScripts: Readonly<Record<string, Script>> = {
  ar: 'Arabic',
  ckb: 'Arabic',
  fa: 'Arabic',
  ps: 'Arabic',
  sd: 'Arabic',
  ug: 'Arabic',
  bs: 'Latin',
  ca: 'Latin',
  de: 'Latin',
  es: 'Latin',
  fr: 'Latin',
  hr: 'Latin',
  sq: 'Latin',
  tr: 'Latin',
  ru: 'Cyrillic',
  uk: 'Cyrillic',
  mr: 'Devanagari',
  ne: 'Devanagari',
  el: 'Greek',
  he: 'Hebrew',
  yi: 'Hebrew',
};

/** Script subtags (ISO 15924) that overrule a language's usual script, as in `ur-Latn`. */
const scriptTags: Readonly<Record<string, Script>> = {
  latn: 'Latin',
  cyrl: 'Cyrillic',
  grek: 'Greek',
  deva: 'Devanagari',
  arab: 'Arabic',
  hebr: 'Hebrew',
};

/** The script a text of this language is expected in; nothing for languages that we have no rule for. */
export function scriptOf(tag: string): Script | undefined {
  const [language = '', ...others] = tag.toLowerCase().split('-');
  const named = others.find((part) => Object.hasOwn(scriptTags, part));
  if (named !== undefined) return scriptTags[named];
  if (isLanguage(language)) return languages[language].script;
  return Object.hasOwn(otherScripts, language) ? otherScripts[language] : undefined;
}

/**
 * The direction of a text by its language tag. Our own table, since browsers differ: some lack `Intl.Locale`'s
 * direction, some libraries know no Sindhi.
 */
export function directionOf(tag: string): Direction {
  const script = scriptOf(tag);
  return script === 'Arabic' || script === 'Hebrew' || /^dv\b/i.test(tag) ? 'rtl' : 'ltr';
}
