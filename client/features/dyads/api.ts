import {
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { CharterView, DisclosureView, DyadView, OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import type { OrganisationView } from '../../../shared/dyads/organisation.schema.js';
import type { RecordEntry } from '../../../shared/record/record.contract.js';
import { call } from '../../lib/api-client';

export const useDyads = (): UseQueryResult<DyadView[]> =>
  useQuery({ queryKey: ['dyads'], queryFn: async () => (await call('GET /api/dyads', {})).dyads });

export const useDyad = (dyad: string): UseQueryResult<DyadView> =>
  useQuery({ queryKey: ['dyad', dyad], queryFn: () => call('GET /api/dyads/:dyad', { params: { dyad } }) });

/** The charter in force, or an earlier version of it. */
export const useCharter = (dyad: string, version?: number): UseQueryResult<CharterView> =>
  useQuery({
    queryKey: ['charter', dyad, version],
    queryFn: () => call('GET /api/dyads/:dyad/charter', { params: { dyad }, query: { version } }),
    placeholderData: keepPreviousData,
  });

/** One version of the charter, in force or earlier; not asked for without a number. */
export const useCharterVersion = (dyad: string, version: number | null): UseQueryResult<CharterView> =>
  useQuery({
    queryKey: ['charter', dyad, version],
    queryFn: () => call('GET /api/dyads/:dyad/charter', { params: { dyad }, query: { version: version ?? undefined } }),
    enabled: version !== null,
  });

export const useDisclosures = (dyad: string): UseQueryResult<DisclosureView[]> =>
  useQuery({
    queryKey: ['disclosures', dyad],
    queryFn: async () => (await call('GET /api/dyads/:dyad/disclosures', { params: { dyad } })).disclosures,
  });

export const useOrganisations = (dyad: string): UseQueryResult<OrganisationView[]> =>
  useQuery({
    queryKey: ['organisations', dyad],
    queryFn: async () => (await call('GET /api/dyads/:dyad/organisations', { params: { dyad } })).organisations,
  });

export const useRecord = (dyad: string): UseQueryResult<RecordEntry[]> =>
  useQuery({
    queryKey: ['record', dyad],
    queryFn: async () => (await call('GET /api/dyads/:dyad/record', { params: { dyad } })).entries,
  });

/** Who the reader is in this dyad; off for visitors. */
export const useOwnMember = (dyad: string, isMember: boolean): UseQueryResult<OwnMemberView> =>
  useQuery({
    queryKey: ['me', dyad],
    queryFn: () => call('GET /api/dyads/:dyad/members/me', { params: { dyad } }),
    enabled: isMember,
  });

type OwnChange = Partial<
  Pick<OwnMemberView, 'writesIn' | 'reading' | 'readingByLanguage' | 'reads' | 'writes' | 'credited'>
>;

export function useChangeOwnMember(dyad: string): UseMutationResult<OwnMemberView, Error, OwnChange> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: OwnChange) => call('PATCH /api/dyads/:dyad/members/me', { params: { dyad }, body }),
    onSuccess: (me) => client.setQueryData(['me', dyad], me),
  });
}

export function useRenameOwnMember(dyad: string): UseMutationResult<OwnMemberView, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (pseudonym: string) =>
      call('PUT /api/dyads/:dyad/members/me/pseudonym', { params: { dyad }, body: { pseudonym } }),
    onSuccess: (me) => client.setQueryData(['me', dyad], me),
  });
}

export function useAcceptCharter(dyad: string): UseMutationResult<OwnMemberView, Error, number> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (version: number) =>
      call('POST /api/dyads/:dyad/charter/acceptance', { params: { dyad }, body: { version } }),
    onSuccess: async (me) => {
      client.setQueryData(['me', dyad], me);
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === dyad });
    },
  });
}
