import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { EgressView } from '../../../../shared/translation/egress.schema.js';
import { call } from '../../../lib/api-client';

/** Where texts may go; everybody may know. */
export const useEgress = (dyad: string): UseQueryResult<EgressView> =>
  useQuery({
    queryKey: ['egress', dyad],
    queryFn: () => call('GET /api/dyads/:dyad/egress', { params: { dyad } }),
  });

interface Withdrawal {
  readonly engine: string;
  readonly reason: string;
  readonly key: string;
}

export function useWithdrawEgress(dyad: string): UseMutationResult<EgressView, Error, Withdrawal> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ engine, key, ...body }: Withdrawal) =>
      call('POST /api/dyads/:dyad/egress/:engine/withdrawal', { params: { dyad, engine }, body }, { key }),
    onSuccess: (view) => client.setQueryData(['egress', dyad], view),
  });
}
