import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statementVisibilities, type StatementVisibility } from './statement.rules.js';
import { isWider, visibilityStory, withVisibilityKey, type GivenVisibilityKey } from './visibility.rules.js';

const visibility = fc.constantFrom(...statementVisibilities);
const side = fc.constantFrom('a' as const, 'b' as const);
type Wish = readonly ['a' | 'b', StatementVisibility];
const wishes: fc.Arbitrary<Wish[]> = fc.array(fc.tuple(side, visibility), { maxLength: 12 });
const mirrored = (of: 'a' | 'b') => (of === 'a' ? 'b' : 'a');

/** What becomes of a statement when these keys are given to it, each read back from what was kept. */
function told(begun: StatementVisibility, given: readonly Wish[]) {
  const kept: GivenVisibilityKey[] = [];
  let now = begun;
  for (const [by, wanted] of given) {
    const after = withVisibilityKey(visibilityStory(now, kept), by, wanted);
    kept.push({ side: by, visibility: wanted, applied: after.applied });
    now = after.visibility;
  }
  return visibilityStory(now, kept);
}

describe('who may read a draft', () => {
  it('treats the sides alike', () => {
    fc.assert(
      fc.property(visibility, wishes, (begun, given) => {
        const one = told(begun, given);
        const other = told(
          begun,
          given.map(([by, wanted]) => [mirrored(by), wanted] as const),
        );
        expect(other).toEqual({
          visibility: one.visibility,
          proposals: {
            ...(one.proposals.b && { a: one.proposals.b }),
            ...(one.proposals.a && { b: one.proposals.a }),
          },
        });
      }),
    );
  });

  it('never widens by one side alone, however often it asks', () => {
    fc.assert(
      fc.property(visibility, side, fc.array(visibility), (begun, by, wanted) => {
        const { visibility: after } = told(
          begun,
          wanted.map((one) => [by, one] as const),
        );
        expect(isWider(after, begun)).toBe(false);
      }),
    );
  });

  it('widens when both sides want the same, and narrows at once', () => {
    expect(told('drafters', [['a', 'public']])).toEqual({ visibility: 'drafters', proposals: { a: 'public' } });
    expect(
      told('drafters', [
        ['a', 'public'],
        ['b', 'members'],
      ]).visibility,
    ).toBe('drafters');
    expect(
      told('drafters', [
        ['a', 'public'],
        ['b', 'public'],
      ]),
    ).toEqual({ visibility: 'public', proposals: {} });
    expect(told('public', [['b', 'drafters']])).toEqual({ visibility: 'drafters', proposals: {} });
  });

  it('lets a side take its proposal back, and forgets proposals when it changes', () => {
    expect(
      told('drafters', [
        ['a', 'public'],
        ['a', 'drafters'],
      ]).proposals,
    ).toEqual({});
    const narrowed = told('members', [
      ['a', 'public'],
      ['b', 'drafters'],
      ['b', 'public'],
    ]);
    expect(narrowed).toEqual({ visibility: 'drafters', proposals: { b: 'public' } });
  });

  it('takes no proposal for a decision when something else has changed who may read', () => {
    const key: GivenVisibilityKey = { side: 'a', visibility: 'members', applied: false };
    expect(visibilityStory('public', [key])).toEqual({ visibility: 'public', proposals: {} });
  });
});
