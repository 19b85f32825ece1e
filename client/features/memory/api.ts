import {
  useInfiniteQuery,
  useMutation,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
} from '@tanstack/react-query';
import type { MemoryFormat } from '../../../shared/translation/interchange.rules.js';
import type { ImportReport } from '../../../shared/translation/interchange.schema.js';
import { memoryLimits } from '../../../shared/translation/memory.rules.js';
import type { MemoryPage } from '../../../shared/translation/memory.schema.js';
import { call } from '../../lib/api-client';

/** The entries that say some words, or all; the newest first. */
export const useMemory = (dyad: string, words: string): UseInfiniteQueryResult<InfiniteData<MemoryPage>> => {
  const sought = words.trim().length < memoryLimits.words.shortest ? {} : { words: words.trim() };
  return useInfiniteQuery({
    queryKey: ['memory', dyad, sought],
    queryFn: ({ pageParam }) =>
      call('GET /api/dyads/:dyad/memory', {
        params: { dyad },
        query: { ...sought, ...(pageParam === undefined ? {} : { after: pageParam }) },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: (earlier) => earlier,
  });
};

/** What one does with an entry: its page is read anew afterwards. */
export function useEntryAct(dyad: string, entry: string): UseMutationResult<void, Error, 'confirm' | 'remove'> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (act) => {
      const params = { dyad, entry };
      await (act === 'confirm'
        ? call('PUT /api/dyads/:dyad/memory/:entry/confirmation', { params })
        : call('DELETE /api/dyads/:dyad/memory/:entry', { params }));
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['memory', dyad] }),
  });
}

/** A file, and whether it is to be kept or only looked through. */
export interface GivenFile {
  readonly format: MemoryFormat;
  readonly fileName: string;
  readonly content: string;
  readonly isByPeople: boolean;
  readonly isTrial: boolean;
}

export function useImport(dyad: string): UseMutationResult<ImportReport, Error, GivenFile> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body) => call('POST /api/dyads/:dyad/memory/imports', { params: { dyad }, body }),
    onSuccess: (_, { isTrial }) => {
      if (!isTrial) void client.invalidateQueries({ queryKey: ['memory', dyad] });
    },
  });
}
