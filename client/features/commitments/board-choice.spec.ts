import { describe, expect, it } from 'vitest';
import { boardStates } from '../../../shared/commitments/commitment.rules.js';
import type { CommitmentBrief } from '../../../shared/commitments/commitment.schema.js';
import { statesOf } from '../../../shared/commitments/standing.rules.js';
import { choiceOf, chosen, countedByState } from './board-choice';

const silent = { share: null, n: 0 };

const commitment = (part: Partial<CommitmentBrief>): CommitmentBrief => ({
  id: '0190f5a0-0000-7000-8000-000000000001',
  promisor: 'a',
  title: { bg: 'Вода', mk: 'Вода' },
  origin: { type: 'clause', statement: '0190f5a0-0000-7000-8000-000000000002', clause: 1 },
  organisations: [],
  deadline: '2026-12-31',
  adoptedOn: '2026-05-03',
  milestones: 2,
  erased: [],
  standing: 'running',
  suspendedUntil: null,
  overdue: false,
  contested: false,
  fulfilledAsClaimed: false,
  fulfilledAsAssessed: false,
  nextDue: '2026-09-01',
  progress: { promisor: silent, otherSide: silent, evaluators: silent },
  ...part,
});

const board = [
  commitment({}),
  commitment({ promisor: 'b', overdue: true, contested: true, nextDue: '2026-03-01' }),
  commitment({ promisor: 'joint', standing: 'withdrawn', nextDue: null }),
];
const asked = (address: string) => chosen(board, choiceOf(new URLSearchParams(address)));

describe('the board', () => {
  it('shows everything when the address asks for nothing, or for what there is not', () => {
    expect(asked('')).toEqual(board);
    expect(asked('state=lost&side=c&before=soon')).toEqual(board);
  });

  it('is narrowed by state, by whose promise it is and by what is due, each and together', () => {
    expect(asked('state=contested')).toEqual([board[1]]);
    expect(asked('state=running')).toEqual([board[0], board[1]]);
    expect(asked('side=joint')).toEqual([board[2]]);
    expect(asked('before=2026-09-01')).toEqual([board[1]]);
    expect(asked('before=2026-09-02')).toEqual([board[0], board[1]]);
    expect(asked('side=a&state=overdue')).toEqual([]);
  });

  it('tells every state that holds, and counts it', () => {
    expect(statesOf(commitment({ overdue: true, fulfilledAsClaimed: true }))).toEqual([
      'running',
      'overdue',
      'fulfilled_as_claimed',
    ]);
    const counted = countedByState(board);
    expect(counted.map(({ state }) => state)).toEqual(boardStates);
    expect(counted.filter(({ count }) => count > 0)).toEqual([
      { state: 'running', count: 2 },
      { state: 'overdue', count: 1 },
      { state: 'contested', count: 1 },
      { state: 'withdrawn', count: 1 },
    ]);
  });
});
