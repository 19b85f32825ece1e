import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restrictionAt, unrestricted } from '../access/restriction.js';
import { lasting, sanctionKinds } from './decision-classes.rules.js';
import { restrictionBy, sanctionRules, strikesAt, type ImposedSanction, type Strike } from './sanctions.rules.js';

const begin = Date.parse('2026-01-01T00:00:00Z');
const moment = fc.nat({ max: 400 }).map((days) => new Date(begin + days * 86_400_000));
const imposed: fc.Arbitrary<ImposedSanction> = fc
  .record({
    kind: fc.constantFrom(...sanctionKinds),
    end: moment,
    endedAt: fc.option(moment),
    acknowledgedAt: fc.option(moment),
  })
  .map(({ end, ...rest }) => ({ ...rest, endsAt: lasting.has(rest.kind) ? end : null }));

describe('sanctions', () => {
  it('grow graver in one order, in what they keep from and in how much they count', () => {
    const weights = sanctionKinds.map((kind) => sanctionRules[kind].strike);
    expect(weights).toEqual(weights.toSorted((one, other) => one - other));
    expect(Object.keys(sanctionRules)).toEqual([...sanctionKinds]);
    const order = ['nothing', 'writing', 'taking part'];
    const steps = sanctionKinds.map((kind) => order.indexOf(sanctionRules[kind].keepsFrom));
    expect(steps).toEqual(steps.toSorted((one, other) => one - other));
  });

  it('keep from what the longest of them says, in whatever order they were imposed', () => {
    fc.assert(
      fc.property(fc.array(imposed), fc.array(imposed), moment, (some, others, now) => {
        const all = restrictionBy([...some, ...others]);
        expect(restrictionBy([...others, ...some])).toEqual(all);
        const [one, other] = [restrictionAt(restrictionBy(some), now), restrictionAt(restrictionBy(others), now)];
        const both = restrictionAt(all, now);
        expect(both.isBanned).toBe(one.isBanned || other.isBanned);
        expect(both.hasUnreadWarning).toBe(one.hasUnreadWarning || other.hasUnreadWarning);
        for (const end of ['silencedUntil', 'suspendedUntil'] as const)
          expect(both[end]).toBe([one[end], other[end]].toSorted().findLast((value) => value !== null) ?? null);
      }),
    );
  });

  it('are over when their time is, and when they were ended before it', () => {
    const at = (days: number): Date => new Date(begin + days * 86_400_000);
    const silence: ImposedSanction = { kind: 'silence', endsAt: at(7), endedAt: null, acknowledgedAt: null };
    expect(restrictionAt(restrictionBy([silence]), at(6)).silencedUntil).toBe(at(7).toISOString());
    expect(restrictionAt(restrictionBy([silence]), at(7))).toEqual(unrestricted);
    expect(restrictionAt(restrictionBy([{ ...silence, endedAt: at(1) }]), at(2))).toEqual(unrestricted);
  });

  it('let nobody write who has a warning to acknowledge, and take a note from nobody', () => {
    const warning: ImposedSanction = { kind: 'warning', endsAt: null, endedAt: null, acknowledgedAt: null };
    expect(restrictionBy([warning]).warned).toBe(true);
    expect(restrictionBy([{ ...warning, acknowledgedAt: new Date(begin) }]).warned).toBe(false);
    expect(restrictionAt(restrictionBy([{ ...warning, kind: 'note' }]), new Date(begin))).toEqual(unrestricted);
  });
});

describe('strikes', () => {
  it('count until they expire, and sum up', () => {
    const at = (days: number): Date => new Date(begin + days * 86_400_000);
    const strikes: Strike[] = [
      { weight: 4, expiresAt: at(40) },
      { weight: 1, expiresAt: at(11) },
      { weight: 2, expiresAt: at(10) },
    ];
    expect(strikesAt(strikes, at(10))).toEqual({ weight: 5, until: at(40) });
    expect(strikesAt(strikes, at(40))).toEqual({ weight: 0, until: null });
  });
});
