import { keepPreviousData, useQueries, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import {
  citationKey,
  isCitation,
  type Citation,
  type KnownCitation,
} from '../../../../shared/statements/citation.rules.js';
import type { CitedForAll, CitedThing } from '../../../../shared/statements/citation.schema.js';
import { call } from '../../../lib/api-client';
import { lookUp } from './look-up';

/** The dyad whose texts are on the page; and what they cite, where the page came with it. */
interface Citing {
  readonly dyad: string;
  readonly known?: readonly CitedForAll[];
}

const CitingContext = createContext<Citing>({ dyad: '' });

export const CitingProvider = CitingContext.Provider;

export const useCitingDyad = (): string => useContext(CitingContext).dyad;

/** What is cited, by key: nothing where it is not there; what is not in it could not be looked up yet. */
export type Cited = ReadonlyMap<string, CitedThing | null>;

const queryKey = (dyad: string, cites: Citation) => ['cited', dyad, citationKey(cites)];

export function useCited(citations: readonly Citation[]): Cited {
  const { dyad, known } = useContext(CitingContext);
  const asked = known ? [] : citations.filter((cites): cites is KnownCitation => isCitation(cites));
  const answers = useQueries({
    queries: asked.map((cites) => ({ queryKey: queryKey(dyad, cites), queryFn: () => lookUp(dyad, cites) })),
  });
  const looked = asked.flatMap((cites, at) => {
    const data = answers[at]?.data;
    return data === undefined ? [] : [[citationKey(cites), data] as const];
  });
  const unknown = citations
    .filter((cites) => known ?? !isCitation(cites))
    .map((cites) => [citationKey(cites), null] as const);
  return new Map([...unknown, ...(known ?? []).map((thing) => [citationKey(thing), thing] as const), ...looked]);
}

/** One citation by itself, for the page at its address. */
export const useOneCited = (dyad: string, cites: KnownCitation): UseQueryResult<CitedThing | null> =>
  useQuery({ queryKey: queryKey(dyad, cites), queryFn: () => lookUp(dyad, cites) });

/** What can be cited and has these words; what was found before stays until there is an answer. */
export function useCitable(words: string): UseQueryResult<CitedThing[]> {
  const dyad = useCitingDyad();
  return useQuery({
    queryKey: ['citable', dyad, words],
    queryFn: async () => (await call('GET /api/dyads/:dyad/citable', { params: { dyad }, query: { words } })).things,
    placeholderData: keepPreviousData,
  });
}

/** Keeps what somebody found, so that its footnote says at once what it is. */
export function useRememberCited(): (thing: CitedThing) => void {
  const dyad = useCitingDyad();
  const client = useQueryClient();
  return (thing) => client.setQueryData(queryKey(dyad, thing), thing);
}
