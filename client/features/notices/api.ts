import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { Results } from '../../../shared/contracts.js';
import type { NoticeView } from '../../../shared/moderation/notice.schema.js';
import { call } from '../../lib/api-client';

type NoticePage = Results['GET /api/dyads/:dyad/notices'];
export type NoticePages = InfiniteData<NoticePage>;

/** What moderators told the reader; off for those who are no members. */
export const useNotices = (dyad: string, isMember = true): UseInfiniteQueryResult<NoticePages> =>
  useInfiniteQuery({
    queryKey: ['notices', dyad],
    queryFn: ({ pageParam }) =>
      call('GET /api/dyads/:dyad/notices', {
        params: { dyad },
        query: pageParam === undefined ? {} : { after: pageParam },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ notices, hasMore }) => (hasMore ? notices.at(-1)?.id : undefined),
    enabled: isMember,
  });

export const useNotice = (dyad: string, notice: string): UseQueryResult<NoticeView> =>
  useQuery({
    queryKey: ['notice', dyad, notice],
    queryFn: () => call('GET /api/dyads/:dyad/notices/:notice', { params: { dyad, notice } }),
  });

/** Reads anew what depends on notices: what the reader may do changes with them, and so do the pages. */
export function useForgetNotices(dyad: string): () => void {
  const client = useQueryClient();
  return () => {
    void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === dyad });
  };
}

export function useAcknowledge(dyad: string, notice: string): UseMutationResult<NoticeView, Error, void> {
  const client = useQueryClient();
  const forget = useForgetNotices(dyad);
  return useMutation({
    mutationFn: () => call('POST /api/dyads/:dyad/notices/:notice/acknowledgement', { params: { dyad, notice } }),
    onSuccess: (read) => {
      client.setQueryData(['notice', dyad, notice], read);
      forget();
    },
  });
}

interface WrittenAppeal {
  readonly words: string;
  readonly language: string;
  readonly key: string;
}

export function useAppeal(dyad: string, notice: string): UseMutationResult<NoticeView, Error, WrittenAppeal> {
  const client = useQueryClient();
  const forget = useForgetNotices(dyad);
  return useMutation({
    mutationFn: ({ key, ...body }: WrittenAppeal) =>
      call('POST /api/dyads/:dyad/notices/:notice/appeal', { params: { dyad, notice }, body }, { key }),
    onSuccess: (appealed) => {
      client.setQueryData(['notice', dyad, notice], appealed);
      forget();
    },
  });
}
