import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topicModes } from '../access/conditions.js';
import { contentMeasures } from './decision-classes.rules.js';
import { concernToLook } from './detection/finding.rules.js';
import {
  approvalsToGraduate,
  itemEvents,
  itemStates,
  nowhere,
  ordinary,
  transitions,
  type Circumstances,
  type ItemEvent,
  type ItemState,
  type Standing,
  type Transition,
} from './moderation.lifecycle.js';
import { isHolding, nextStanding, rowsFor } from './next-standing.js';

const circumstances: fc.Arbitrary<Circumstances> = fc.record({
  mode: fc.constantFrom(...topicModes),
  approvedBefore: fc.integer({ min: 0, max: 6 }),
  amends: fc.boolean(),
  safety: fc.boolean(),
  concern: fc.double({ min: 0, max: 0.99, noNaN: true }),
  measure: fc.constantFrom(...contentMeasures, null),
});
const event = fc.constantFrom<ItemEvent>(...itemEvents);
/** Choices among what is possible at each step. */
const steps = fc.array(fc.tuple(fc.nat(), circumstances), { maxLength: 25 });

interface Taken {
  readonly before: Standing;
  readonly after: Standing;
  readonly event: ItemEvent;
  readonly given: Circumstances;
}

/** A life that begins with a submission; each step takes one of the events that are possible then. */
function live(choices: readonly (readonly [number, Circumstances])[], first: Circumstances): Taken[] {
  const taken: Taken[] = [];
  let before = nextStanding(nowhere, 'submit', first) ?? nowhere;
  let { measure: decided } = first;
  for (const [choice, drawn] of choices) {
    // What is appealed is what was decided: whoever upholds it upholds that, and nothing else.
    const given = before.state === 'appealed' ? { ...drawn, measure: decided } : drawn;
    const possible = itemEvents.filter((event) => nextStanding(before, event, given));
    const event = possible[choice % Math.max(possible.length, 1)];
    const after = event && nextStanding(before, event, given);
    if (!after) return taken;
    taken.push({ before, after, event, given });
    if (event === 'enact') decided = given.measure;
    before = after;
  }
  return taken;
}

/** Standings that can be reached, mostly far from the beginning. */
const reached: fc.Arbitrary<Standing> = fc
  .tuple(circumstances, steps)
  .map(([first, choices]) => live(choices, first).at(-1)?.after ?? nowhere);

const lives = (look: (taken: Taken) => void, numRuns = 2000): void => {
  fc.assert(
    fc.property(circumstances, steps, (first, choices) => {
      for (const taken of live(choices, first)) look(taken);
    }),
    { numRuns },
  );
};

/** All circumstances that guards can tell apart. */
const allCircumstances: readonly Circumstances[] = topicModes.flatMap((mode) =>
  [0, approvalsToGraduate].flatMap((approvedBefore) =>
    [true, false].flatMap((amends) =>
      [true, false].flatMap((safety) =>
        [0, concernToLook].flatMap((concern) =>
          [...contentMeasures, null].map((measure) => ({ mode, approvedBefore, amends, safety, concern, measure })),
        ),
      ),
    ),
  ),
);

/** Every row that applies somewhere, and every state there is, from nowhere on: all ways are gone, and none twice. */
function everythingReached(): { rows: Set<Transition>; states: Set<ItemState> } {
  const rows = new Set<Transition>();
  const known = new Map<string, Standing>([[JSON.stringify(nowhere), nowhere]]);
  // A map is gone through with what is added on the way.
  for (const from of known.values()) {
    for (const given of allCircumstances) {
      for (const event of itemEvents) {
        const [row] = rowsFor(from, event, given);
        const to = nextStanding(from, event, given);
        if (!row || !to) continue;
        rows.add(row);
        known.set(JSON.stringify(to), known.get(JSON.stringify(to)) ?? to);
      }
    }
  }
  return { rows, states: new Set([...known.values()].map(({ state }) => state)) };
}

