import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { DisputeKind } from '../../../shared/translation/human-work.rules.js';
import type {
  TranslationDossier,
  TranslationNews,
  TranslationWork,
} from '../../../shared/translation/human-work.schema.js';
import type { RememberedSentence } from '../../../shared/translation/memory.schema.js';
import { call } from '../../lib/api-client';

/** One post in one language. */
export interface Translated {
  readonly dyad: string;
  readonly post: string;
  readonly language: string;
}

const dossierKey = ({ dyad, post, language }: Translated) => ['translation', dyad, post, language];

/** Everything there is of a post in one language. */
export const useDossier = (params: Translated): UseQueryResult<TranslationDossier> =>
  useQuery({
    queryKey: dossierKey(params),
    queryFn: () => call('GET /api/dyads/:dyad/posts/:post/translations/:language', { params: { ...params } }),
  });

/** What the memory has that is like the sentences of a post; of one revision it stays as long as the page is open. */
export const useRemembered = (params: Translated, revision: number): UseQueryResult<readonly RememberedSentence[]> =>
  useQuery({
    queryKey: [...dossierKey(params), 'memory', revision],
    queryFn: async () =>
      (await call('GET /api/dyads/:dyad/posts/:post/translations/:language/memory', { params: { ...params } }))
        .sentences,
    staleTime: Infinity,
  });

/** What one can do about a translation; each of these answers with what there is then. */
export type DossierAct =
  | { readonly act: 'accept'; readonly translation: string }
  | { readonly act: 'decline'; readonly translation: string; readonly reason: string }
  | { readonly act: 'dispute'; readonly translation: string; readonly kind: DisputeKind; readonly words: string }
  | { readonly act: 'refuse'; readonly dispute: string; readonly reason: string }
  | { readonly act: 'confirm'; readonly dispute: string }
  | { readonly act: 'take_up' };

function done(params: Translated, one: DossierAct): Promise<TranslationDossier> {
  const at = { ...params };
  switch (one.act) {
    case 'accept':
      return call('POST /api/dyads/:dyad/posts/:post/translations/:language/reviews', {
        params: at,
        body: { translation: one.translation },
      });
    case 'decline':
      return call('POST /api/dyads/:dyad/posts/:post/translations/:language/refusals', {
        params: at,
        body: { translation: one.translation, reason: one.reason },
      });
    case 'dispute':
      return call('POST /api/dyads/:dyad/posts/:post/translations/:language/disputes', {
        params: at,
        body: { translation: one.translation, kind: one.kind, words: one.words },
      });
    case 'refuse':
      return call('POST /api/dyads/:dyad/posts/:post/translations/:language/disputes/:dispute/refusal', {
        params: { ...at, dispute: one.dispute },
        body: { reason: one.reason },
      });
    case 'confirm':
      return call('POST /api/dyads/:dyad/posts/:post/translations/:language/disputes/:dispute/confirmation', {
        params: { ...at, dispute: one.dispute },
      });
    case 'take_up':
      return call('PUT /api/dyads/:dyad/posts/:post/translations/:language/claim', { params: at });
  }
}

export type ActOnDossier = UseMutationResult<TranslationDossier, Error, DossierAct>;

export function useActOnDossier(params: Translated): ActOnDossier {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (one: DossierAct) => done(params, one),
    onSuccess: (dossier) => client.setQueryData(dossierKey(params), dossier),
  });
}

export function useGiveBack(params: Translated): UseMutationResult<void, Error, void> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      call('DELETE /api/dyads/:dyad/posts/:post/translations/:language/claim', { params: { ...params } }),
    onSuccess: () => client.invalidateQueries({ queryKey: dossierKey(params) }),
  });
}

interface Written {
  readonly text: string;
  readonly revision: number;
}

/** Proposes a translation. @returns whether it waits for the other side */
export function usePropose(params: Translated): UseMutationResult<{ readonly waits: boolean }, Error, Written> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Written) =>
      call('PUT /api/dyads/:dyad/posts/:post/translations/:language', { params: { ...params }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: dossierKey(params) }),
  });
}

interface Waiting {
  readonly work: readonly TranslationWork[];
  readonly news: readonly TranslationNews[];
}

export const useTranslationWork = (dyad: string): UseQueryResult<Waiting> =>
  useQuery({
    queryKey: ['translation-work', dyad],
    queryFn: () => call('GET /api/dyads/:dyad/translation-work', { params: { dyad }, query: {} }),
  });

export function useDismissNews(dyad: string): UseMutationResult<void, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (news: string) => call('DELETE /api/dyads/:dyad/translation-news/:news', { params: { dyad, news } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['translation-work', dyad] }),
  });
}
