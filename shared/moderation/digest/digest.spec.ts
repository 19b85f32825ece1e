import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { itemSources, mirrored } from '../fairness/fairness.rules.js';
import type { Sided } from '../fairness/sided.js';
import { reasonCodes } from '../reasons.js';
import { restrictingMeasures, restrictingSanctions } from '../statement-of-reasons/decided-restriction.js';
import { digestOf, type ClosedCase, type DigestFacts } from './digest.js';
import { moderationDigest, type ModerationDigest } from './digest.schema.js';

const count = fc.nat({ max: 9 });
const both = fc.record({ a: count, b: count });
const hours = fc.nat({ max: 400 }).map((many) => many * 3600 + 1800);
const side = fc.constantFrom('a' as const, 'b' as const, 'neutral' as const);

const common = {
  reason: fc.constantFrom(...reasonCodes.slice(0, 3)),
  source: fc.constantFrom(...itemSources),
  secondsToDecision: hours,
};

const restricted: fc.Arbitrary<ClosedCase> = fc.record({
  ...common,
  measure: fc.option(fc.constantFrom(...restrictingMeasures)),
  sanction: fc.option(
    fc.record({ kind: fc.constantFrom(...restrictingSanctions), days: fc.option(fc.integer({ min: 1, max: 30 })) }),
  ),
  outcome: fc.constant('restricted' as const),
  decision: fc.record({
    puid: fc.uuid(),
    detectedAutomatically: fc.boolean(),
    decidedBy: fc.constantFrom('people' as const, 'machine' as const),
    keys: fc.uniqueArray(side, { maxLength: 3 }),
    isProxy: fc.boolean(),
    commitment: fc.stringMatching(/^[0-9a-f]{64}$/),
  }),
});

const other: fc.Arbitrary<ClosedCase> = fc.record({
  ...common,
  measure: fc.constant(null),
  sanction: fc.constant(null),
  outcome: fc.constantFrom('left' as const, 'expired' as const, 'overturned' as const),
});

const facts: fc.Arbitrary<DigestFacts> = fc.record({
  dyad: fc.constant('river'),
  day: fc.constant('2026-03-31'),
  versions: fc.constant({
    charter: 3,
    reasons: 1,
    wordLists: [
      { language: 'mk', version: 4 },
      { language: 'bg', version: 7 },
    ],
  }),
  proxyKeys: count,
  expiries: fc.record({ holds: count, proposals: count }),
  appeals: fc.record({ received: count, upheld: count, varied: count, overturned: count }),
  requests: fc.record({ governments: both, parties: both }),
  closed: fc.uniqueArray(fc.oneof(restricted, other), {
    maxLength: 20,
    selector: (one) => (one.outcome === 'restricted' ? one.decision.puid : one),
  }),
  secondsWaiting: fc.array(hours, { maxLength: 12 }),
});

const turned = <Thing>({ a, b }: Sided<Thing>): Sided<Thing> => ({ a: b, b: a });
const mirrorRequests = ({ governments, parties }: ModerationDigest['requests']) => ({
  governments: turned(governments),
  parties: turned(parties),
});
const mirrorKeys = (keys: readonly ('a' | 'b' | 'neutral')[]) =>
  keys.map((key) => (key === 'neutral' ? key : mirrored(key))).toSorted();

/** Every place of a JSON Schema that admits a text, and what narrows it. */
function texts(schema: unknown, at = ''): [string, string][] {
  if (typeof schema !== 'object' || schema === null) return [];
  const one = schema as Readonly<Record<string, unknown>>;
  const isText = one['type'] === 'string' && one['enum'] === undefined && one['const'] === undefined;
  const narrowed = typeof one['format'] === 'string' ? one['format'] : one['pattern'];
  return [
    ...(isText ? [[at, typeof narrowed === 'string' ? narrowed : 'anything'] satisfies [string, string]] : []),
    ...Object.entries(one).flatMap(([key, value]) => texts(value, `${at}/${key}`)),
  ];
}