describe('the life of a moderated item', () => {
  it('MOD-01: whatever happens in whatever order, at most one row of the table applies', () => {
    fc.assert(
      fc.property(reached, event, circumstances, (from, tried, given) => {
        const rows = rowsFor(from, tried, given);
        expect(rows.length).toBeLessThanOrEqual(1);
        expect(nextStanding(from, tried, given) === undefined).toBe(rows.length === 0);
      }),
      { numRuns: 5000 },
    );
  });

  it('MOD-01: every row of the table, and every state, can be reached', () => {
    const { rows, states } = everythingReached();
    expect(transitions.filter((row) => !rows.has(row))).toEqual([]);
    expect(itemStates.filter((state) => !states.has(state))).toEqual([]);
  });

  it('nothing comes back from withdrawn, nor from a merged revision', () => {
    lives(({ before, after }) => {
      if (before.state === 'withdrawn') expect(after).toEqual(before);
      expect(before.state).not.toBe('merged');
    });
  });

  it('words that were taken back are never shown again', () => {
    lives(({ before, after }) => {
      if (before.resumes === 'withdrawn') expect(after.shown).toBe(false);
    });
  });

  it('what its state says of the words is so', () => {
    lives(({ after: { state, shown, resumes } }) => {
      if (state === 'live') expect(shown).toBe(true);
      if (['pending', 'held', 'returned', 'withdrawn', 'merged'].includes(state)) expect(shown).toBe(false);
      expect(resumes === null).toBe(!['proposed', 'escalated', 'actioned', 'appealed'].includes(state));
    });
  });

  it("only keys of moderators, or a mode that lets the author pass, put an author's first words before readers", () => {
    fc.assert(
      fc.property(circumstances, steps, (first, choices) => {
        const passes =
          first.mode === 'post' || (first.mode === 'graduated' && first.approvedBefore >= approvalsToGraduate);
        let mayShow = passes;
        for (const { after, event } of live(choices, first)) {
          mayShow ||= event === 'approve' || event === 'enact';
          expect(!after.shown || mayShow).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('MOD-24: in a graduated topic the first posts wait, then the author passes', () => {
    const after = (approvedBefore: number) =>
      nextStanding(nowhere, 'submit', { ...ordinary, mode: 'graduated', approvedBefore })?.state;
    expect([0, 1, 2, 3, 4].map(after)).toEqual(['pending', 'pending', 'pending', 'live', 'live']);
  });

  it('MOD-11: time alone never takes words away and never decides against them', () => {
    lives(({ before, after, event }) => {
      if (!['expire', 'lapse', 'wait', 'draw'].includes(event)) return;
      expect(Number(after.shown)).toBeGreaterThanOrEqual(Number(before.shown));
      expect(after.state === 'actioned').toBe(before.state === 'actioned');
    }, 4000);
  });

  it('MOD-11: when time runs out the words are restored, and in the safety set a panel is asked', () => {
    fc.assert(
      fc.property(reached, circumstances, (from, given) => {
        const lapsed = nextStanding(from, 'lapse', given);
        const expired = nextStanding(from, 'expire', given);
        if (from.state === 'proposed') expect(lapsed?.state === 'escalated').toBe(given.safety);
        if (isHolding(from) && !given.safety) expect(expired).toMatchObject({ shown: true });
        if (isHolding(from) && given.safety && from.state !== 'escalated') expect(expired?.state).toBe('escalated');
      }),
      { numRuns: 4000 },
    );
  });

  it('a proposal leaves visible what was visible and hidden what was hidden', () => {
    lives(({ before, after, event }) => {
      if (
        ['propose', 'amend', 'key', 'oppose', 'draw', 'wait', 'verdict', 'appeal', 'uphold', 'confirm'].includes(event)
      )
        expect(after.shown).toBe(before.shown);
    });
  });

  it('a proposal that comes to nothing leaves the item where it was; a hold under it is over', () => {
    fc.assert(
      fc.property(reached, circumstances, fc.constantFrom<ItemEvent>('retract', 'lapse'), (from, given, end) => {
        const decision = { ...given, safety: false };
        const proposed = nextStanding(from, 'propose', decision);
        const after = proposed && nextStanding(proposed, end, decision);
        if (!after) return;
        if (from.state !== 'held')
          expect(after).toEqual({ ...from, ...(from.state !== 'in_review' && { alarmed: false }) });
        else expect(after).toMatchObject({ state: from.alarmed ? 'in_review' : 'live', shown: true });
      }),
      { numRuns: 4000 },
    );
  });

  it('a report never hides anything, and one of the safety set is not ended by a single key', () => {
    lives(({ before, after, event, given }) => {
      if (event === 'report') expect(after.shown).toBe(true);
      if (before.alarmed && before.state === 'in_review')
        expect(nextStanding(before, 'approve', given)).toBeUndefined();
      if (before.alarmed && !after.alarmed) expect(['enact', 'restore', 'withdraw']).toContain(event);
    });
  });

  it('MOD-35: what a detector finds hides nothing, shows nothing and decides nothing; a human looks at what stands', () => {
    lives(({ before, after, event, given }) => {
      if (event !== 'detect') return;
      expect({ shown: after.shown, alarmed: after.alarmed }).toEqual({ shown: before.shown, alarmed: before.alarmed });
      if (before.state === 'live') expect([after.state, given.concern >= concernToLook]).toEqual(['in_review', true]);
      else expect(after.state).toBe(before.state);
    }, 4000);
  });

  it('what is reported or found while something else is decided about it is still looked at when nothing comes of that', () => {
    fc.assert(
      fc.property(
        reached,
        circumstances,
        fc.constantFrom<ItemEvent>('retract', 'lapse'),
        fc.boolean(),
        (from, given, end, byReader) => {
          const decision = { ...given, safety: false };
          const proposed = nextStanding(from, 'propose', decision);
          const pointed = byReader
            ? proposed && nextStanding(proposed, 'report', given)
            : proposed && nextStanding(proposed, 'detect', { ...given, concern: concernToLook });
          const after = pointed && nextStanding(pointed, end, decision);
          if (after && (from.state === 'live' || from.state === 'in_review')) expect(after.state).toBe('in_review');
        },
      ),
      { numRuns: 4000 },
    );
  });

  it('what is not shown to anybody yet can only be taken away, wholly or in parts', () => {
    lives(({ before, event, given }) => {
      if (event === 'propose' && before.state === 'pending') expect(['remove', 'redact']).toContain(given.measure);
    });
  });

  it('MOD-22, MOD-38: whoever decides and whoever wrote, the table answers the same', () => {
    fc.assert(
      fc.property(reached, event, circumstances, (from, tried, given) => {
        const ofSideA = { ...given, authorSide: 'a', actorSide: 'b' };
        const ofSideB = { ...given, authorSide: 'b', actorSide: 'a' };
        expect(nextStanding(from, tried, ofSideA)).toEqual(nextStanding(from, tried, ofSideB));
      }),
    );
  });
});
