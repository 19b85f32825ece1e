import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { AppealVerdict } from '../../../../shared/moderation/appeal.rules.js';
import type { AppealCase, Variation } from '../../../../shared/moderation/appeal.schema.js';
import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';
import { call } from '../../../lib/api-client';
import type { DeskStore } from '../api';

/** The newest appeal about an item, as it stands with this version of the item. */
export const useAppeal = (dyad: string, { id, version }: DeskItem): UseQueryResult<AppealCase> =>
  useQuery({
    queryKey: ['desk-appeal', dyad, id, version],
    queryFn: () => call('GET /api/dyads/:dyad/desk/:item/appeal', { params: { dyad, item: id } }),
  });

/** What is said from a seat of the panel that decides an appeal. */
export interface NewVerdict {
  readonly verdict: AppealVerdict;
  readonly variation: Variation | null;
  readonly reasons: Record<string, string>;
}

export function useAppealVerdict(
  dyad: string,
  item: string,
  appeal: string,
  store: DeskStore,
): UseMutationResult<AppealCase, Error, NewVerdict> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (verdict: NewVerdict) =>
      call('POST /api/dyads/:dyad/desk/:item/appeal/verdicts', {
        params: { dyad, item },
        body: { appeal, ...verdict },
      }),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['desk-appeal', dyad, item] });
      await store.reload(item);
    },
  });
}
