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
import type { Authorship, HistoryPage } from '../../../../shared/statements/history.schema.js';
import type { VersionBrief, VersionView } from '../../../../shared/statements/version.schema.js';
import { call } from '../../../lib/api-client';

/** A statement by the dyad it belongs to. */
export interface Place {
  readonly dyad: string;
  readonly statement: string;
}

interface VersionsPage {
  readonly versions: VersionBrief[];
  readonly more: boolean;
}

const versionsKey = ({ dyad, statement }: Place) => ['statement-versions', dyad, statement];

export const useVersions = (place: Place): UseInfiniteQueryResult<InfiniteData<VersionsPage>> =>
  useInfiniteQuery({
    queryKey: versionsKey(place),
    queryFn: ({ pageParam }) =>
      call('GET /api/dyads/:dyad/statements/:statement/versions', {
        params: { ...place },
        query: pageParam === undefined ? {} : { below: pageParam },
      }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ versions, more }) => (more ? versions.at(-1)?.number : undefined),
  });

/** A version never changes: it is fetched once. */
export const useVersion = (place: Place, number: number | undefined): UseQueryResult<VersionView> =>
  useQuery({
    queryKey: ['statement-version', place.dyad, place.statement, number],
    queryFn: () =>
      call('GET /api/dyads/:dyad/statements/:statement/versions/:version', { params: { ...place, version: number } }),
    enabled: number !== undefined,
    staleTime: Infinity,
  });

export function useKeepVersion(
  place: Place,
): UseMutationResult<{ number: number }, Error, { name: string; language: string }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { name: string; language: string }) =>
      call('POST /api/dyads/:dyad/statements/:statement/versions', { params: { ...place }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: versionsKey(place) }),
  });
}

export function useRestoreVersion(place: Place): UseMutationResult<{ number: number }, Error, number> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (version: number) =>
      call('POST /api/dyads/:dyad/statements/:statement/versions/:version/restoration', {
        params: { ...place, version },
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: versionsKey(place) });
      await client.invalidateQueries({ queryKey: ['statement', place.dyad, place.statement] });
    },
  });
}

const firstPage: { readonly from?: number; readonly upto?: number } = {};

/** The history as it is when it is opened: it does not grow while somebody looks at it. */
export const useHistory = (place: Place): UseInfiniteQueryResult<InfiniteData<HistoryPage>> =>
  useInfiniteQuery({
    queryKey: ['statement-history', place.dyad, place.statement],
    queryFn: ({ pageParam }) =>
      call('GET /api/dyads/:dyad/statements/:statement/history', { params: { ...place }, query: pageParam }),
    initialPageParam: firstPage,
    getNextPageParam: ({ steps, total, upto }) => {
      const last = steps.at(-1)?.number ?? total;
      return last < total ? { from: last + 1, upto } : undefined;
    },
    refetchOnWindowFocus: false,
    staleTime: Infinity,
    gcTime: 0,
  });

/** @param hash changes when the words do, so that they are asked for again */
export const useAuthorship = (place: Place, hash: string, wanted: boolean): UseQueryResult<Authorship> =>
  useQuery({
    queryKey: ['statement-authorship', place.dyad, place.statement, hash],
    queryFn: () => call('GET /api/dyads/:dyad/statements/:statement/authorship', { params: { ...place } }),
    enabled: wanted,
  });
