import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { SessionView } from '../../../shared/identity/account.schema.js';
import { call } from '../../lib/api-client';
import { drafts } from '../../lib/drafts';
import { liveChannel } from '../../lib/live-channel';

const key = ['session'];

/** Who is signed in, and as which members. */
export const useSession = (): UseQueryResult<SessionView> =>
  useQuery({ queryKey: key, queryFn: () => call('GET /api/session', {}) });

export interface Credentials {
  readonly login: string;
  readonly password: string;
}

/** What was known as somebody else is forgotten, but for the session itself. */
function useOpened(): (session: SessionView) => void {
  const client = useQueryClient();
  return (session) => {
    client.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
    client.setQueryData(key, session);
  };
}

export function useSignIn(): UseMutationResult<SessionView, Error, Credentials> {
  const opened = useOpened();
  return useMutation({ mutationFn: (body: Credentials) => call('POST /api/session', { body }), onSuccess: opened });
}

export function useSecondFactor(): UseMutationResult<SessionView, Error, string> {
  const opened = useOpened();
  return useMutation({
    mutationFn: (code: string) => call('POST /api/session/second-factor', { body: { code } }),
    onSuccess: opened,
  });
}

export function usePasskeySignIn(): UseMutationResult<SessionView, Error, void> {
  const opened = useOpened();
  return useMutation({
    mutationFn: async () => {
      const { startAuthentication } = await import('@simplewebauthn/browser');
      const { challenge, options } = await call('POST /api/session/passkey/options', {});
      const response = await startAuthentication({ optionsJSON: options as never });
      return call('POST /api/session/passkey', { body: { challenge, response: { ...response } } });
    },
    onSuccess: opened,
  });
}

export function useOidcReturn(): UseMutationResult<SessionView, Error, string> {
  const opened = useOpened();
  return useMutation({
    mutationFn: (query: string) => call('POST /api/session/oidc/return', { body: { query } }),
    onSuccess: opened,
  });
}

/** Signs out and leaves nothing of it on this device. */
export function useSignOut(): UseMutationResult<void, Error, void> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call('DELETE /api/session', {}),
    onSuccess: () => {
      drafts.forgetAll();
      liveChannel.close();
      client.clear();
    },
  });
}
