export type Script = 'Latin' | 'Cyrillic' | 'Greek' | 'Devanagari' | 'Arabic' | 'Hebrew';
export type Direction = 'ltr' | 'rtl';
/** The plural categories of CLDR; each language uses some of them. */
export type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

interface LanguageFacts {
  /** The language's name in itself. */
  readonly name: string;
  readonly script: Script;
  readonly direction: Direction;
  /** The categories of CLDR; a sentence that counts needs a form for each: without one it would be said in English. */
  readonly plurals: readonly PluralCategory[];
}

/** The languages of the interface, with what a page must know to set them well. */
export const languages = {
  en: { name: 'English', script: 'Latin', direction: 'ltr', plurals: ['one', 'other'] },
  bg: { name: 'Български', script: 'Cyrillic', direction: 'ltr', plurals: ['one', 'other'] },
  mk: { name: 'Македонски', script: 'Cyrillic', direction: 'ltr', plurals: ['one', 'other'] },
  hi: { name: 'हिन्दी', script: 'Devanagari', direction: 'ltr', plurals: ['one', 'other'] },
  ur: { name: 'اردو', script: 'Arabic', direction: 'rtl', plurals: ['one', 'other'] },
  el: { name: 'Ελληνικά', script: 'Greek', direction: 'ltr', plurals: ['one', 'other'] },
  tr: { name: 'Türkçe', script: 'Latin', direction: 'ltr', plurals: ['one', 'other'] },
  sr: { name: 'Српски', script: 'Cyrillic', direction: 'ltr', plurals: ['one', 'few', 'other'] },
  sq: { name: 'Shqip', script: 'Latin', direction: 'ltr', plurals: ['one', 'other'] },
  ar: { name: 'العربية', script: 'Arabic', direction: 'rtl', plurals: ['zero', 'one', 'two', 'few', 'many', 'other'] },
  he: { name: 'עברית', script: 'Hebrew', direction: 'rtl', plurals: ['one', 'two', 'other'] },
  uk: { name: 'Українська', script: 'Cyrillic', direction: 'ltr', plurals: ['one', 'few', 'many', 'other'] },
  es: { name: 'Español', script: 'Latin', direction: 'ltr', plurals: ['one', 'many', 'other'] },
} as const satisfies Record<string, LanguageFacts>;

export type Language = keyof typeof languages;

/**
 * Names of languages that platforms know under one that takes a side in what a dialogue may be about. Greek: the name of
 * the agreement of Prespa of 2018, article 1.
 */
const agreedNames: Readonly<Record<string, Readonly<Record<string, string>>>> = { el: { mk: 'Μακεδονικά' } };

/** The name of a language in a reader's language, where that of the platform is not to be used. */
export const agreedName = (reader: string, language: string): string | undefined => agreedNames[reader]?.[language];

export const languageCodes = Object.keys(languages) as Language[];

export const isLanguage = (code: string): code is Language => Object.hasOwn(languages, code);

/**
 * The usual script of languages that people may write in although the interface does not speak them. Languages that
 * are usual in two scripts (Kurdish, Punjabi) are left out: nothing follows from their script.
 */
const otherScripts: Readonly<Record<string, Script>> = {
  ckb: 'Arabic',
  fa: 'Arabic',
  ps: 'Arabic',
  sd: 'Arabic',
  ug: 'Arabic',
  bs: 'Latin',
  ca: 'Latin',
  de: 'Latin',
  fr: 'Latin',
  hr: 'Latin',
  ru: 'Cyrillic',
  mr: 'Devanagari',
  ne: 'Devanagari',
  yi: 'Hebrew',
};

/** Of what people write in these nothing follows from the script, whatever the interface is written in. */
const usualInTwoScripts: ReadonlySet<string> = new Set(['sr']);

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
  if (usualInTwoScripts.has(language)) return undefined;
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
