import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { Followed } from '../../../../shared/commitments/following.contract.js';
import { call } from '../../../lib/api-client';

/** What the reader follows, and what moved of it. */
export const useFollowed = (dyad: string): UseQueryResult<Followed> =>
  useQuery({
    queryKey: ['followed-commitments', dyad],
    queryFn: () => call('GET /api/dyads/:dyad/followed-commitments', { params: { dyad } }),
  });

/** Asks anew what moved. */
export function useForgetFollowed(dyad: string): () => void {
  const client = useQueryClient();
  return () => void client.invalidateQueries({ queryKey: ['followed-commitments', dyad] });
}

/** Begins to follow a commitment, or all without one, and ends it. */
export function useFollow(dyad: string, commitment: string | undefined): UseMutationResult<void, Error, boolean> {
  const one = commitment === undefined ? undefined : { params: { dyad, commitment } };
  return useMutation({
    mutationFn: (follows) => {
      if (one && follows) return call('PUT /api/dyads/:dyad/followed-commitments/:commitment', one);
      if (one) return call('DELETE /api/dyads/:dyad/followed-commitments/:commitment', one);
      const all = { params: { dyad } };
      return follows
        ? call('PUT /api/dyads/:dyad/followed-commitments', all)
        : call('DELETE /api/dyads/:dyad/followed-commitments', all);
    },
    onSuccess: useForgetFollowed(dyad),
  });
}

/** Says that the reader has seen what moved, as far as it was shown. */
export function useSee(dyad: string): UseMutationResult<void, Error, Followed['moved']> {
  return useMutation({
    mutationFn: (moved) => {
      const seen = moved.map(({ commitment, rev }) => ({ commitment, rev }));
      return call('POST /api/dyads/:dyad/followed-commitments/seen', { params: { dyad }, body: { seen } });
    },
    onSuccess: useForgetFollowed(dyad),
  });
}
