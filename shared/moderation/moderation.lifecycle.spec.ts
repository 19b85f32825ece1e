import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topicModes } from '../access/conditions.js';
import {
  approvalsToGraduate,
  itemEvents,
  itemStates,
  nextState,
  showsWords,
  transitions,
  type Circumstances,
  type ItemEvent,
  type ItemState,
} from './moderation.lifecycle.js';

const circumstances: fc.Arbitrary<Circumstances> = fc.record({
  mode: fc.constantFrom(...topicModes),
  approvedBefore: fc.integer({ min: 0, max: 6 }),
  amends: fc.boolean(),
});

describe('the life of a moderated item', () => {
  it('MOD-01: each (state, event) leads where the table says, at most to one place, or nowhere', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...itemStates),
        fc.constantFrom(...itemEvents),
        circumstances,
        (from, event, given) => {
          const rows = transitions.filter((one) => one.event === event && one.from.includes(from));
          const to = nextState(from, event, given);
          expect([undefined, ...rows.map((row) => row.to)]).toContain(to);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('MOD-01: no two rows of a state and an event can both apply', () => {
    fc.assert(
      fc.property(circumstances, (given) => {
        for (const from of itemStates) {
          for (const event of itemEvents) {
            const rows = transitions.filter((one) => one.event === event && one.from.includes(from));
            const led = new Set(rows.map((row) => nextState(row.from[0] ?? from, event, given)).filter(Boolean));
            expect(led.size).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });

  it('nothing comes back from withdrawn, nor from a merged revision', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<ItemState>('withdrawn', 'merged'),
        fc.constantFrom(...itemEvents),
        circumstances,
        (from, event, given) => {
          expect(nextState(from, event, given)).toBeUndefined();
        },
      ),
    );
  });

  it("only a moderator's approval, or a mode that lets the author pass, puts words before readers", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom<ItemEvent>(...itemEvents), { maxLength: 12 }),
        circumstances,
        (events, given) => {
          let state: ItemState = 'new';
          let approved = false;
          for (const event of events) {
            approved ||= event === 'approve' && state === 'pending';
            state = nextState(state, event, given) ?? state;
            const passes =
              given.mode === 'post' || (given.mode === 'graduated' && given.approvedBefore >= approvalsToGraduate);
            expect(!showsWords(state) || approved || passes).toBe(true);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('MOD-24: in a graduated topic the first posts wait, then the author passes', () => {
    const after = (approvedBefore: number) =>
      nextState('new', 'submit', { mode: 'graduated', approvedBefore, amends: false });
    expect([0, 1, 2, 3, 4].map(after)).toEqual(['pending', 'pending', 'pending', 'live', 'live']);
  });

  it('MOD-11: time alone only ever restores', () => {
    const expired = transitions.filter((one) => one.event === 'expire');
    expect(expired.map((one) => one.to)).toEqual(['live']);
  });

  it('MOD-22, MOD-38: whoever decides and whoever wrote, the table answers the same', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...itemStates),
        fc.constantFrom(...itemEvents),
        circumstances,
        (from, event, given) => {
          const ofSideA = { ...given, authorSide: 'a', actorSide: 'b' };
          const ofSideB = { ...given, authorSide: 'b', actorSide: 'a' };
          expect(nextState(from, event, ofSideA)).toBe(nextState(from, event, ofSideB));
        },
      ),
    );
  });
});
