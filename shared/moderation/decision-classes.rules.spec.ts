import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sides, type Side } from '../access/actor.js';
import {
  classOf,
  contentMeasures,
  decisionClasses,
  isDecided,
  lasting,
  longestOfTwoKeys,
  sanctionKinds,
  sidesMissing,
  type DecisionParts,
  type Key,
  type Sanction,
} from './decision-classes.rules.js';

const sanction: fc.Arbitrary<Sanction> = fc
  .tuple(fc.constantFrom(...sanctionKinds), fc.integer({ min: 1, max: 365 }))
  .map(([kind, days]) => ({ kind, days: lasting.has(kind) ? days : null }));
const parts: fc.Arbitrary<DecisionParts> = fc.record({
  measure: fc.constantFrom(...contentMeasures, null),
  sanction: fc.option(sanction),
});
const key: fc.Arbitrary<Key> = fc.record({
  memberId: fc.constantFrom('1', '2', '3', '4'),
  side: fc.constantFrom<Side>(...sides),
  proxyFor: fc.constant(null),
  verdict: fc.constantFrom('give', 'oppose'),
  actionHash: fc.constantFrom('this', 'an earlier one'),
});
const mirrorSide = (side: Side): Side => (side === 'a' ? 'b' : side === 'b' ? 'a' : 'neutral');
const mirrored = (keys: readonly Key[]): Key[] => keys.map((one) => ({ ...one, side: mirrorSide(one.side) }));

describe('the class of a decision', () => {
  it('is the highest of its parts', () => {
    fc.assert(
      fc.property(parts, ({ measure, sanction }) => {
        const rank = (of: DecisionParts): number => decisionClasses.indexOf(classOf(of));
        expect(rank({ measure, sanction })).toBe(
          Math.max(rank({ measure, sanction: null }), rank({ measure: null, sanction })),
        );
      }),
    );
  });

  it.each([
    [null, { kind: 'note', days: null }, 'T0'],
    ['remove', null, 'T1'],
    ['redact', null, 'T1'],
    ['lock_thread', null, 'T1'],
    ['dismiss', null, 'T1'],
    ['reopen', null, 'T1'],
    [null, { kind: 'warning', days: null }, 'T1'],
    [null, { kind: 'silence', days: longestOfTwoKeys }, 'T1'],
    [null, { kind: 'silence', days: longestOfTwoKeys + 1 }, 'T2'],
    [null, { kind: 'suspend', days: longestOfTwoKeys + 1 }, 'T2'],
    ['remove', { kind: 'ban', days: null }, 'T2'],
  ] as const)('of %s with %o is %s', (measure, person, is) => {
    expect(classOf({ measure, sanction: person })).toBe(is);
  });
});

describe('the keys of a decision', () => {
  it('MOD-08: two decide when they are of both sides, three when one of them is neutral, whatever else was given', () => {
    fc.assert(
      fc.property(fc.array(key, { maxLength: 8 }), fc.constantFrom(...decisionClasses), (keys, decisionClass) => {
        const given = (side: Side): boolean =>
          keys.some((one) => one.side === side && one.verdict === 'give' && one.actionHash === 'this');
        const both = given('a') && given('b');
        const any = both || given('a') || given('b') || given('neutral');
        const expected = { T0: any, T1: both, T2: both && given('neutral') };
        expect(isDecided(decisionClass, 'this', keys)).toBe(expected[decisionClass]);
      }),
      { numRuns: 1000 },
    );
  });

  it('MOD-09: keys for an earlier wording count no more', () => {
    fc.assert(
      fc.property(fc.array(key), fc.constantFrom(...decisionClasses), (keys, decisionClass) => {
        expect(isDecided(decisionClass, 'a later one', keys)).toBe(false);
      }),
    );
  });

  it('MOD-14: a key of a neutral counts for the side it was given for, and not as neutral as well', () => {
    const proxy: Key = { memberId: '1', side: 'neutral', proxyFor: 'a', verdict: 'give', actionHash: 'this' };
    expect(sidesMissing('T2', 'this', [proxy])).toEqual(['b', 'neutral']);
  });

  it('MOD-38: of exchanged sides, exchanged sides are missing', () => {
    fc.assert(
      fc.property(fc.array(key), fc.constantFrom(...decisionClasses), (keys, decisionClass) => {
        const missing = sidesMissing(decisionClass, 'this', mirrored(keys));
        expect(new Set(missing)).toEqual(new Set(sidesMissing(decisionClass, 'this', keys).map(mirrorSide)));
      }),
    );
  });
});
