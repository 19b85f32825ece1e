import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';
import type { BulkResult } from '../../../../shared/moderation/proposal.contract.js';
import type { ProposalDraft } from '../../../../shared/moderation/proposal.schema.js';
import { call } from '../../../lib/api-client';
import type { DeskStore } from '../api';

/** Proposes one decision about several items; each has a result of its own. */
export function useProposeTogether(
  dyad: string,
  store: DeskStore,
): UseMutationResult<BulkResult[], Error, { items: readonly DeskItem[]; draft: ProposalDraft }> {
  return useMutation({
    mutationFn: async ({ items, draft: { passages: _none, ...draft } }) => {
      const body = { ...draft, items: items.map(({ id, version }) => ({ item: id, version })) };
      return (await call('POST /api/dyads/:dyad/bulk-proposals', { params: { dyad }, body })).results;
    },
    onSuccess: (results) => showResults(results, store),
  });
}

/** Gives keys for several items that were proposed together, each for exactly what was read. */
export function useBulkKeys(
  dyad: string,
  bulk: string,
  store: DeskStore,
): UseMutationResult<BulkResult[], Error, readonly DeskItem[]> {
  return useMutation({
    mutationFn: async (items) => {
      const keys = items.flatMap(({ id, proposal }) =>
        proposal ? [{ item: id, actionHash: proposal.actionHash }] : [],
      );
      const input = { params: { dyad, bulk }, body: { items: keys } };
      return (await call('POST /api/dyads/:dyad/bulk-proposals/:bulk/keys', input)).results;
    },
    onSuccess: (results) => showResults(results, store),
  });
}

/** What was done is shown as it stands; what was refused is read again, since it may have changed. */
function showResults(results: readonly BulkResult[], store: DeskStore): void {
  for (const { item, card } of results)
    if (card) store.put(card);
    else void store.reload(item);
}

/** Everything that waits for keys and was proposed together with one item. */
export const useBulkItems = (dyad: string, bulk: string): UseQueryResult<DeskItem[]> =>
  useQuery({
    queryKey: ['desk-bulk', dyad, bulk],
    queryFn: async () => {
      const found: DeskItem[] = [];
      for (let after: string | null | undefined = undefined; after !== null;) {
        const page: { items: DeskItem[]; next: string | null } = await call('GET /api/dyads/:dyad/desk', {
          params: { dyad },
          query: { queue: 'proposed', limit: 50, after },
        });
        found.push(...page.items.filter(({ proposal }) => proposal?.bulk === bulk));
        after = page.next;
      }
      return found;
    },
  });
