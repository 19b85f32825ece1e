import { describe, expect, it } from 'vitest';
import type { LogView } from '../../../shared/record/log.contract.js';
import { isStale } from './stale-side';

const witness = (side: 'a' | 'b', cosignedOn: string | null) => ({
  policyName: `${side}-1`,
  verifierKey: `${side}-1+00000000+AA==`,
  side,
  name: {},
  cosignedOn,
});
const log = (...witnesses: LogView['witnesses']): LogView => ({
  origin: 'example.org/log/bg-mk',
  keys: [],
  frozen: null,
  size: 10,
  witnessedSize: 5,
  witnesses,
});
const now = new Date('2026-11-28T12:00:00Z');

describe('a side that was silent', () => {
  it('is told of when its latest cosignature is more than seven days old', () => {
    for (const side of ['a', 'b'] as const) {
      expect(isStale(log(witness(side, '2026-11-21')), side, now)).toBe(false);
      expect(isStale(log(witness(side, '2026-11-20')), side, now)).toBe(true);
      expect(isStale(log(witness(side, '2026-11-01'), witness(side, '2026-11-27')), side, now)).toBe(false);
    }
  });

  it('is not while everything is witnessed, has no witness, or its witness has yet to begin', () => {
    expect(isStale({ ...log(witness('a', '2026-01-01')), witnessedSize: 10 }, 'a', now)).toBe(false);
    expect(isStale(log(witness('b', '2026-01-01')), 'a', now)).toBe(false);
    expect(isStale(log(witness('a', null)), 'a', now)).toBe(false);
  });
});
