import {
  boardStates,
  promisors,
  type BoardState,
  type Promisor,
} from '../../../shared/commitments/commitment.rules.js';
import type { CommitmentBrief } from '../../../shared/commitments/commitment.schema.js';

/** The facts that states are read from. */
export type Standing = Pick<
  CommitmentBrief,
  'standing' | 'suspendedUntil' | 'overdue' | 'contested' | 'fulfilledAsClaimed' | 'fulfilledAsAssessed'
>;

/** Everything that holds of a commitment, in the order of the list of states; these are facts and no scale. */
export function statesOf(one: Standing): readonly BoardState[] {
  const facts: Readonly<Record<BoardState, boolean>> = {
    running: one.standing === 'running',
    overdue: one.overdue,
    contested: one.contested,
    suspended: one.standing === 'suspended',
    withdrawn: one.standing === 'withdrawn',
    superseded: one.standing === 'superseded',
    fulfilled_as_claimed: one.fulfilledAsClaimed,
    fulfilled_as_assessed: one.fulfilledAsAssessed,
  };
  return boardStates.filter((state) => facts[state]);
}

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
