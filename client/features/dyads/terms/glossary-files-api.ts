import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import type { CallOf } from '../../../../shared/contract/contract.js';
import type { prepareGlossaryImport } from '../../../../shared/translation/glossary-files.contract.js';
import type {
  GlossaryImportView,
  PreparedGlossaryImport,
} from '../../../../shared/translation/glossary-files.schema.js';
import { call } from '../../../lib/api-client';

export type GlossaryFile = CallOf<typeof prepareGlossaryImport>['body'];

/** Has a file read beside the glossary: nothing changes by it. */
export const useReadFile = (dyad: string): UseMutationResult<PreparedGlossaryImport, Error, GlossaryFile> =>
  useMutation({
    mutationFn: (body) => call('POST /api/dyads/:dyad/glossary/imports', { params: { dyad }, body }),
  });

/** All that a file would do to the glossary; it never becomes anything else. */
export const useGlossaryImport = (dyad: string, id: string): UseQueryResult<GlossaryImportView> =>
  useQuery({
    queryKey: ['glossary-import', dyad, id],
    queryFn: () => call('GET /api/dyads/:dyad/glossary/imports/:import', { params: { dyad, import: id } }),
    staleTime: Infinity,
  });