describe('the daily digest', () => {
  it('MOD-41: has no field that would take free text, a name, a time or an address', () => {
    const schema: unknown = z.toJSONSchema(moderationDigest);
    expect(new Set(texts(schema).map(([, narrowed]) => narrowed))).toEqual(
      new Set([
        // Days, random ids, SHA-256, the address of the dialogue, languages.
        'date',
        'uuid',
        '^[0-9a-f]{64}$',
        '^[a-z0-9]+(-[a-z0-9]+)*$',
        '^[a-z]{2,3}(-[A-Za-z]{2,8})?$',
      ]),
    );
    expect(
      texts(z.toJSONSchema(moderationDigest.extend({ note: z.string() }))).map(([, narrowed]) => narrowed),
    ).toContain('anything');
  });

  it('MOD-41: refuses what somebody adds to it', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom('author', 'note', 'at'), (given, field) => {
        const digest = digestOf(given);
        expect(moderationDigest.parse(digest)).toEqual(digest);
        expect(moderationDigest.safeParse({ ...digest, [field]: 'Stojan' }).success).toBe(false);
        const decisions = digest.decisions.map((decision) => ({ ...decision, [field]: 'Stojan' }));
        expect(moderationDigest.safeParse({ ...digest, decisions }).success).toBe(decisions.length === 0);
      }),
    );
  });

  it('counts every case once, and lists every restriction in the order of its random id', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { counts, decisions, pending } = digestOf(given);
        expect(counts.reduce((sum, one) => sum + one.count, 0)).toBe(given.closed.length);
        for (const { count: many, sanction, ...kind } of counts) {
          const same = given.closed.filter(
            (one) =>
              one.reason === kind.reason &&
              one.measure === kind.measure &&
              one.source === kind.source &&
              one.outcome === kind.outcome &&
              (one.sanction?.kind ?? null) === sanction,
          );
          expect(same).toHaveLength(many);
        }
        const puids = given.closed.flatMap((one) => (one.outcome === 'restricted' ? [one.decision.puid] : []));
        expect(decisions.map(({ puid }) => puid)).toEqual(puids.toSorted());
        expect(pending.items).toBe(given.secondsWaiting.length);
      }),
    );
  });

  it('tells times in whole hours and days', () => {
    const one = (secondsToDecision: number): ClosedCase => {
      return { reason: 'HATE', measure: null, sanction: null, source: 'own', outcome: 'left', secondsToDecision };
    };
    const empty: DigestFacts = {
      dyad: 'river',
      day: '2026-03-31',
      versions: { charter: 1, reasons: 1, wordLists: [] },
      proxyKeys: 0,
      expiries: { holds: 0, proposals: 0 },
      appeals: { received: 0, upheld: 0, varied: 0, overturned: 0 },
      requests: { governments: { a: 0, b: 0 }, parties: { a: 0, b: 0 } },
      closed: [],
      secondsWaiting: [],
    };
    expect(digestOf(empty)).toMatchObject({
      medianHoursToDecision: null,
      pending: { items: 0, medianDays: null, longestDays: null },
    });
    const full = { ...empty, closed: [one(100), one(7300), one(90_000)], secondsWaiting: [10, 100_000, 300_000] };
    expect(digestOf(full)).toMatchObject({
      medianHoursToDecision: 2,
      pending: { items: 3, medianDays: 1, longestDays: 3 },
    });
  });

  it('mirrored facts give the mirrored digest, in whatever order they come', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const digest = digestOf(given);
        const closed = given.closed
          .toReversed()
          .map((one): ClosedCase =>
            one.outcome === 'restricted'
              ? { ...one, decision: { ...one.decision, keys: mirrorKeys(one.decision.keys) } }
              : one,
          );
        const found = digestOf({ ...given, closed, requests: mirrorRequests(given.requests) });
        expect(found).toEqual({
          ...digest,
          requests: mirrorRequests(digest.requests),
          decisions: digest.decisions.map((decision) => ({ ...decision, keys: mirrorKeys(decision.keys) })),
        });
      }),
    );
  });
});
