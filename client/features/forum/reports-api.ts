import {
  useInfiniteQuery,
  useMutation,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
} from '@tanstack/react-query';
import type { ReasonCode } from '../../../shared/moderation/reasons.js';
import type { OwnReportView } from '../../../shared/moderation/report.schema.js';
import { call } from '../../lib/api-client';

interface ReportPage {
  readonly reports: OwnReportView[];
  readonly hasMore: boolean;
}

const keyOf = (dyad: string) => ['own-reports', dyad];

/** One's own reports, newest first; earlier ones come page by page. */
export const useOwnReports = (dyad: string): UseInfiniteQueryResult<InfiniteData<ReportPage, string | undefined>> =>
  useInfiniteQuery({
    queryKey: keyOf(dyad),
    queryFn: ({ pageParam }) =>
      call('GET /api/dyads/:dyad/reports/mine', { params: { dyad }, query: pageParam ? { before: pageParam } : {} }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ reports, hasMore }) => (hasMore ? reports.at(-1)?.id : undefined),
  });

interface NewReport {
  readonly post: string;
  readonly reason: ReasonCode;
  readonly words: string;
}

/** Reports a post; the answer is the receipt. */
export function useReportPost(dyad: string): UseMutationResult<OwnReportView, Error, NewReport> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ post, ...body }: NewReport) =>
      call('POST /api/dyads/:dyad/posts/:post/report', { params: { dyad, post }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(dyad) }),
  });
}
