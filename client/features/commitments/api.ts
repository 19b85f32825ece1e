import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Results } from '../../../shared/contracts.js';
import type { CommitmentBrief } from '../../../shared/commitments/commitment.schema.js';
import type { CommitmentPart, CommitmentView } from '../../../shared/commitments/progress.schema.js';
import { call } from '../../lib/api-client';

/** What is asked for at once. */
const together = 100;

/** Every commitment of a dyad, by the next day that is due: the board is printed and counted as a whole. */
async function wholeBoard(dyad: string): Promise<CommitmentBrief[]> {
  const all: CommitmentBrief[] = [];
  for (let hasMore = true; hasMore;) {
    const query = { skip: all.length, limit: together };
    const page = await call('GET /api/dyads/:dyad/commitments', { params: { dyad }, query });
    all.push(...page.commitments);
    hasMore = page.hasMore;
  }
  return all;
}

export const useBoard = (dyad: string): UseQueryResult<CommitmentBrief[]> =>
  useQuery({ queryKey: ['commitments', dyad], queryFn: () => wholeBoard(dyad) });

export type Due = Results['GET /api/dyads/:dyad/due-milestones'];

/** What is due in the next while, and what should have been there already. */
export const useDue = (dyad: string): UseQueryResult<Due> =>
  useQuery({
    queryKey: ['commitments', dyad, 'due'],
    queryFn: () => call('GET /api/dyads/:dyad/due-milestones', { params: { dyad } }),
  });

/** How long the log takes to sign what was just written, and a while more, in milliseconds. */
const untilSigned = 2000;

/** A commitment; asked for again until each of its steps has its entry in the public record. */
export const useCommitment = (dyad: string, commitment: string): UseQueryResult<CommitmentView> =>
  useQuery({
    queryKey: ['commitment', dyad, commitment],
    queryFn: () => call('GET /api/dyads/:dyad/commitments/:commitment', { params: { dyad, commitment } }),
    refetchInterval: ({ state }) => state.data?.timeline.some(({ entry }) => entry === null) === true && untilSigned,
  });

/**
 * What the reader may do about a commitment now.
 * @param told the newest signal of the commitment: whatever was told may have changed it
 */
export const useOwnPart = (dyad: string, commitment: string, told: number): UseQueryResult<CommitmentPart> =>
  useQuery({
    queryKey: ['commitment-part', dyad, commitment, told],
    queryFn: () => call('GET /api/dyads/:dyad/commitments/:commitment/own-part', { params: { dyad, commitment } }),
    placeholderData: (before) => before,
  });
