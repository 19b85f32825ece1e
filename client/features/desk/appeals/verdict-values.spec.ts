import { describe, expect, it } from 'vitest';
import { emptyVerdict, variationOf, verdictLacks, verdictsFor } from './verdict-values';

const decision = { measure: 'remove' as const, passages: [], sanction: { kind: 'silence' as const, days: 7 } };
const appeal = { decision, variation: null };
const languages = ['bg', 'mk'];
const reasons = { bg: 'Защото така.', mk: 'Затоа што така.' };

describe('a verdict on an appeal', () => {
  it('is given by nobody without saying what, and why in both languages', () => {
    expect(verdictLacks(emptyVerdict(appeal), appeal, languages)).toEqual(['verdict', 'reasons.bg', 'reasons.mk']);
    expect(verdictLacks({ ...emptyVerdict(appeal), verdict: 'uphold', reasons }, appeal, languages)).toEqual([]);
  });

  it('leaves less of a decision, never more and never the same', () => {
    const same = { ...emptyVerdict(appeal), verdict: 'vary' as const, reasons };
    expect(verdictLacks(same, appeal, languages)).toEqual(['variation']);
    expect(verdictLacks({ ...same, days: '3' }, appeal, languages)).toEqual([]);
    expect(verdictLacks({ ...same, days: '30' }, appeal, languages)).toEqual(['variation']);
    expect(verdictLacks({ ...same, measure: 'redact', passages: ['тези думи'] }, appeal, languages)).toEqual([]);
    expect(variationOf({ ...same, sanction: '' })).toEqual({ measure: 'remove', passages: [], sanction: null });
  });

  it('varies nothing where nothing was decided', () => {
    expect(verdictsFor({ decision: null })).toEqual(['uphold', 'overturn']);
    expect(verdictsFor(appeal)).toEqual(['uphold', 'vary', 'overturn']);
  });
});
