/** The languages of the interface and of the demonstration dyads, with what a page must know to set them well. */
export const languages = {
  en: { name: 'English', script: 'Latin', direction: 'ltr' },
  bg: { name: 'Български', script: 'Cyrillic', direction: 'ltr' },
  mk: { name: 'Македонски', script: 'Cyrillic', direction: 'ltr' },
  hi: { name: 'हिन्दी', script: 'Devanagari', direction: 'ltr' },
  ur: { name: 'اردو', script: 'Arabic', direction: 'rtl' },
} as const satisfies Record<string, { name: string; script: Script; direction: 'ltr' | 'rtl' }>;

export type Script = 'Latin' | 'Cyrillic' | 'Greek' | 'Devanagari' | 'Arabic' | 'Hebrew';
export type Language = keyof typeof languages;

export const isLanguage = (code: string): code is Language => code in languages;

/** Languages written from right to left, beyond those of the interface: what dyads may speak (CLDR). */
const rightToLeft = new Set(['ur', 'ar', 'fa', 'he', 'ps', 'sd', 'ckb', 'ug', 'yi', 'dv']);

/** The direction of a text by its language tag. */
export const directionOf = (tag: string): 'ltr' | 'rtl' => (rightToLeft.has(tag.split('-')[0] ?? '') ? 'rtl' : 'ltr');

/** The script a text of this language is expected in; nothing for languages we have no rule for. */
export const scriptOf = (tag: string): Script | undefined => (isLanguage(tag) ? languages[tag].script : undefined);
