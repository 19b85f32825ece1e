import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { CommitmentDraftView } from '../../../../shared/commitments/commitment.schema.js';
import { call } from '../../../lib/api-client';
import type { Content } from './draft-values';

export const useDrafts = (dyad: string): UseQueryResult<CommitmentDraftView[]> =>
  useQuery({
    queryKey: ['commitment-drafts', dyad],
    queryFn: async () => (await call('GET /api/dyads/:dyad/commitment-drafts', { params: { dyad } })).drafts,
  });

interface Saving {
  readonly content: Content;
  readonly key: string;
  /** The draft that is changed, and the content it is changed from; neither for a new one. */
  readonly draft?: { readonly id: string; readonly from: string };
}

/** Saves a draft; a new one, or one that stands there already. */
export function useSaveDraft(dyad: string): UseMutationResult<unknown, Error, Saving> {
  const client = useQueryClient();
  return useMutation<unknown, Error, Saving>({
    mutationFn: ({ content, key, draft }) =>
      draft
        ? call(
            'PUT /api/dyads/:dyad/commitment-drafts/:commitment',
            { params: { dyad, commitment: draft.id }, body: { content, from: draft.from } },
            { key },
          )
        : call('POST /api/dyads/:dyad/commitment-drafts', { params: { dyad }, body: { content } }, { key }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['commitment-drafts', dyad] }),
  });
}
