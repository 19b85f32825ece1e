import fc from 'fast-check';
import { expect, it } from 'vitest';
import { next, type JointActEvent, type JointActStory, type Party } from './joint-act.lifecycle.js';

const party = fc.constantFrom<Party>('a', 'b');
const event: fc.Arbitrary<JointActEvent> = fc.oneof(
  fc.record({ type: fc.constant('propose' as const), side: party }),
  fc.record({
    type: fc.constant('answer' as const),
    side: party,
    answer: fc.constantFrom('agree' as const, 'decline' as const),
  }),
  fc.constant({ type: 'expire' as const }),
);
const run = (events: readonly JointActEvent[]): JointActStory => events.reduce(next, { state: 'none' });
const other = (side: Party): Party => (side === 'a' ? 'b' : 'a');
const mirrorEvent = (one: JointActEvent): JointActEvent => ('side' in one ? { ...one, side: other(one.side) } : one);
const mirrorStory = (story: JointActStory): JointActStory =>
  story.state === 'none'
    ? story
    : {
        ...story,
        proposedBy: other(story.proposedBy),
        ...(story.answeredBy && { answeredBy: other(story.answeredBy) }),
      };

it('treats both sides alike: run(mirror(S)) equals mirror(run(S))', () => {
  fc.assert(
    fc.property(fc.array(event), (events) => {
      expect(run(events.map(mirrorEvent))).toEqual(mirrorStory(run(events)));
    }),
  );
});

it('is never done by one side alone', () => {
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const story = run(events);
      if (story.state === 'done') expect(story.answeredBy).toBe(other(story.proposedBy));
    }),
  );
});
