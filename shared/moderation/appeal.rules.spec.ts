import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sides, type Side } from '../access/actor.js';
import {
  appealableUntil,
  appealOutcome,
  appealVerdicts,
  isMilder,
  reporterOutcome,
  type AppealVerdicts,
} from './appeal.rules.js';
import { lasting, sanctionKinds, type ContentMeasure, type DecisionParts } from './decision-classes.rules.js';

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

const spoken: fc.Arbitrary<AppealVerdicts> = fc.record(
  Object.fromEntries(sides.map((side) => [side, fc.constantFrom(...appealVerdicts)])),
  { requiredKeys: [] },
);
const authorSide = fc.constantFrom<Side>(...sides);
const mirror = (side: Side): Side => (side === 'a' ? 'b' : side === 'b' ? 'a' : 'neutral');
const mirrored = ({ a, b, ...rest }: AppealVerdicts): AppealVerdicts => ({
  ...rest,
  ...(b && { a: b }),
  ...(a && { b: a }),
});

describe('what a panel decides on appeal', () => {
  const cases: readonly (readonly [AppealVerdicts, Side, string | undefined])[] = [
    [{ a: 'uphold' }, 'a', undefined],
    [{ a: 'uphold', b: 'uphold' }, 'a', 'uphold'],
    [{ b: 'uphold', neutral: 'uphold' }, 'a', 'uphold'],
    [{ a: 'overturn', neutral: 'overturn' }, 'b', 'overturn'],
    [{ a: 'vary', b: 'vary' }, 'b', 'vary'],
    [{ a: 'uphold', b: 'vary' }, 'b', undefined],
    [{ a: 'uphold', b: 'vary', neutral: 'overturn' }, 'b', 'vary'],
    [{ a: 'uphold', b: 'uphold' }, 'neutral', undefined],
    [{ a: 'uphold', b: 'uphold', neutral: 'overturn' }, 'neutral', 'overturn'],
  ];
  it.each(cases)('%j about somebody of %s is %s', (verdicts, side, outcome) => {
    expect(appealOutcome(verdicts, side)).toBe(outcome);
  });

  it('is decided when all have spoken, and never changes by who is named first', () => {
    fc.assert(
      fc.property(spoken, authorSide, (verdicts, side) => {
        const outcome = appealOutcome(verdicts, side);
        if (Object.keys(verdicts).length === 3) expect(outcome).toBeDefined();
        expect(appealOutcome(mirrored(verdicts), mirror(side))).toBe(outcome);
      }),
    );
  });

  it('leaves no restriction that fewer than two want', () => {
    fc.assert(
      fc.property(spoken, authorSide, (verdicts, side) => {
        const outcome = appealOutcome(verdicts, side);
        const wants = Object.values(verdicts).filter((one) => one !== 'overturn').length;
        if (outcome === 'uphold' || outcome === 'vary') expect(wants).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it('of a report takes two of three, whichever way', () => {
    expect(reporterOutcome({ a: 'overturn', neutral: 'overturn' })).toBe('overturn');
    expect(reporterOutcome({ a: 'uphold', b: 'overturn' })).toBeUndefined();
    expect(reporterOutcome({ a: 'uphold', b: 'overturn', neutral: 'uphold' })).toBe('uphold');
  });
});

const parts: fc.Arbitrary<DecisionParts> = fc
  .record({
    measure: fc.constantFrom<ContentMeasure | null>('remove', 'redact', 'lock_thread', null),
    kind: fc.option(fc.constantFrom(...sanctionKinds)),
    days: fc.integer({ min: 1, max: 60 }),
  })
  .map(({ measure, kind, days }) => ({
    measure,
    sanction: kind === null ? null : { kind, days: lasting.has(kind) ? days : null },
  }));

describe('what is part of a decision', () => {
  it('is never the decision itself, and never goes both ways', () => {
    fc.assert(
      fc.property(parts, parts, (one, other) => {
        expect(isMilder(one, one)).toBe(false);
        expect(isMilder(one, other) && isMilder(other, one)).toBe(false);
        expect(isMilder({ measure: null, sanction: null }, one)).toBe(false);
      }),
    );
  });

  it('takes back a measure, shortens a sanction, or takes a milder one', () => {
    const whole: DecisionParts = { measure: 'remove', sanction: { kind: 'suspend', days: 30 } };
    expect(isMilder({ ...whole, measure: null }, whole)).toBe(true);
    expect(isMilder({ ...whole, measure: 'redact' }, whole)).toBe(true);
    expect(isMilder({ ...whole, measure: 'lock_thread' }, whole)).toBe(false);
    expect(isMilder({ ...whole, sanction: { kind: 'suspend', days: 7 } }, whole)).toBe(true);
    expect(isMilder({ ...whole, sanction: { kind: 'silence', days: 90 } }, whole)).toBe(true);
    expect(isMilder({ ...whole, sanction: { kind: 'ban', days: null } }, whole)).toBe(false);
    expect(isMilder({ measure: 'redact', sanction: { kind: 'ban', days: null } }, whole)).toBe(false);
  });
});
