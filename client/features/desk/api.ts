import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { queueOfState, type DeskList, type DeskQueue } from '../../../shared/moderation/desk.rules.js';
import type { DeskContext, DeskItem, DeskPrecedents } from '../../../shared/moderation/desk.schema.js';
import { call } from '../../lib/api-client';
import { hasKeyed, openProposal, type Moderator } from './possible-acts';

export interface DeskPage {
  readonly items: DeskItem[];
  readonly counts: Record<DeskList, number>;
  /** From where the list goes on, if it does. */
  readonly next: string | null;
  readonly seq: number;
  /** The stream that tells what changes on this desk. */
  readonly stream: string;
}

const pageKey = (dyad: string, list: DeskList) => ['desk', dyad, list] as const;

export const useDesk = (dyad: string, list: DeskList): UseQueryResult<DeskPage> =>
  useQuery({
    queryKey: pageKey(dyad, list),
    queryFn: () => call('GET /api/dyads/:dyad/desk', { params: { dyad }, query: { queue: list } }),
    staleTime: Infinity,
    // A list that is not followed is not kept: whoever comes back to it reads it as it is then.
    gcTime: 0,
  });

/** How much stands in each list, as of the last thing that happened. */
export const useDeskCounts = (dyad: string): UseQueryResult<Record<DeskList, number>> =>
  useQuery({
    queryKey: ['desk-counts', dyad],
    queryFn: async () => (await call('GET /api/dyads/:dyad/desk', { params: { dyad }, query: { limit: 1 } })).counts,
  });

/** One item that is looked at by itself, whatever list it is in. */
export const useDeskItem = (dyad: string, item: string | null): UseQueryResult<DeskItem> =>
  useQuery({
    queryKey: ['desk-item', dyad, item],
    queryFn: () => readItem(dyad, item ?? ''),
    enabled: item !== null,
    staleTime: Infinity,
  });

/** One item as it stands now. */
export const readItem = (dyad: string, item: string): Promise<DeskItem> =>
  call('GET /api/dyads/:dyad/desk/:item', { params: { dyad, item } });

/** The list that an item stands in, if it is in one. */
export const queueOf = ({ state }: Pick<DeskItem, 'state'>): DeskQueue | undefined => queueOfState(state);

/** Whether an item still belongs where it is listed; what does not was decided, and says so. */
export function standsIn(list: DeskList, item: DeskItem, me: Moderator): boolean {
  if (list !== 'mine') return queueOf(item) === list;
  const proposal = openProposal(item);
  return proposal !== undefined && proposal.missing.includes(me.side) && !hasKeyed(proposal, me);
}

/** The later of two readings of an item: answers may come in another order than they were asked for. */
const later = (one: DeskItem, other: DeskItem): DeskItem => (other.version < one.version ? one : other);

/** A page with one item as it stands now, in its place. */
export const withItem = (page: DeskPage, item: DeskItem): DeskPage => ({
  ...page,
  items: page.items.map((one) => (one.id === item.id ? later(one, item) : one)),
});

/** What changes the lists as they are shown. */
export interface DeskStore {
  /** Shows an item as it stands now, wherever it is listed. */
  readonly put: (item: DeskItem) => void;
  /** Reads an item again, after something happened to it; silently not, where it cannot be read any more. */
  readonly reload: (item: string) => Promise<DeskItem | undefined>;
  /** Lets in what has come into a list. */
  readonly letIn: (list: DeskList) => Promise<void>;
  /** Goes on with a list that is longer than its page. */
  readonly readOn: (list: DeskList) => Promise<void>;
}

export function useDeskStore(dyad: string): DeskStore {
  const client = useQueryClient();
  const put = (item: DeskItem) => {
    client.setQueriesData<DeskPage>({ queryKey: ['desk', dyad] }, (page) => page && withItem(page, item));
    client.setQueryData<DeskItem>(['desk-item', dyad, item.id], (one) => (one ? later(one, item) : item));
  };
  return {
    put,
    reload: async (id) => {
      void client.invalidateQueries({ queryKey: ['desk-counts', dyad] });
      const item = await readItem(dyad, id).catch(() => undefined);
      if (item) put(item);
      return item;
    },
    letIn: (list) => client.invalidateQueries({ queryKey: pageKey(dyad, list) }),
    readOn: async (list) => {
      const page = client.getQueryData<DeskPage>(pageKey(dyad, list));
      if (!page?.next) return;
      const query = { queue: list, after: page.next };
      const more = await call('GET /api/dyads/:dyad/desk', { params: { dyad }, query });
      const known = new Set(page.items.map(({ id }) => id));
      const items = [...page.items, ...more.items.filter(({ id }) => !known.has(id))];
      client.setQueryData<DeskPage>(pageKey(dyad, list), { ...page, items, next: more.next });
    },
  };
}

/** What stands around an item. */
export const useDeskContext = (dyad: string, item: string, enabled: boolean): UseQueryResult<DeskContext> =>
  useQuery({
    queryKey: ['desk-context', dyad, item],
    queryFn: () => call('GET /api/dyads/:dyad/desk/:item/context', { params: { dyad, item } }),
    enabled,
  });

/** How alike words were decided before. */
export const useDeskPrecedents = (dyad: string, item: string, enabled: boolean): UseQueryResult<DeskPrecedents> =>
  useQuery({
    queryKey: ['desk-precedents', dyad, item],
    queryFn: () => call('GET /api/dyads/:dyad/desk/:item/precedents', { params: { dyad, item } }),
    enabled,
  });
