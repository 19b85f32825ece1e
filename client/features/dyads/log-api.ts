import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { LogView } from '../../../shared/record/log.contract.js';
import { call } from '../../lib/api-client';

/** How the log of a dyad stands: what is signed, and who has seen it. */
export const useLog = (dyad: string): UseQueryResult<LogView> =>
  useQuery({ queryKey: ['log', dyad], queryFn: () => call('GET /api/dyads/:dyad/log', { params: { dyad } }) });
