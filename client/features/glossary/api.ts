import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { GlossaryView } from '../../../shared/translation/glossary.schema.js';
import { call } from '../../lib/api-client';

/** The glossary in force, or an earlier version of it. */
export const useGlossary = (dyad: string, version?: number): UseQueryResult<GlossaryView> =>
  useQuery({
    queryKey: ['glossary', dyad, version],
    queryFn: () => call('GET /api/dyads/:dyad/glossary', { params: { dyad }, query: { version } }),
  });
