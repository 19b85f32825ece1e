/** Days and times as the reader's language writes them, always in the Gregorian calendar, which both sides share. */
const gregorian = (language: string): string => `${language}-u-ca-gregory`;

export const formatDay = (language: string, day: string): string =>
  new Intl.DateTimeFormat(gregorian(language), {
    dateStyle: 'medium',
    timeZone: day.length > 10 ? undefined : 'UTC',
  }).format(new Date(day));

export const formatTime = (language: string, time: string): string =>
  new Intl.DateTimeFormat(gregorian(language), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(time));

const steps: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

/** "3 hours ago"; after a week, the day itself. */
export function formatAgo(language: string, time: string, now = Date.now()): string {
  const seconds = Math.round((new Date(time).getTime() - now) / 1000);
  if (Math.abs(seconds) > 7 * 86_400) return formatDay(language, time);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit);
  }
  return relative.format(0, 'minute');
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
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

export const minutesSince = (time: string, now = Date.now()): number => (now - new Date(time).getTime()) / 60_000;

/** The text in the reader's language, or in another that is there. */
export const textIn = (texts: Readonly<Record<string, string>>, language: string): string =>
  texts[language] ?? texts['en'] ?? Object.values(texts)[0] ?? '';

/** The name of a language in the reader's language. */
export const languageName = (reader: string, language: string): string =>
  new Intl.DisplayNames([reader], { type: 'language' }).of(language) ?? language;
