import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Side } from '../access/actor.js';
import { next, type Frozen, type RatificationEvent, type RatificationStory } from './ratification.lifecycle.js';

const drafting: RatificationStory = { state: 'drafting', returned: null };
const run = (events: readonly RatificationEvent[], from: RatificationStory = drafting): RatificationStory =>
  events.reduce(next, from);

const side = fc.constantFrom<Side>('a', 'b', 'neutral');
const hash = fc.constantFrom('one', 'other');
const at = fc.integer({ min: 0, max: 20 });
/** Organisations are of one side for ever, so their names say which. */
const speaker = side.chain((of) =>
  fc.constantFrom(1, 2, 3).map((number) => ({ organisation: `${number} of ${of}`, side: of })),
);
const terms = {
  quorum: fc.integer({ min: 1, max: 2 }),
  endsAt: fc.constantFrom(10, 15),
  admitted: fc.record({ a: fc.integer({ min: 1, max: 3 }), b: fc.integer({ min: 1, max: 3 }) }),
};

const event: fc.Arbitrary<RatificationEvent> = fc.oneof(
  fc.record({ type: fc.constant('propose' as const), side, hash }),
  fc.record({ type: fc.constant('second' as const), side, hash, ...terms }),
  fc.constant({ type: 'change' as const }),
  fc.record({ type: fc.constant('admit' as const), side }),
  { weight: 4, arbitrary: speech('sign') },
  speech('decline'),
  fc.record({ type: fc.constant('take_back' as const), side }),
  fc.record({ type: fc.constant('pass' as const), at }),
);

function speech(type: 'sign' | 'decline'): fc.Arbitrary<RatificationEvent> {
  return fc.tuple(speaker, hash, at).map(([who, to, when]) => ({ type, ...who, hash: to, at: when }));
}

/** Begins frozen as often as not, so that most runs are about signing. */
const frozen: fc.Arbitrary<RatificationStory> = fc
  .record(terms)
  .map((given) => ({ state: 'frozen', hash: 'one', words: [], takenBack: [], ...given }));
const begun = fc.oneof(fc.constant(drafting), frozen);
const events = fc.array(event, { maxLength: 30 });

const other = (one: Side): Side => (one === 'neutral' ? one : one === 'a' ? 'b' : 'a');
const swapped = ({ a, b }: { a: number; b: number }) => ({ a: b, b: a });

function mirrorEvent(one: RatificationEvent): RatificationEvent {
  if (one.type === 'change' || one.type === 'pass') return one;
  if (one.type === 'second') return { ...one, side: other(one.side), admitted: swapped(one.admitted) };
  return { ...one, side: other(one.side) };
}

function mirrorStory(story: RatificationStory): RatificationStory {
  if (story.state === 'drafting') return story;
  if (story.state === 'proposed') return { ...story, by: other(story.by) as 'a' | 'b' };
  return {
    ...story,
    admitted: swapped(story.admitted),
    words: story.words.map((word) => ({ ...word, side: other(word.side) })),
    takenBack: story.takenBack.map((one) => other(one) as 'a' | 'b'),
  };
}

const signed = (story: Frozen, of: Side): number =>
  story.words.filter((word) => word.side === of && word.said === 'signed').length;

/** The story before each event, the event, and the story after. */
function steps(from: RatificationStory, all: readonly RatificationEvent[]) {
  let before = from;
  return all.map((one) => {
    const after = next(before, one);
    const step = { before, event: one, after };
    before = after;
    return step;
  });
}

describe('from a draft to a ratified statement', () => {
  it('favours no side: a mirrored past leads to the mirrored present', () => {
    fc.assert(
      fc.property(begun, events, (from, all) => {
        expect(run(all.map(mirrorEvent), mirrorStory(from))).toEqual(mirrorStory(run(all, from)));
      }),
      { numRuns: 1000 },
    );
  });

  it('freezes only by a key of each side to the same hash', () => {
    fc.assert(
      fc.property(events, (all) => {
        for (const { before, event: by, after } of steps(drafting, all)) {
          if (after.state !== 'frozen' || before.state === 'frozen') continue;
          expect(before).toMatchObject({ state: 'proposed', hash: after.hash });
          expect(by).toMatchObject({ type: 'second', hash: after.hash });
          const proposer = before.state === 'proposed' ? before.by : undefined;
          expect('side' in by && by.side === other(proposer ?? 'neutral')).toBe(true);
        }
      }),
    );
  });

  it('is ratified exactly when enough organisations of each side have signed this hash in time', () => {
    fc.assert(
      fc.property(begun, events, (from, all) => {
        for (const { before, event: by, after } of steps(from, all)) {
          if (after.state === 'frozen')
            expect(Math.min(signed(after, 'a'), signed(after, 'b'))).toBeLessThan(after.quorum);
          if (after.state !== 'ratified') continue;
          expect(Math.min(signed(after, 'a'), signed(after, 'b'))).toBeGreaterThanOrEqual(after.quorum);
          if (before.state !== 'ratified')
            expect(by.type === 'sign' && by.at < after.endsAt && by.hash === after.hash).toBe(true);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('hears every organisation once, and changes nothing of what is ratified but by accession', () => {
    fc.assert(
      fc.property(begun, events, (from, all) => {
        for (const { before, after } of steps(from, all)) {
          if (before.state === 'ratified') {
            expect(after).toMatchObject({ state: 'ratified', hash: before.hash });
            if (after.state === 'ratified') expect(after.words.slice(0, before.words.length)).toEqual(before.words);
          }
          if (after.state !== 'frozen' && after.state !== 'ratified') continue;
          const signatures = after.words
            .filter(({ said }) => said !== 'declined')
            .map(({ organisation }) => organisation);
          expect(new Set(signatures).size).toBe(signatures.length);
        }
      }),
    );
  });

  it('gives the statement back once a side cannot come to its quorum any more, and not before', () => {
    const from: Frozen = {
      state: 'frozen',
      hash: 'one',
      quorum: 1,
      endsAt: 10,
      admitted: { a: 2, b: 2 },
      words: [],
      takenBack: [],
    };
    const decline = (number: number): RatificationEvent => ({
      type: 'decline',
      organisation: `${number} of b`,
      side: 'b',
      hash: 'one',
      at: 1,
    });
    expect(run([decline(1)], from)).toMatchObject({ state: 'frozen' });
    expect(run([decline(1), decline(1)], from)).toMatchObject({ state: 'frozen' });
    expect(run([decline(1), decline(2)], from)).toEqual({ state: 'drafting', returned: 'declined' });
    expect(run([decline(1), { type: 'admit', side: 'b' }, decline(2)], from)).toMatchObject({ state: 'frozen' });
  });

  it('gives it back when its time is over, and when both sides take it back', () => {
    const terms = { quorum: 1, endsAt: 10, admitted: { a: 1, b: 1 } };
    const agreed = [
      { type: 'propose', side: 'b', hash: 'one' },
      { type: 'second', side: 'a', hash: 'one', ...terms },
    ] as const satisfies readonly RatificationEvent[];
    expect(run([...agreed, { type: 'pass', at: 9 }])).toMatchObject({ state: 'frozen' });
    expect(run([...agreed, { type: 'pass', at: 10 }])).toEqual({ state: 'drafting', returned: 'expired' });
    const back = (who: Side): RatificationEvent => ({ type: 'take_back', side: who });
    expect(run([...agreed, back('a'), back('a'), back('neutral')])).toMatchObject({
      state: 'frozen',
      takenBack: ['a'],
    });
    expect(run([...agreed, back('a'), back('b')])).toEqual({ state: 'drafting', returned: 'taken_back' });
  });
});
