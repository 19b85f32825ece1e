import { afterEach, describe, expect, it, vi } from 'vitest';
import { formatAgo, formatDay, formatMonth, formatTime, formatWait, languageName } from './format';

const noon = Date.parse('2026-11-24T12:00:00Z');

describe('what a browser says of time and languages', () => {
  it('is said as people say it', () => {
    expect(formatDay('en', '2026-11-24')).toBe('Nov 24, 2026');
    expect(formatAgo('bg', '2026-11-24T09:00:00Z', noon)).toBe('преди 3 часа');
    expect(formatWait('en', 240)).toBe('4 hours');
    expect(languageName('ur', 'hi')).toBe('ہندی');
  });

  it('TRAP-14: is said in the calendar that both sides share, whatever the platform would take', () => {
    expect(new Intl.DateTimeFormat('fa').resolvedOptions().calendar).toBe('persian');
    const year = new Intl.NumberFormat('fa', { useGrouping: false }).format(2026);
    expect([
      formatDay('fa', '2026-11-24'),
      formatMonth('fa', '2026-11'),
      formatTime('fa', '2026-11-24T12:00:00Z'),
    ]).toEqual(Array.from({ length: 3 }, () => expect.stringContaining(year)));
  });

  it('names a language in itself where the reader has no name for it', () => {
    expect(languageName('en', 'zz')).toBe('zz');
  });
});

describe('a browser that knows no Macedonian', () => {
  afterEach(() => void vi.restoreAllMocks());

  it('is helped out', () => {
    vi.spyOn(Intl.DateTimeFormat, 'supportedLocalesOf').mockReturnValue([]);
    expect(formatDay('mk', '2026-11-04')).toBe('4.11.2026 г.');
    expect(formatAgo('mk', '2026-11-24T09:00:00Z', noon)).toBe('пред 3 часа');
    expect(formatAgo('mk', '2026-11-23T11:00:00Z', noon)).toBe('пред 1 ден');
    expect(formatWait('mk', 21)).toBe('21 минута');
    expect(formatWait('mk', 11)).toBe('11 минути');
    expect(languageName('mk', 'bg')).toBe('бугарски');
    expect(languageName('mk', 'ur')).toBe('урду');
  });

  it('is not helped where it knows', () => {
    expect(formatAgo('mk', '2026-11-24T09:00:00Z', noon)).toBe('пред 3 часа');
    expect(languageName('mk', 'bg')).toBe('бугарски');
  });
});
