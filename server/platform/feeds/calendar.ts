// iCalendar (RFC 5545), as far as days that are to be kept in mind need it. Section numbers are those of the RFC.

/** A whole day in a calendar. */
export interface CalendarDay {
  /** The same for ever, whatever the day is called (3.8.4.7). */
  readonly uid: string;
  /** `2026-11-24`, wherever its reader is: a day has no time zone (3.3.4). */
  readonly day: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  /** The language of its texts, where they are in one. */
  readonly language: string | undefined;
  readonly status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED';
  /** How often it was changed (3.8.7.4), and the day of the newest change. */
  readonly sequence: number;
  readonly changedOn: string;
}

export interface Calendar {
  /** Who made the file (3.7.3). */
  readonly product: string;
  readonly name: string;
  readonly days: readonly CalendarDay[];
}

/** The longest line in octets, without its end (3.1). */
const longestLine = 75;

/** What a text must not hold: controls but the line feed (3.3.11), and halves of letters, which UTF-8 cannot write. */
const impossible = /[^\P{Cc}\n\t]|\p{Cs}/gu;

/** A text as a value (3.3.11). */
const written = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replace(impossible, '')
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll('\n', String.raw`\n`);

/** A long line in parts, each after the first beginning with a space (3.1); no letter is cut in two. */
function folded(line: string): string {
  let [out, octets] = ['', 0];
  for (const letter of line) {
    const more = Buffer.byteLength(letter);
    if (octets + more > longestLine) {
      out += '\r\n ';
      octets = 1;
    }
    out += letter;
    octets += more;
  }
  return `${out}\r\n`;
}

/** A day as a value (3.3.4). */
const dateOf = (day: string): string => day.replaceAll('-', '');

/** The beginning of a day in UTC as a value (3.3.5): no more than the day is known. */
const momentOf = (day: string): string => `${dateOf(day)}T000000Z`;

function linesOf(one: CalendarDay): string[] {
  const language = one.language === undefined ? '' : `;LANGUAGE=${one.language}`;
  return [
    'BEGIN:VEVENT',
    `UID:${written(one.uid)}`,
    `DTSTAMP:${momentOf(one.changedOn)}`,
    `LAST-MODIFIED:${momentOf(one.changedOn)}`,
    `SEQUENCE:${one.sequence}`,
    `DTSTART;VALUE=DATE:${dateOf(one.day)}`,
    `SUMMARY${language}:${written(one.summary)}`,
    `DESCRIPTION${language}:${written(one.description)}`,
    `URL:${one.url}`,
    `STATUS:${one.status}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** A calendar to subscribe to, asked for again once a day. */
export function calendarFile({ product, name, days }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${written(product)}`,
    'CALSCALE:GREGORIAN',
    // RFC 7986, and the name of the same before it.
    `NAME:${written(name)}`,
    `X-WR-CALNAME:${written(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:P1D',
    ...days.flatMap(linesOf),
    'END:VCALENDAR',
  ];
  return lines.map(folded).join('');
}
