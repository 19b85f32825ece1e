import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarEvents, calendarLines } from '../support/calendar-file.js';
import { calendarFile, type CalendarDay } from '../../server/platform/feeds/calendar.js';

const day: CalendarDay = {
  uid: '0190f5a0-0000-7000-8000-000000000001-milestone-1',
  day: '2027-03-01',
  summary: 'Станция',
  description: 'На моста',
  url: 'https://entente.example/d/river/commitments/1',
  language: 'bg',
  status: 'CONFIRMED',
  sequence: 2,
  changedOn: '2026-12-24',
};
const file = (change: Partial<CalendarDay> = {}): string =>
  calendarFile({ product: '-//Entente//Commitments//EN', name: 'Река', days: [{ ...day, ...change }] });

/** Letters of one to four octets, and everything that means something to the format. */
const texts = fc.string({
  unit: fc.constantFrom('a', ',', ';', ':', '\\', 'n', '\n', '"', 'ж', 'क', 'ि', 'ہ', '🌊', ' '),
});

describe('a calendar', () => {
  it('has a whole day for each, with a name that stays, and how often it was changed', () => {
    expect(file().split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Entente//Commitments//EN',
      'CALSCALE:GREGORIAN',
      'NAME:Река',
      'X-WR-CALNAME:Река',
      'REFRESH-INTERVAL;VALUE=DURATION:P1D',
      'BEGIN:VEVENT',
      `UID:${day.uid}`,
      'DTSTAMP:20261224T000000Z',
      'LAST-MODIFIED:20261224T000000Z',
      'SEQUENCE:2',
      'DTSTART;VALUE=DATE:20270301',
      'SUMMARY;LANGUAGE=bg:Станция',
      'DESCRIPTION;LANGUAGE=bg:На моста',
      'URL:https://entente.example/d/river/commitments/1',
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
    expect(file({ language: undefined })).toContain('\r\nSUMMARY:Станция\r\n');
  });

  it('gives back every text, in lines of at most 75 octets with no letter cut in two', () => {
    fc.assert(
      fc.property(texts, texts, (summary, description) => {
        const written = file({ summary, description });
        for (const line of written.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(Buffer.from(line).toString()).toBe(line);
        }
        expect(written.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(calendarEvents(written)).toMatchObject([{ SUMMARY: summary, DESCRIPTION: description }]);
      }),
    );
  });

  it('lets no text begin a line of its own, and leaves out what a calendar cannot hold', () => {
    const summary = 'Река\r\nEND:VEVENT\rBEGIN:VEVENT\u0000\u0007\uD800!';
    const lines = calendarLines(file({ summary }));
    expect(lines.filter(({ name }) => name === 'BEGIN')).toHaveLength(2);
    expect(lines.find(({ name }) => name === 'SUMMARY')?.value).toBe('Река\nEND:VEVENT\nBEGIN:VEVENT!');
  });
});
