import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DecidedFact, FairnessFacts, WaitingFact } from './fairness-facts.js';
import { fairnessReport } from './fairness-report.js';
import { itemSources, mirrored, smallestCell, verdicts } from './fairness.rules.js';
import { fairnessReportView, type FairnessReport } from './fairness.schema.js';
import type { OneSide, Sided } from './sided.js';

const turned = <Thing>({ a, b }: Sided<Thing>): Sided<Thing> => ({ a: b, b: a });

const mirrorSide = (side: OneSide | 'neutral') => (side === 'neutral' ? side : mirrored(side));

const mirrorDecided = (fact: DecidedFact): DecidedFact => ({
  ...fact,
  authorSide: mirrored(fact.authorSide),
  firstKey: fact.firstKey && { ...fact.firstKey, side: mirrorSide(fact.firstKey.side) },
});

const mirrorFacts = (facts: FairnessFacts): FairnessFacts => ({
  ...facts,
  decided: facts.decided.map(mirrorDecided),
  earlier: facts.earlier.map(mirrorDecided),
  appeals: facts.appeals.map((fact) => ({ ...fact, authorSide: mirrored(fact.authorSide) })),
  waiting: facts.waiting.map((fact) => ({ ...fact, authorSide: mirrored(fact.authorSide) })),
  activity: turned(facts.activity),
});

const mirrorReport = (report: FairnessReport): FairnessReport => ({
  ...report,
  decided: report.decided && turned(report.decided),
  breakdowns: {
    source: report.breakdowns.source.map((one) => ({ ...one, decided: turned(one.decided) })),
    mode: report.breakdowns.mode.map((one) => ({ ...one, decided: turned(one.decided) })),
    reason: report.breakdowns.reason.map((one) => ({ ...one, decided: turned(one.decided) })),
  },
  reports: report.reports && turned(report.reports),
  mainEffect: report.mainEffect && { ...report.mainEffect, oddsRatio: turned(report.mainEffect.oddsRatio) },
  time: report.time && { ...report.time, wait: turned(report.time.wait) },
  held: report.held && turned(report.held),
  appeals: report.appeals && turned(report.appeals),
  rerating: report.rerating && { ...report.rerating, sample: turned(report.rerating.sample) },
});

const side = fc.constantFrom<OneSide>('a', 'b');
const verdict = fc.constantFrom(...verdicts);
const decidedFact: fc.Arbitrary<DecidedFact> = fc.record({
  author: fc.constant(''),
  authorSide: side,
  restricted: fc.boolean(),
  reason: fc.constantFrom('HATE' as const, 'SPAM' as const, null),
  source: fc.constantFrom(...itemSources),
  mode: fc.constantFrom('pre' as const, 'post' as const),
  day: fc.constantFrom('2026-03-01', '2026-03-02', '2026-03-09', '2026-03-17'),
  secondsToDecision: fc.integer({ min: 1, max: 90_000 }),
  secondsHeld: fc.constantFrom(0, 0, 3600, 7200),
  firstKey: fc.option(fc.record({ side: fc.constantFrom('a' as const, 'b' as const, 'neutral' as const), verdict })),
  rerating: fc.option(fc.tuple(verdict, verdict)),
});
const waitingFact: fc.Arbitrary<WaitingFact> = fc.record({
  authorSide: side,
  source: fc.constantFrom(...itemSources),
  mode: fc.constantFrom('pre' as const, 'post' as const),
  secondsWaiting: fc.nat({ max: 200_000 }),
});
const activity = fc.record({
  posts: fc.nat({ max: 400 }),
  reports: fc.nat({ max: 60 }),
  reportedAuthors: fc.nat({ max: 12 }),
});

/** Some sorts of items, many of each, so that much of a report may be told; both sides have alike many or not. */
const decidedFacts = fc
  .array(fc.tuple(decidedFact, fc.integer({ min: 1, max: 40 }), fc.boolean()), { maxLength: 24 })
  .map((sorts) =>
    sorts.flatMap(([fact, times, isOfBoth], at) =>
      Array.from({ length: times }, (_, one): DecidedFact => {
        const authorSide = isOfBoth && one % 2 === 0 ? mirrored(fact.authorSide) : fact.authorSide;
        return {
          ...fact,
          authorSide,
          author: `${at % 3}-${one % 7}`,
          secondsToDecision: fact.secondsToDecision + one,
        };
      }),
    ),
  );

const facts: fc.Arbitrary<FairnessFacts> = fc.record({
  period: fc.constant({ from: '2026-03-01', to: '2026-03-31' }),
  decided: decidedFacts,
  earlier: decidedFacts.map((all) => all.map((fact) => ({ ...fact, day: '2026-02-10' }))),
  appeals: fc.array(fc.record({ author: fc.stringMatching(/^[a-h]$/), authorSide: side, overturned: fc.boolean() }), {
    maxLength: 80,
  }),
  waiting: fc.array(waitingFact, { maxLength: 8 }),
  activity: fc.record({ a: activity, b: activity }),
});

describe('the report on how the sides are treated', () => {
  it('MOD-38: mirrored facts give the mirrored report, to the last bit', () => {
    let told = 0;
    fc.assert(
      fc.property(facts, (given) => {
        const report = fairnessReport(given);
        told += Number(report.mainEffect !== null);
        expect(fairnessReport(mirrorFacts(given))).toEqual(mirrorReport(report));
      }),
      { numRuns: 300, seed: 38 },
    );
    expect(told).toBeGreaterThan(40);
  });

  it('has the shape of the contract, and comes to the same in whatever order facts come', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const report = fairnessReport(given);
        expect(fairnessReportView.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
        const turnedRound = { ...given, decided: given.decided.toReversed(), waiting: given.waiting.toReversed() };
        expect(fairnessReport(turnedRound)).toEqual(report);
      }),
      { numRuns: 200 },
    );
  });

  it('MOD-37: counts nothing small, nor anything whose rest would be small', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const report = fairnessReport(given);
        const parts = Object.values(report.breakdowns).map((rows) => rows.map(({ decided }) => decided));
        for (const own of ['a', 'b'] as const) {
          for (const { items, restricted } of [...parts.flat(), ...(report.decided ? [report.decided] : [])].map(
            (one) => one[own],
          )) {
            expect(items).toBeGreaterThanOrEqual(smallestCell.items);
            if (restricted !== null)
              expect(Math.min(restricted, items - restricted)).toBeGreaterThanOrEqual(smallestCell.items);
          }
          for (const rows of parts.filter(({ length }) => length > 0)) {
            for (const count of ['items', 'restricted'] as const) {
              const rest = rows.reduce((left, row) => left - (row[own][count] ?? 0), report.decided?.[own][count] ?? 0);
              expect(rest === 0 || rest >= smallestCell.items).toBe(true);
            }
          }
        }
      }),
    );
  });
});
