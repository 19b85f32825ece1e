import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { AccountView, SessionBrief, SessionView } from '../../../shared/identity/account.schema.js';
import { call } from '../../lib/api-client';

export const useAccount = (): UseQueryResult<AccountView> =>
  useQuery({ queryKey: ['account'], queryFn: () => call('GET /api/account', {}) });

export const useSessions = (): UseQueryResult<SessionBrief[]> =>
  useQuery({ queryKey: ['sessions'], queryFn: async () => (await call('GET /api/sessions', {})).sessions });

/** A change of the account, after which everything about it is read again. */
export function useAccountChange<Input, Result>(
  change: (input: Input) => Promise<Result>,
): UseMutationResult<Result, Error, Input> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async () => {
      for (const key of ['account', 'sessions', 'session']) await client.invalidateQueries({ queryKey: [key] });
    },
  });
}

export const confirmPassword = (password: string) => call('POST /api/session/recent', { body: { password } });
export const confirmCode = (code: string) => call('POST /api/session/second-factor', { body: { code } });
export const changePassword = (password: string) => call('PUT /api/account/password', { body: { password } });
export const changeEmail = (email: string) =>
  call('PATCH /api/account', { body: { email: email === '' ? null : email } });
export const beginTotp = () => call('POST /api/account/totp/secret', {});
export const confirmTotp = (code: string) => call('POST /api/account/totp', { body: { code } });
export const removeTotp = () => call('DELETE /api/account/totp', {});
export const renewRecoveryCodes = () => call('POST /api/account/recovery-codes', {});
export const endSession = (session: string) => call('DELETE /api/sessions/:session', { params: { session } });
export const endOtherSessions = () => call('DELETE /api/sessions', {});
export const removePasskey = (passkey: string) =>
  call('DELETE /api/account/passkeys/:passkey', { params: { passkey } });

export async function addPasskey(name: string): Promise<AccountView> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const { challenge, options } = await call('POST /api/account/passkeys/options', {});
  const response = await startRegistration({ optionsJSON: options as never });
  return call('POST /api/account/passkeys', { body: { challenge, name, response: { ...response } } });
}

/** Proves who one is with a passkey: it opens a session in the place of the one there is. */
export async function confirmPasskey(): Promise<SessionView> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const { challenge, options } = await call('POST /api/session/passkey/options', {});
  const response = await startAuthentication({ optionsJSON: options as never });
  return call('POST /api/session/passkey', { body: { challenge, response: { ...response } } });
}

export const recoverAccount = (body: { readonly login: string; readonly code: string; readonly password: string }) =>
  call('POST /api/account/recovery', { body });
