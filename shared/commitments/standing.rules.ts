import { boardStates, type BoardState } from './commitment.rules.js';
import type { CommitmentBrief } from './commitment.schema.js';

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
