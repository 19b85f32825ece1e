import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Results } from '../../../../shared/contracts.js';
import type { Language } from '../../../../shared/language/language.js';
import type { RatifiedStatement } from '../../../../shared/statements/ratified.schema.js';
import { call } from '../../../lib/api-client';

/** A ratified statement; not asked for without an id. */
export const useRatified = (dyad: string, statement: string | undefined): UseQueryResult<RatifiedStatement> =>
  useQuery({
    queryKey: ['ratified', dyad, statement],
    queryFn: () =>
      call('GET /api/dyads/:dyad/statements/:statement/ratified', { params: { dyad, statement: statement ?? '' } }),
    enabled: statement !== undefined,
  });

export type RatifiedBriefs = Results['GET /api/dyads/:dyad/ratified-statements']['statements'];

export const useRatifiedList = (dyad: string): UseQueryResult<RatifiedBriefs> =>
  useQuery({
    queryKey: ['ratified', dyad],
    queryFn: async () => (await call('GET /api/dyads/:dyad/ratified-statements', { params: { dyad } })).statements,
  });

export type RatifiedFile = Results['GET /api/dyads/:dyad/statements/:statement/ratified/files']['files'][number];

export const useRatifiedFiles = (dyad: string, statement: string, language: Language): UseQueryResult<RatifiedFile[]> =>
  useQuery({
    queryKey: ['ratified-files', dyad, statement, language],
    queryFn: async () =>
      (
        await call('GET /api/dyads/:dyad/statements/:statement/ratified/files', {
          params: { dyad, statement },
          query: { language },
        })
      ).files,
  });
