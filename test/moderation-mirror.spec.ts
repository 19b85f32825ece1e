import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { topicModes } from '../shared/access/conditions.js';
import { sides } from '../shared/access/actor.js';
import { contentMeasures, lasting, sanctionKinds } from '../shared/moderation/decision-classes.rules.js';
import type { ItemEvent } from '../shared/moderation/moderation.lifecycle.js';
import { panelVerdicts } from '../shared/moderation/panel.rules.js';
import { reasonCodes } from '../shared/moderation/reasons.js';
import {
  mirrorAct,
  mirrorSide,
  mirrorWorld,
  run,
  type Act,
  type Person,
  type World,
} from './support/moderation-world.js';

/** Lists of sides say nothing by their order. */
const unordered = (world: World) => ({ ...world, missing: new Set(world.missing) });

const someone = fc.nat({ max: 8 });
const reason = fc.constantFrom(...reasonCodes);
const parts = fc
  .record({
    measure: fc.constantFrom(...contentMeasures, null),
    kind: fc.constantFrom(...sanctionKinds, null),
    days: fc.integer({ min: 1, max: 30 }),
  })
  .map(({ measure, kind, days }) => ({
    measure,
    sanction: kind === null ? null : { kind, days: lasting.has(kind) ? days : null },
  }));
const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('step' as const),
      event: fc.constantFrom<ItemEvent>(
        'approve',
        'return',
        'hold',
        'release',
        'report',
        'revise',
        'withdraw',
        'confirm',
        'appeal',
        'uphold',
        'overturn',
      ),
      by: someone,
      reason,
    }),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom('propose' as const, 'amend' as const), someone, reason, parts)
      .map(([what, by, why, decision]) => ({ do: what, by, reason: why, ...decision })),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('key' as const),
      by: someone,
      proxyFor: fc.constantFrom('a' as const, 'b' as const, null, null, null),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('oppose' as const, 'retract' as const), by: someone }) },
  { weight: 1, arbitrary: fc.constant({ do: 'time' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('verdict' as const),
      seat: fc.constantFrom(...sides),
      verdict: fc.constantFrom(...panelVerdicts),
    }),
  },
);
const story = fc
  .tuple(
    fc.record({
      do: fc.constant('submit' as const),
      author: fc.constantFrom(...sides),
      mode: fc.constantFrom(...topicModes),
      approvedBefore: fc.nat({ max: 4 }),
    }),
    fc.array(acts, { maxLength: 30 }),
  )
  .map(([first, rest]): Act[] => [first, ...rest]);
const cast: fc.Arbitrary<Person[]> = fc.uniqueArray(
  fc.record({ id: fc.uuid(), side: fc.constantFrom(...sides), lot: fc.stringMatching(/^[0-9a-f]{8}$/) }),
  { selector: ({ lot }) => lot, minLength: 3, maxLength: 9 },
);

describe('MOD-38: the whole domain', () => {
  it('answers mirrored acts with mirrored outcomes: run(mirror(S)) = mirror(run(S))', () => {
    fc.assert(
      fc.property(story, cast, (script, people) => {
        const mirroredPeople = people.map((one) => ({ ...one, side: mirrorSide(one.side) }));
        const mirrored = run(script.map(mirrorAct), mirroredPeople);
        expect(unordered(mirrored)).toEqual(unordered(mirrorWorld(run(script, people))));
      }),
      { numRuns: 5000 },
    );
  });

  it('is asked about stories in which everything happens', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(story, cast, (script, people) => {
        for (const { event, state } of run(script, people).log) seen.add(event).add(state);
      }),
      // The same stories each time: what is rare happens in most five thousand, and in some not.
      { numRuns: 5000, seed: 7 },
    );
    for (const what of [
      'enact',
      'restore',
      'lapse',
      'expire',
      'draw',
      'wait',
      'verdict',
      'amend',
      'escalated',
      'actioned',
    ])
      expect(seen).toContain(what);
  });
});
