import {
  useInfiniteQuery,
  useMutation,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
} from '@tanstack/react-query';
import type { ContentKind } from '../../../shared/moderation/content-kind.rules.js';
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
  readonly kind: ContentKind;
  readonly content: string;
  readonly reason: ReasonCode;
  readonly words: string;
}

/** Reports something; the answer is the receipt. */
export function useReport(dyad: string): UseMutationResult<OwnReportView, Error, NewReport> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ kind, content, ...body }: NewReport) =>
      call('POST /api/dyads/:dyad/reports/:kind/:content', { params: { dyad, kind, content }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(dyad) }),
  });
}
