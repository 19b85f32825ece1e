/**
 * What Chromium leaves out of its data for Macedonian (as CLDR has it): without this, readers see "2026 M11 10" and
 * languages by their codes. Used only where the browser itself has nothing.
 */
const units = {
  minute: { one: 'минута', other: 'минути' },
  hour: { one: 'час', other: 'часа' },
  day: { one: 'ден', other: 'дена' },
} as const;

const languages: Readonly<Record<string, string>> = {
  ar: 'арапски',
  bg: 'бугарски',
  bs: 'босански',
  ca: 'каталонски',
  de: 'германски',
  el: 'грчки',
  en: 'англиски',
  es: 'шпански',
  fa: 'персиски',
  fr: 'француски',
  he: 'хебрејски',
  hi: 'хинди',
  hr: 'хрватски',
  hy: 'ерменски',
  mk: 'македонски',
  ru: 'руски',
  sq: 'албански',
  sr: 'српски',
  tr: 'турски',
  uk: 'украински',
  ur: 'урду',
};

/** The countries of whoever may be asked to translate. */
const countries: Readonly<Record<string, string>> = {
  CA: 'Канада',
  CH: 'Швајцарија',
  DE: 'Германија',
  EE: 'Естонија',
  FI: 'Финска',
  FR: 'Франција',
  GB: 'Обединето Кралство',
  IE: 'Ирска',
  NL: 'Холандија',
  PL: 'Полска',
  SE: 'Шведска',
  US: 'Соединети Американски Држави',
};

const months: readonly string[] = [
  'јануари',
  'февруари',
  'март',
  'април',
  'мај',
  'јуни',
  'јули',
  'август',
  'септември',
  'октомври',
  'ноември',
  'декември',
];

type Unit = keyof typeof units;

/** One thing is 1, 21, 31 …, never 11 (the plural rule of Macedonian). */
const form = (count: number): 'one' | 'other' => (count % 10 === 1 && count % 100 !== 11 ? 'one' : 'other');

export const macedonian = {
  languageName: (code: string): string | undefined => languages[code],
  countryName: (code: string): string | undefined => countries[code],
  amount: (count: number, unit: Unit): string => `${count} ${units[unit][form(count)]}`,
  /** "пред 3 часа", "за 1 ден". */
  relative: (count: number, unit: Unit): string => {
    if (count === 0) return unit === 'day' ? 'денес' : 'сега';
    return `${count < 0 ? 'пред' : 'за'} ${macedonian.amount(Math.abs(count), unit)}`;
  },
  day: (date: Date, timeZone: string | undefined): string => `${numeric(date, timeZone)} г.`,
  /** „ноември 2026 г.“; months are those of UTC. */
  month: (date: Date): string => `${months[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()} г.`,
  time: (date: Date): string =>
    `${numeric(date, undefined)} г., ${new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' }).format(date)}`,
};

/** 10.11.2026, which needs no name of a month. */
const numeric = (date: Date, timeZone: string | undefined): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'numeric', year: 'numeric', timeZone })
    .formatToParts(date)
    .map(({ type, value }) => (type === 'literal' ? '.' : String(Number(value))))
    .join('');
