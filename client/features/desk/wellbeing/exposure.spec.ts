import { describe, expect, it } from 'vitest';
import { deskItemOf, proposalOf } from '../specimens';
import { dayOf, isGrave, noExposure, suggestsRest, today, withOneMore } from './exposure';

const seen = (cases: number, askedAt = 0) => ({ day: '2026-03-01', cases, askedAt });

describe('MOD-44: how much somebody has seen', () => {
  it('is counted for a day of theirs, and begins anew with the next', () => {
    expect(withOneMore(noExposure('2026-03-01'))).toEqual(seen(1));
    expect(today(seen(7), '2026-03-01')).toEqual(seen(7));
    expect(today(seen(7), '2026-03-02')).toEqual(noExposure('2026-03-02'));
    expect(today(undefined, '2026-03-02')).toEqual(noExposure('2026-03-02'));
    expect(dayOf(new Date(2026, 2, 1, 23, 59))).toBe('2026-03-01');
    expect(dayOf(new Date(2026, 2, 2, 0, 0))).toBe('2026-03-02');
  });

  it('leads to the suggestion of a rest, and again after as many more', () => {
    expect(suggestsRest(seen(9), 10)).toBe(false);
    expect(suggestsRest(seen(10), 10)).toBe(true);
    expect(suggestsRest(seen(15, 10), 10)).toBe(false);
    expect(suggestsRest(seen(20, 10), 10)).toBe(true);
    expect(suggestsRest(seen(1000), 0)).toBe(false);
  });

  it('is of cases that were reported, held or proposed for danger or indignity', () => {
    const group = { side: 'a' as const, reports: 1, open: 1, words: [], newestAt: '2026-03-01T00:00:00.000Z' };
    const reported = (reason: 'THREAT' | 'SPAM') =>
      deskItemOf({ reports: { open: 1, groups: [{ ...group, reason }], versions: [] } });
    expect(isGrave(deskItemOf())).toBe(false);
    expect(isGrave(reported('SPAM'))).toBe(false);
    expect(isGrave(reported('THREAT'))).toBe(true);
    expect(isGrave(deskItemOf({ proposal: proposalOf({ reason: 'DOXX' }) }))).toBe(true);
    const held = { type: 'hold', side: null, reason: 'HATE', note: '', at: '2026-03-01T00:00:00.000Z' } as const;
    expect(isGrave(deskItemOf({ events: [held] }))).toBe(true);
  });
});
