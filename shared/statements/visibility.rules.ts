import { statementVisibilities, type StatementVisibility } from './statement.rules.js';

/** What each side has proposed and the other has not answered: who may read the statement. */
export interface VisibilityProposals {
  readonly a?: StatementVisibility;
  readonly b?: StatementVisibility;
}

export interface VisibilityStory {
  readonly visibility: StatementVisibility;
  readonly proposals: VisibilityProposals;
}

const reach = (visibility: StatementVisibility): number => statementVisibilities.indexOf(visibility);

/** Whether more people could read than now. */
export const isWider = (wanted: StatementVisibility, now: StatementVisibility): boolean => reach(wanted) > reach(now);

/**
 * A drafter gives a key for their side. To show a draft to more people takes a key of each side to the same; to show it to
 * fewer takes one, since nobody is harmed by that, and it ends what was proposed before. A key to what is already so takes
 * one's own side's proposal back.
 */
export function withVisibilityKey(
  { visibility, proposals }: VisibilityStory,
  side: 'a' | 'b',
  wanted: StatementVisibility,
): VisibilityStory & { readonly applied: boolean } {
  const other = proposals[side === 'a' ? 'b' : 'a'];
  const isDecided = wanted !== visibility && (!isWider(wanted, visibility) || other === wanted);
  if (isDecided) return { visibility: wanted, proposals: {}, applied: true };
  const { [side]: _, ...left } = proposals;
  return { visibility, proposals: wanted === visibility ? left : { ...left, [side]: wanted }, applied: false };
}

/** A key as it was given before. */
export interface GivenVisibilityKey {
  readonly side: 'a' | 'b';
  readonly visibility: StatementVisibility;
  readonly applied: boolean;
}

/** What stands, from the visibility as it is now and all keys in the order in which they were given. */
export function visibilityStory(visibility: StatementVisibility, keys: readonly GivenVisibilityKey[]): VisibilityStory {
  const since = keys.slice(keys.findLastIndex(({ applied }) => applied) + 1);
  const proposals: { a?: StatementVisibility; b?: StatementVisibility } = {};
  for (const { side, visibility: wanted } of since) {
    if (isWider(wanted, visibility)) proposals[side] = wanted;
    else delete proposals[side];
  }
  return { visibility, proposals };
}
