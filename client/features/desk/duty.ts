import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { DutyView } from '../../../shared/moderation/roster.schema.js';
import { call } from '../../lib/api-client';

/** The moderators of both sides, and who is on call. */
export const useRoster = (dyad: string): UseQueryResult<DutyView[]> =>
  useQuery({
    queryKey: ['roster', dyad],
    queryFn: async () => (await call('GET /api/dyads/:dyad/roster', { params: { dyad } })).roster,
  });

/** Says that one is on call, or away. */
export function useOwnDuty(dyad: string): UseMutationResult<DutyView, Error, boolean> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (onCall: boolean) => call('PUT /api/dyads/:dyad/roster/own', { params: { dyad }, body: { onCall } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['roster', dyad] }),
  });
}
