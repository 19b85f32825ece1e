import { useInfiniteQuery, type InfiniteData, type UseInfiniteQueryResult } from '@tanstack/react-query';
import type { RecordEntry } from '../../../shared/record/record.contract.js';
import { call } from '../../lib/api-client';

interface RecordPage {
  readonly entries: RecordEntry[];
  readonly hasMore: boolean;
}

/** The whole public record, newest first, page by page down to its first entry. */
export const useRecordPages = (dyad: string): UseInfiniteQueryResult<InfiniteData<RecordPage, number | undefined>> =>
  useInfiniteQuery({
    queryKey: ['record-pages', dyad],
    queryFn: ({ pageParam }) =>
      call('GET /api/dyads/:dyad/record', { params: { dyad }, query: { before: pageParam, limit: 100 } }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ entries, hasMore }) => (hasMore ? entries.at(-1)?.seq : undefined),
  });
