import { describe, expect, it } from 'vitest';
import { appealableUntil } from './appeal.rules.js';

const until = (moment: string): string => appealableUntil(new Date(moment)).toISOString();

describe('the time for an appeal', () => {
  it('is six months to the minute', () => {
    expect(until('2026-01-15T10:30:00.000Z')).toBe('2026-07-15T10:30:00.000Z');
    expect(until('2026-10-01T00:00:00.000Z')).toBe('2027-04-01T00:00:00.000Z');
  });

  it('ends on the last day of a month that has no such day', () => {
    expect(until('2026-08-31T12:00:00.000Z')).toBe('2027-02-28T12:00:00.000Z');
    expect(until('2027-08-30T12:00:00.000Z')).toBe('2028-02-29T12:00:00.000Z');
  });
});
