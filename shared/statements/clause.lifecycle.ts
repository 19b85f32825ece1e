import type { Side } from '../access/actor.js';

/**
 * How far a clause is, by the one-text procedure. A key is given to exactly the texts somebody saw: when the texts
 * change, keys to the earlier ones count no more, and the clause is open again.
 */
export const clauseStates = ['open', 'agreed_by_a', 'agreed_by_b', 'agreed', 'aligned', 'frozen'] as const;
export type ClauseState = (typeof clauseStates)[number];

/** `agree`: this is what we want to say. `align`: both texts say the same, as a native of one of them reads it. */
export const keyKinds = ['agree', 'align'] as const;
export type KeyKind = (typeof keyKinds)[number];

export interface ClauseKey {
  readonly side: Side;
  readonly kind: KeyKind;
  /** The hash of the texts it was given to. */
  readonly hash: string;
  /** Taken back later. */
  readonly withdrawn: boolean;
}

export interface ClauseStory {
  /** The hash of the texts as they are now. */
  readonly hash: string;
  readonly hasBothTexts: boolean;
  readonly isFrozen: boolean;
  readonly keys: readonly ClauseKey[];
}

/** The state of a clause. Neither side's key counts more, and who is neutral has none. */
export function stateOfClause({ hash, hasBothTexts, isFrozen, keys }: ClauseStory): ClauseState {
  if (isFrozen) return 'frozen';
  if (!hasBothTexts) return 'open';
  const holds = (side: Side, kind: KeyKind): boolean =>
    keys.some((key) => key.side === side && key.kind === kind && key.hash === hash && !key.withdrawn);
  const [a, b] = [holds('a', 'agree'), holds('b', 'agree')];
  if (a && b) return holds('a', 'align') && holds('b', 'align') ? 'aligned' : 'agreed';
  if (a) return 'agreed_by_a';
  return b ? 'agreed_by_b' : 'open';
}

/** Sides whose agreement fell because the texts changed after it was given. */
export function fallenSides({ hash, keys }: Pick<ClauseStory, 'hash' | 'keys'>): ('a' | 'b')[] {
  return (['a', 'b'] as const).filter((side) => {
    const own = keys.filter((key) => key.side === side && key.kind === 'agree' && !key.withdrawn);
    return own.length > 0 && own.every((key) => key.hash !== hash);
  });
}
