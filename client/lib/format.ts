import { withoutErased } from '../../shared/language/erased-text.rules.js';
import { agreedName, isLanguage, languages } from '../../shared/language/language.js';
import { macedonian } from './macedonian';

/** Whether the browser has to be helped out; browsers say so only by answering in another language. */
const lacks = (language: string): boolean =>
  language === 'mk' && Intl.DateTimeFormat.supportedLocalesOf(language).length === 0;

/** Days and times as the reader's language writes them, always in the Gregorian calendar, which both sides share. */
const gregorian = (language: string): string => `${language}-u-ca-gregory`;

export function formatDay(language: string, day: string): string {
  const timeZone = day.length > 10 ? undefined : 'UTC';
  if (lacks(language)) return macedonian.day(new Date(day), timeZone);
  return new Intl.DateTimeFormat(gregorian(language), { dateStyle: 'medium', timeZone }).format(new Date(day));
}

/** A month, `2026-11`: "November 2026". */
export function formatMonth(language: string, month: string): string {
  const first = new Date(`${month}-01T00:00:00Z`);
  if (lacks(language)) return macedonian.month(first);
  return new Intl.DateTimeFormat(gregorian(language), { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    first,
  );
}

export function formatTime(language: string, time: string): string {
  if (lacks(language)) return macedonian.time(new Date(time));
  return new Intl.DateTimeFormat(gregorian(language), { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(time),
  );
}

const steps: readonly [unit: 'day' | 'hour' | 'minute', seconds: number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** "3 hours ago"; after a week, the day itself. */
export function formatAgo(language: string, time: string, now = Date.now()): string {
  const seconds = Math.round((new Date(time).getTime() - now) / 1000);
  if (Math.abs(seconds) > 7 * 86_400) return formatDay(language, time);
  const [unit, size] = steps.find(([, size]) => Math.abs(seconds) >= size) ?? (['minute', 60] as const);
  const count = Math.trunc(seconds / size);
  if (lacks(language)) return macedonian.relative(count, unit);
  return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(count, unit);
}

const minutesOf = { hour: 60, day: 1440 } as const;

/** How long something takes, as people say it: "20 minutes", "4 hours", "3 days"; never less than a minute. */
export function formatWait(language: string, minutes: number): string {
  const whole = Math.max(1, Math.round(minutes));
  const [unit, count] =
    whole < 90
      ? (['minute', whole] as const)
      : whole < 36 * minutesOf.hour
        ? (['hour', Math.round(whole / minutesOf.hour)] as const)
        : (['day', Math.round(whole / minutesOf.day)] as const);
  if (lacks(language)) return macedonian.amount(count, unit);
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

export const minutesSince = (time: string, now = Date.now()): number => (now - new Date(time).getTime()) / 60_000;

/** The text in the reader's language, or in another that is there; empty where nothing is left of it. */
export function textIn(texts: Readonly<Record<string, string>>, language: string): string {
  const left = withoutErased(texts);
  return left[language] ?? left['en'] ?? Object.values(left)[0] ?? '';
}

/** The name of a country (ISO 3166-1, two letters) in the reader's language, or else its code. */
export function countryName(reader: string, country: string): string {
  if (lacks(reader)) return macedonian.countryName(country) ?? country;
  return new Intl.DisplayNames([reader], { type: 'region', fallback: 'none' }).of(country) ?? country;
}

/** The name of a language in the reader's language, or else in itself. */
export function languageName(reader: string, language: string): string {
  const own = isLanguage(language) ? languages[language].name : language;
  if (lacks(reader)) return macedonian.languageName(language) ?? own;
  const ofPlatform = new Intl.DisplayNames([reader], { type: 'language', fallback: 'none' }).of(language);
  return agreedName(reader, language) ?? ofPlatform ?? own;
}
