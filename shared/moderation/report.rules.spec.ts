import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentMeasures } from './decision-classes.rules.js';
import { itemEvents, nowhere, ordinary, type ItemEvent, type Standing } from './moderation.lifecycle.js';
import { nextStanding } from './next-standing.js';
import { foundedOutcomes, outcomeOf, outcomeOnAppeal, reportOutcomes, unfoundedOutcomes } from './report.rules.js';

/** States in which an item waits for somebody's decision: a report there can still be answered by it. */
const undecided = new Set(['in_review', 'held', 'proposed', 'escalated', 'appealed']);

describe('what becomes of a report', () => {
  it('is open exactly as long as something is still to be decided about the words', () => {
    const choices = fc.array(
      fc.tuple(fc.nat(), fc.record({ safety: fc.boolean(), measure: fc.constantFrom(...contentMeasures, null) })),
      { maxLength: 25 },
    );
    fc.assert(
      fc.property(choices, (steps) => {
        let before: Standing = nextStanding(nowhere, 'submit', { ...ordinary, mode: 'post' }) ?? nowhere;
        let isOpen = false;
        for (const [choice, some] of steps) {
          const given = { ...ordinary, mode: 'post' as const, ...some };
          const possible = itemEvents.filter((event) => nextStanding(before, event, given));
          const event = possible[choice % Math.max(1, possible.length)];
          const after = event && nextStanding(before, event, given);
          if (!after) return;
          isOpen ||= event === 'report';
          if (outcomeOf({ event, measure: given.measure, state: after.state }) !== undefined) isOpen = false;
          if (isOpen) expect([event, undecided.has(after.state)]).toEqual([event, true]);
          before = after;
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('says of every outcome whether the report was right, was not, or that nobody knows', () => {
    const said = [...foundedOutcomes, ...unfoundedOutcomes];
    expect(new Set(said).size).toBe(said.length);
    expect(reportOutcomes.filter((one) => !said.includes(one))).toEqual(['undecided', 'withdrawn', 'decided_before']);
  });

  it.each<[ItemEvent, (typeof contentMeasures)[number] | null, Standing['state'], string | undefined]>([
    ['enact', 'remove', 'actioned', 'removed'],
    ['enact', 'redact', 'actioned', 'redacted'],
    ['enact', 'lock_thread', 'actioned', 'thread_locked'],
    ['enact', null, 'actioned', 'author_addressed'],
    ['enact', 'dismiss', 'live', 'no_breach'],
    ['enact', 'reopen', 'in_review', undefined],
    ['approve', null, 'live', 'no_breach'],
    ['restore', null, 'live', 'no_breach'],
    ['lapse', null, 'live', 'undecided'],
    ['expire', null, 'in_review', undefined],
    ['withdraw', null, 'withdrawn', 'withdrawn'],
    ['report', null, 'in_review', undefined],
    ['report', null, 'actioned', 'decided_before'],
  ])('%s (%s) that leads to %s: %s', (event, measure, state, outcome) => {
    expect(outcomeOf({ event, measure, state })).toBe(outcome);
  });

  it('an appeal can turn what was found right', () => {
    expect(outcomeOnAppeal({ event: 'overturn', measure: null, state: 'live' })).toBe('overturned');
    expect(outcomeOnAppeal({ event: 'vary', measure: 'redact', state: 'actioned' })).toBe('redacted');
    expect(outcomeOnAppeal({ event: 'uphold', measure: null, state: 'actioned' })).toBeUndefined();
  });
});
