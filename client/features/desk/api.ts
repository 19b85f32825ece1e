import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import { queueOfState, type DeskQueue } from '../../../shared/moderation/desk.rules.js';
import type { DeskContext, DeskItem } from '../../../shared/moderation/desk.schema.js';
import type { ReasonCode } from '../../../shared/moderation/reasons.js';
import { call, CallFailure } from '../../lib/api-client';

export type Queue = DeskQueue;

export interface DeskPage {
  readonly items: DeskItem[];
  readonly counts: Record<Queue, number>;
  /** From where the next page goes on, if there is one. */
  readonly next: string | null;
  readonly seq: number;
  /** The stream that tells what changes on this desk. */
  readonly stream: string;
}

export const useDesk = (dyad: string, queue: Queue): UseQueryResult<DeskPage> =>
  useQuery({
    queryKey: ['desk', dyad, queue],
    queryFn: () => call('GET /api/dyads/:dyad/desk', { params: { dyad }, query: { queue } }),
    staleTime: Infinity,
  });

export type Decision =
  | { readonly act: 'approve'; readonly item: DeskItem }
  | { readonly act: 'release'; readonly item: DeskItem }
  | { readonly act: 'return' | 'hold'; readonly item: DeskItem; readonly reason: ReasonCode; readonly note: string };

/**
 * Decides about one item; a decided item stays in its place, greyed, and shows what became of it. Where a colleague was
 * faster, the item is shown as it stands now.
 */
export function useDecide(
  dyad: string,
  queue: Queue,
  reload: (item: string) => void,
): UseMutationResult<DeskItem, Error, Decision> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (decision: Decision) => decide(dyad, decision),
    onSuccess: (decided) =>
      client.setQueryData<DeskPage>(['desk', dyad, queue], (page) => page && withItem(page, decided)),
    onError: (failure, { item }) => {
      if (failure instanceof CallFailure && failure.code === 'moderation.version_outdated') reload(item.id);
    },
  });
}

/** The queue that an item stands in, if it is in one. */
export const queueOf = ({ state }: Pick<DeskItem, 'state'>): Queue | undefined => queueOfState(state);

/** A page with one item as it stands now, in its place, and counted where it stands. */
export function withItem(page: DeskPage, item: DeskItem): DeskPage {
  const before = page.items.find((one) => one.id === item.id);
  if (!before) return page;
  const counts = { ...page.counts };
  const [from, to] = [queueOf(before), queueOf(item)];
  if (from) counts[from] -= 1;
  if (to) counts[to] += 1;
  return { ...page, counts, items: page.items.map((one) => (one.id === item.id ? item : one)) };
}

/** What stands around an item. */
export const useDeskContext = (dyad: string, item: string, enabled: boolean): UseQueryResult<DeskContext> =>
  useQuery({
    queryKey: ['desk-context', dyad, item],
    queryFn: () => call('GET /api/dyads/:dyad/desk/:item/context', { params: { dyad, item } }),
    enabled,
  });

function decide(dyad: string, decision: Decision): Promise<DeskItem> {
  const { version, id: item } = decision.item;
  const params = { dyad, item };
  if (decision.act === 'approve')
    return call('POST /api/dyads/:dyad/desk/:item/approval', { params, body: { version } });
  if (decision.act === 'release')
    return call('POST /api/dyads/:dyad/desk/:item/release', { params, body: { version } });
  const body = { version, reason: decision.reason, note: decision.note };
  return decision.act === 'return'
    ? call('POST /api/dyads/:dyad/desk/:item/return', { params, body })
    : call('POST /api/dyads/:dyad/desk/:item/hold', { params, body });
}

/** One item as it stands now: after a colleague was faster. */
export const readItem = (dyad: string, item: string): Promise<DeskItem> =>
  call('GET /api/dyads/:dyad/desk/:item', { params: { dyad, item } });

interface NewHold {
  readonly post: string;
  readonly reason: ReasonCode;
  readonly note: string;
}

/** Holds a published post from where it stands. */
export function useHoldPost(dyad: string): UseMutationResult<DeskItem, Error, NewHold> {
  return useMutation({
    mutationFn: ({ post, ...body }: NewHold) =>
      call('POST /api/dyads/:dyad/posts/:post/hold', { params: { dyad, post }, body }),
  });
}
