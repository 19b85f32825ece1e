import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Side } from '../access/actor.js';
import {
  adopted,
  hasEnded,
  next,
  type CommitmentEvent,
  type CommitmentStory,
  type Party,
  type Promise,
} from './commitment.lifecycle.js';
import { assessmentLevels, progressStatuses, promisors, type Promisor } from './commitment.rules.js';
import { isOverdueOn, standingOf } from './commitment.standing.js';

const day = fc.integer({ min: 1, max: 28 }).map((of) => `2027-02-${String(of).padStart(2, '0')}`);
const side = fc.constantFrom<Side>('a', 'b', 'neutral');
const milestone = fc.integer({ min: 1, max: 4 });
const subject = fc.option(milestone, { nil: null });
const claim = fc.integer({ min: 1, max: 5 });

const promise: fc.Arbitrary<Promise> = fc.record({
  promisor: fc.constantFrom(...promisors),
  milestones: fc
    .array(fc.record({ due: day, weight: fc.integer({ min: 1, max: 5 }) }), { minLength: 1, maxLength: 3 })
    .map((all) => all.map((terms, at) => ({ number: at + 1, ...terms }))),
});

const event: fc.Arbitrary<CommitmentEvent> = fc.oneof(
  fc.record({ type: fc.constant('suspended' as const), on: day, until: day }),
  fc.record({ type: fc.constant('resumed' as const), on: day }),
  fc.record({ type: fc.constantFrom('withdrawn' as const, 'superseded' as const), on: day }),
  fc.record({ type: fc.constant('missed' as const), on: day, milestone }),
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('reported' as const),
      on: day,
      side,
      milestone: subject,
      status: fc.constantFrom(...progressStatuses),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constantFrom('acknowledged' as const, 'contested' as const),
      on: day,
      side,
      claim,
    }),
  },
  fc.record({ type: fc.constantFrom('unanswered' as const, 'claim_withdrawn' as const), on: day, claim }),
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('assessed' as const),
      on: day,
      evaluator: fc.integer({ min: 1, max: 3 }),
      milestone: subject,
      level: fc.constantFrom(...assessmentLevels),
    }),
  },
);
const events = fc.array(event, { maxLength: 30 });

const run = (from: Promise, all: readonly CommitmentEvent[]): CommitmentStory => all.reduce(next, adopted(from));

const other = <S extends Side>(one: S): S => ({ a: 'b', b: 'a', neutral: 'neutral' })[one] as S;
const otherPromisor = (one: Promisor): Promisor => (one === 'joint' ? one : other(one));
const mirrorPromise = (one: Promise): Promise => ({ ...one, promisor: otherPromisor(one.promisor) });
const mirrorEvent = (one: CommitmentEvent): CommitmentEvent =>
  'side' in one ? { ...one, side: other(one.side) } : one;
const mirrorStory = (story: CommitmentStory): CommitmentStory => ({
  ...story,
  promise: mirrorPromise(story.promise),
  claims: story.claims.map((one) => ({ ...one, side: other<Party>(one.side) })),
});

const one: Promise = {
  promisor: 'a',
  milestones: [
    { number: 1, due: '2027-02-10', weight: 1 },
    { number: 2, due: '2027-02-20', weight: 3 },
  ],
};
const report = (of: number | null, on: string, status = progressStatuses[0] as 'reached' | 'in_progress') =>
  ({ type: 'reported', side: 'a', milestone: of, status, on }) as const;
const assess = (evaluator: number, of: number | null, level: (typeof assessmentLevels)[number], on = '2027-02-25') =>
  ({ type: 'assessed', evaluator, milestone: of, level, on }) as const;

