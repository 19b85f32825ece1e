import type { Side } from '../access/actor.js';

/** The seats of a panel: one of each side, one neutral. */
export const seats = ['a', 'b', 'neutral'] as const satisfies readonly Side[];

export const panelVerdicts = ['enact', 'restore'] as const;
export type PanelVerdict = (typeof panelVerdicts)[number];

/** Somebody who could sit on a panel: on call, and not too near to the case. */
export interface Candidate {
  readonly memberId: string;
  readonly side: Side;
  /** How often this person was drawn for this case before and did not answer. */
  readonly drawnBefore: number;
  /** A number that nobody chose: from the ids of the case and of the member. */
  readonly lot: string;
}

/** Who sits where. */
export type Panel<C extends Candidate = Candidate> = Readonly<Record<Side, C>>;

const earlier = (one: Candidate, other: Candidate): number =>
  one.drawnBefore - other.drawnBefore || (one.lot < other.lot ? -1 : 1);

/**
 * Draws a panel: of each side and of the neutrals the one with the lowest lot, of those who were drawn least. The lots do
 * not depend on sides, so exchanging the sides exchanges the seats and nothing else.
 * @returns nothing when a seat stays empty: then the case waits, and says so
 */
export function drawPanel<C extends Candidate>(candidates: readonly C[]): Panel<C> | undefined {
  const [a, b, neutral] = seats.map((side) => candidates.filter((one) => one.side === side).toSorted(earlier)[0]);
  return a && b && neutral && { a, b, neutral };
}

/** What the seats have said so far. */
export type Verdicts = Readonly<Partial<Record<Side, PanelVerdict>>>;

/**
 * What a panel has decided, once it has. A restriction needs two of three, one of them from the author's side or neutral;
 * two who would restore restore; when all have spoken and no restriction came of it, the words are restored.
 */
export function panelOutcome(verdicts: Verdicts, authorSide: Side): PanelVerdict | undefined {
  const forIt = seats.filter((side) => verdicts[side] === 'enact');
  const against = seats.filter((side) => verdicts[side] === 'restore');
  const isValid = forIt.some((side) => side === authorSide || side === 'neutral');
  if (forIt.length >= 2 && isValid) return 'enact';
  if (against.length >= 2 || forIt.length + against.length === seats.length) return 'restore';
  return undefined;
}
