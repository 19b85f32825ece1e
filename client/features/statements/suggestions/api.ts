import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { SuggestionBrief, SuggestionView } from '../../../../shared/statements/suggestion.schema.js';
import { call } from '../../../lib/api-client';

/** A statement by the dyad it belongs to. */
interface Place {
  readonly dyad: string;
  readonly statement: string;
}

/** One of its suggestions. */
export interface SuggestionPlace extends Place {
  readonly suggestion: string;
}

export const useSuggestions = (place: Place): UseQueryResult<SuggestionBrief[]> =>
  useQuery({
    queryKey: ['suggestions', place.dyad, place.statement],
    queryFn: async () =>
      (await call('GET /api/dyads/:dyad/statements/:statement/suggestions', { params: { ...place } })).suggestions,
  });

export const useSuggestion = (place: SuggestionPlace): UseQueryResult<SuggestionView> =>
  useQuery({
    queryKey: ['suggestion', place.dyad, place.statement, place.suggestion],
    queryFn: () => call('GET /api/dyads/:dyad/statements/:statement/suggestions/:suggestion', { params: { ...place } }),
  });

export const useOpenSuggestion = (
  place: Place,
): UseMutationResult<{ suggestion: string }, Error, { note: string; language: string }> =>
  useMutation({
    mutationFn: (body: { note: string; language: string }) =>
      call('POST /api/dyads/:dyad/statements/:statement/suggestions', { params: { ...place }, body }),
  });

/** What is decided about a suggestion. */
export type SuggestionAct =
  | { readonly type: 'accept'; readonly hash: string }
  | { readonly type: 'decline'; readonly reason: string; readonly language: string }
  | { readonly type: 'withdraw' };

export function useSuggestionAct(place: SuggestionPlace): UseMutationResult<unknown, Error, SuggestionAct> {
  const client = useQueryClient();
  const params = { ...place };
  return useMutation<unknown, Error, SuggestionAct>({
    mutationFn: (act) => {
      switch (act.type) {
        case 'accept':
          return call('POST /api/dyads/:dyad/statements/:statement/suggestions/:suggestion/keys', {
            params,
            body: { hash: act.hash },
          });
        case 'decline':
          return call('POST /api/dyads/:dyad/statements/:statement/suggestions/:suggestion/refusal', {
            params,
            body: { reason: act.reason, language: act.language },
          });
        case 'withdraw':
          return call('DELETE /api/dyads/:dyad/statements/:statement/suggestions/:suggestion', { params });
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['suggestion', place.dyad, place.statement] }),
  });
}
