import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sides, type Side } from '../access/actor.js';
import { topicModes } from '../access/conditions.js';
import { isOfOtherSide, isReviewed, isShownAtOnce, standingOf } from './human-work.rules.js';

const mirrored = { a: 'b', b: 'a', neutral: 'neutral' } as const satisfies Record<Side, Side>;
const people = fc.array(fc.constantFrom(...sides));

describe('a translation', () => {
  it('is reviewed when somebody of each side stands behind it, however many of one side do', () => {
    const by = (...those: Side[]) => isReviewed(standingOf(those));
    expect([by(), by('a'), by('b', 'b', 'b'), by('a', 'neutral'), by('neutral', 'neutral')]).not.toContain(true);
    expect([by('a', 'b'), by('b', 'neutral', 'a')]).toEqual([true, true]);
  });

  it('stands for the mirrored sides when those behind it are mirrored, in any order', () => {
    fc.assert(
      fc.property(people, (those) => {
        const { a, b } = standingOf(those);
        expect(standingOf(those.map((side) => mirrored[side]))).toEqual({ a: b, b: a });
        expect(standingOf(those.toReversed())).toEqual({ a, b });
      }),
    );
  });

  it('is judged by the other side, mirrored or not, and by nobody neutral alone', () => {
    for (const one of sides)
      for (const other of sides) expect(isOfOtherSide(mirrored[one], mirrored[other])).toBe(isOfOtherSide(one, other));
    expect(isOfOtherSide('a', 'b')).toBe(true);
    expect(isOfOtherSide('a', 'neutral')).toBe(true);
    expect(isOfOtherSide('a', 'a')).toBe(false);
    expect(isOfOtherSide('neutral', 'a')).toBe(false);
  });
});

describe('a proposal', () => {
  const member = { moderates: false };
  const moderator = { moderates: true };

  it('takes the place of what nobody stands behind, where posts pass no moderator first', () => {
    for (const present of ['nothing', 'machine', 'own'] as const) {
      expect(isShownAtOnce(present, member, 'post')).toBe(true);
      for (const mode of topicModes.filter((one) => one !== 'post'))
        expect(isShownAtOnce(present, member, mode), mode).toBe(false);
    }
  });

  it('waits beside the words of another person, and beside what moderators withhold', () => {
    expect(isShownAtOnce('of_another', member, 'post')).toBe(false);
    expect(isShownAtOnce('withheld', member, 'post')).toBe(false);
    expect(isShownAtOnce('of_another', moderator, 'pre')).toBe(true);
  });

  it('never takes the place of what both sides stand behind', () => {
    for (const mode of topicModes) {
      expect(isShownAtOnce('reviewed', member, mode)).toBe(false);
      expect(isShownAtOnce('reviewed', moderator, mode)).toBe(false);
    }
  });
});
