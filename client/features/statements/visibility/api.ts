import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { StatementVisibility } from '../../../../shared/statements/statement.rules.js';
import type {
  PublicDraft,
  PublicDraftBrief,
  StatementVisibilityView,
} from '../../../../shared/statements/visibility.schema.js';
import { call } from '../../../lib/api-client';

const visibilityKey = (dyad: string, statement: string) => ['statement-visibility', dyad, statement];

/** @param told the newest signal of the statement: whatever was told may have been about this */
export const useVisibility = (dyad: string, statement: string, told: number): UseQueryResult<StatementVisibilityView> =>
  useQuery({
    queryKey: [...visibilityKey(dyad, statement), told],
    queryFn: () => call('GET /api/dyads/:dyad/statements/:statement/visibility', { params: { dyad, statement } }),
    placeholderData: (before) => before,
  });

export function useGiveVisibilityKey(
  dyad: string,
  statement: string,
): UseMutationResult<StatementVisibilityView, Error, StatementVisibility> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (visibility: StatementVisibility) =>
      call('POST /api/dyads/:dyad/statements/:statement/visibility', {
        params: { dyad, statement },
        body: { visibility },
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: visibilityKey(dyad, statement) }),
  });
}

export const usePublicDrafts = (dyad: string): UseQueryResult<PublicDraftBrief[]> =>
  useQuery({
    queryKey: ['drafts', dyad],
    queryFn: async () => (await call('GET /api/dyads/:dyad/drafts', { params: { dyad } })).drafts,
  });

export const usePublicDraft = (dyad: string, statement: string): UseQueryResult<PublicDraft> =>
  useQuery({
    queryKey: ['draft', dyad, statement],
    queryFn: () => call('GET /api/dyads/:dyad/drafts/:statement', { params: { dyad, statement } }),
  });
