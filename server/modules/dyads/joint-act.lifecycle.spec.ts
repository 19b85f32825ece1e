import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Side } from '../../../shared/access/actor.js';
import {
  hoursLeft,
  next,
  storyOf,
  type JointActEvent,
  type JointActFacts,
  type JointActStory,
} from './joint-act.lifecycle.js';

const side = fc.constantFrom<Side>('a', 'b', 'neutral');
const answer = fc.constantFrom('agree' as const, 'decline' as const);
const event: fc.Arbitrary<JointActEvent> = fc.oneof(
  fc.record({ type: fc.constant('propose' as const), side }),
  fc.record({ type: fc.constant('answer' as const), side, answer }),
  fc.constant({ type: 'expire' as const }),
);
const none: JointActStory = { state: 'none' };
const run = (events: readonly JointActEvent[]): JointActStory => events.reduce<JointActStory>(next, none);

const mirrors = { a: 'b', b: 'a', neutral: 'neutral' } as const;
const mirrorEvent = (one: JointActEvent): JointActEvent => ('side' in one ? { ...one, side: mirrors[one.side] } : one);
const mirrorStory = (story: JointActStory): JointActStory =>
  story.state === 'none'
    ? story
    : {
        ...story,
        proposedBy: mirrors[story.proposedBy],
        ...(story.answeredBy && { answeredBy: mirrors[story.answeredBy] }),
      };

describe('the rule of two keys', () => {
  it('treats both sides alike: run(mirror(S)) equals mirror(run(S))', () => {
    fc.assert(
      fc.property(fc.array(event), (events) => {
        expect(run(events.map(mirrorEvent))).toEqual(mirrorStory(run(events)));
      }),
    );
  });

  it('is never done nor declined by one side alone, nor by somebody neutral', () => {
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const story = run(events);
        if (story.state === 'none' || story.state === 'open' || story.state === 'expired') return;
        expect(story.answeredBy).toBe(mirrors[story.proposedBy]);
      }),
    );
  });

  it('never changes what is decided or over, and gives back the very story it does not change', () => {
    fc.assert(
      fc.property(fc.array(event), event, (events, late) => {
        const story = run(events);
        if (story.state !== 'none' && story.state !== 'open') expect(next(story, late)).toBe(story);
      }),
    );
  });
});

describe('the story told from what is stored', () => {
  const expiresAt = new Date('2030-01-03T00:00:00Z');
  const [before, after] = [new Date('2030-01-02T23:59:59.999Z'), expiresAt];
  const stored = (change: Partial<JointActFacts>): JointActFacts => ({
    proposedBySide: 'a',
    expiresAt,
    answer: null,
    answeredBySide: null,
    ...change,
  });

  it('is open until its time, and over from that very moment on', () => {
    expect(storyOf(stored({}), before).state).toBe('open');
    expect(storyOf(stored({}), after).state).toBe('expired');
  });

  it('keeps what was decided in time, whenever it is told', () => {
    for (const now of [before, after]) {
      expect(storyOf(stored({ answer: 'agree', answeredBySide: 'b' }), now)).toEqual({
        state: 'done',
        proposedBy: 'a',
        answeredBy: 'b',
      });
      expect(storyOf(stored({ answer: 'decline', answeredBySide: 'b' }), now).state).toBe('declined');
    }
  });

  it('does not believe a stored answer of the proposer’s own side', () => {
    expect(storyOf(stored({ answer: 'agree', answeredBySide: 'a' }), before).state).toBe('open');
  });

  it('says how many hours are left, and none when there is nothing to answer', () => {
    const left = (change: Partial<JointActFacts>, now: Date) => hoursLeft(storyOf(stored(change), now), expiresAt, now);
    expect(left({}, new Date('2030-01-01T00:00:00Z'))).toBe(48);
    expect(left({}, before)).toBe(1);
    expect(left({}, after)).toBe(0);
    expect(left({ answer: 'decline', answeredBySide: 'b' }, before)).toBe(0);
  });
});
