import {
  boardStates,
  promisors,
  type BoardState,
  type Promisor,
} from '../../../shared/commitments/commitment.rules.js';
import type { CommitmentBrief } from '../../../shared/commitments/commitment.schema.js';
import { statesOf } from '../../../shared/commitments/standing.rules.js';

/** What the board is narrowed to. */
export interface BoardChoice {
  readonly state: BoardState | undefined;
  readonly promisor: Promisor | undefined;
  /** Only what is due before this day. */
  readonly before: string | undefined;
}

/** What the address asks for; what it does not say, or says wrongly, narrows nothing. */
export function choiceOf(search: URLSearchParams): BoardChoice {
  const before = search.get('before') ?? '';
  return {
    state: boardStates.find((one) => one === search.get('state')),
    promisor: promisors.find((one) => one === search.get('side')),
    before: /^\d{4}-\d{2}-\d{2}$/.test(before) ? before : undefined,
  };
}

/** The lines that are asked for, in the order in which they stand. */
export const chosen = (
  board: readonly CommitmentBrief[],
  { state, promisor, before }: BoardChoice,
): readonly CommitmentBrief[] =>
  board.filter(
    (one) =>
      (state === undefined || statesOf(one).includes(state)) &&
      (promisor === undefined || one.promisor === promisor) &&
      (before === undefined || (one.nextDue !== null && one.nextDue < before)),
  );

/** How many commitments are in each state; one may be in several. */
export const countedByState = (board: readonly CommitmentBrief[]): { state: BoardState; count: number }[] =>
  boardStates.map((state) => ({ state, count: board.filter((one) => statesOf(one).includes(state)).length }));