describe('what becomes of a commitment', () => {
  it('favours no side: a mirrored past leads to the mirrored present, and to the same three voices', () => {
    fc.assert(
      fc.property(promise, events, day, (from, all, today) => {
        const story = run(from, all);
        const mirrored = run(mirrorPromise(from), all.map(mirrorEvent));
        expect(mirrored).toEqual(mirrorStory(story));
        expect(standingOf(mirrored)).toEqual(standingOf(story));
        expect(isOverdueOn(mirrored, today)).toBe(isOverdueOn(story, today));
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps each claim as it was made, and hears the other side once', () => {
    fc.assert(
      fc.property(promise, events, (from, all) => {
        let before = adopted(from);
        for (const by of all) {
          const after = next(before, by);
          before.claims.forEach((was, at) => {
            const is = after.claims[at];
            expect(is).toMatchObject({ number: was.number, side: was.side, status: was.status, on: was.on });
            if (was.answer === 'acknowledged' || was.answer === 'contested') expect(is?.answer).toBe(was.answer);
            if (was.withdrawn) expect(is).toEqual(was);
          });
          if (after !== before && (by.type === 'acknowledged' || by.type === 'contested'))
            expect(by.side).toBe(other(before.claims[by.claim - 1]?.side ?? 'neutral'));
          before = after;
        }
      }),
    );
  });

  it('writes a missed day down once, and never when the milestone is claimed or the commitment put off', () => {
    const twice = [
      { type: 'missed', milestone: 1, on: '2027-02-11' },
      { type: 'missed', milestone: 1, on: '2027-02-12' },
    ] as const;
    expect(run(one, twice).missed).toEqual([1]);
    expect(run(one, [{ type: 'missed', milestone: 1, on: '2027-02-10' }]).missed).toEqual([]);
    expect(run(one, [report(null, '2027-02-09'), ...twice]).missed).toEqual([]);
    const putOff = { type: 'suspended', on: '2027-02-01', until: '2027-02-11' } as const;
    expect(run(one, [putOff, twice[0]]).missed).toEqual([]);
    expect(run(one, [putOff, twice[1]]).missed).toEqual([1]);
  });

  it('takes nothing more after both sides ended it', () => {
    fc.assert(
      fc.property(promise, events, events, (from, past, later) => {
        const ended = run(from, [...past, { type: 'withdrawn', on: '2027-02-28' }]);
        expect(hasEnded(ended)).toBe(true);
        expect(later.reduce(next, ended)).toBe(ended);
      }),
    );
  });
});

describe('how far a commitment is', () => {
  it('is three numbers from 0 to 1, and none where nobody spoke', () => {
    fc.assert(
      fc.property(promise, events, (from, all) => {
        const { progress, fulfilledAsClaimed, fulfilledAsAssessed } = standingOf(run(from, all));
        for (const { share, n } of Object.values(progress)) {
          expect(share === null).toBe(n === 0);
          expect(share ?? 0).toBeGreaterThanOrEqual(0);
          expect(share ?? 0).toBeLessThanOrEqual(1);
        }
        expect(progress.promisor.share === 1).toBe(fulfilledAsClaimed);
        expect(progress.evaluators.share === 1).toBe(fulfilledAsAssessed);
      }),
    );
  });

  it('counts a milestone by its weight, for each voice by itself', () => {
    const said = [
      report(2, '2027-02-15'),
      { type: 'contested', side: 'b', claim: 1, on: '2027-02-16' },
      report(1, '2027-02-17'),
      { type: 'acknowledged', side: 'b', claim: 2, on: '2027-02-18' },
      assess(1, 2, 'complete'),
      assess(2, 2, 'minimal'),
    ] as const satisfies readonly CommitmentEvent[];
    const standing = standingOf(run(one, said));
    expect(standing).toMatchObject({
      contested: true,
      fulfilledAsClaimed: true,
      fulfilledAsAssessed: false,
      nextDue: null,
      progress: {
        promisor: { share: 1, n: 2 },
        otherSide: { share: 0.25, n: 2 },
        evaluators: { share: 0.375, n: 2 },
      },
    });
    expect(standing.milestones).toEqual([
      { number: 1, claimedOn: '2027-02-17', answer: 'acknowledged', verifiedOn: null, missed: false, late: true },
      { number: 2, claimedOn: '2027-02-15', answer: 'contested', verifiedOn: null, missed: false, late: false },
    ]);
    const later = [...said, assess(2, null, 'complete', '2027-02-27'), assess(1, 1, 'complete')];
    expect(standingOf(run(one, later))).toMatchObject({ fulfilledAsAssessed: true });
    expect(standingOf(run(one, later)).milestones[1]?.verifiedOn).toBe('2027-02-27');
  });

  it('is contested until the claim is taken back, or made anew', () => {
    const contested = [report(1, '2027-02-09'), { type: 'contested', side: 'b', claim: 1, on: '2027-02-10' }] as const;
    expect(standingOf(run(one, contested)).contested).toBe(true);
    const anew = run(one, [...contested, report(1, '2027-02-11')]);
    expect(standingOf(anew)).toMatchObject({ contested: false, nextDue: '2027-02-20' });
    const back = run(one, [...contested, { type: 'claim_withdrawn', claim: 1, on: '2027-02-11' }]);
    expect(standingOf(back)).toMatchObject({ contested: false, nextDue: '2027-02-10' });
    expect(isOverdueOn(back, '2027-02-10')).toBe(false);
    expect(isOverdueOn(back, '2027-02-11')).toBe(true);
  });
});
