import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ResultOf } from '../../../shared/contract/contract.js';
import type { readFairness, readTransparency } from '../../../shared/moderation/fairness.contract.js';
import type { readTranslationStatistics } from '../../../shared/translation/statistics/translation-statistics.contract.js';
import { call } from '../../lib/api-client';

/** Whether the sides were treated alike in a month; without one, in the newest that is over. */
export const useFairness = (dyad: string, month?: string): UseQueryResult<ResultOf<typeof readFairness>> =>
  useQuery({
    queryKey: ['fairness', dyad, month],
    queryFn: () => call('GET /api/dyads/:dyad/fairness', { params: { dyad }, query: { month } }),
    placeholderData: keepPreviousData,
  });

/** What moderators did in a month; without one, in the newest that is over. */
export const useTransparency = (dyad: string, month?: string): UseQueryResult<ResultOf<typeof readTransparency>> =>
  useQuery({
    queryKey: ['transparency', dyad, month],
    queryFn: () => call('GET /api/dyads/:dyad/transparency', { params: { dyad }, query: { month } }),
    placeholderData: keepPreviousData,
  });

/** How translations reached readers by a month; without one, by the newest that is over. */
export const useTranslationStatistics = (
  dyad: string,
  month?: string,
): UseQueryResult<ResultOf<typeof readTranslationStatistics>> =>
  useQuery({
    queryKey: ['translation-statistics', dyad, month],
    queryFn: () => call('GET /api/dyads/:dyad/translation-statistics', { params: { dyad }, query: { month } }),
    placeholderData: keepPreviousData,
  });
