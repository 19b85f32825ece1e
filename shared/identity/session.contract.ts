import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { login, oneTimeCode, password, sessionBrief, sessionView } from './account.schema.js';

export const readSession = contract({
  route: 'GET /api/session',
  summary: 'Who is signed in, and as which members',
  action: 'public.read',
  response: sessionView,
});

export const signIn = contract({
  route: 'POST /api/session',
  summary: 'Sign in with login and password',
  action: 'session.open',
  body: z.object({ login, password }),
  response: sessionView,
  failures: ['sign_in.refused', 'sign_in.busy', 'request.too_fast'],
});

export const stepUp = contract({
  route: 'POST /api/session/second-factor',
  summary: 'Prove the second factor with a one-time code or a recovery code',
  action: 'session.second_factor',
  body: z.object({ code: oneTimeCode }),
  response: sessionView,
  failures: ['session.needed', 'sign_in.code_refused', 'request.too_fast'],
});

export const confirmPassword = contract({
  route: 'POST /api/session/recent',
  summary: 'Prove again who one is, before changing what protects the account',
  action: 'session.step_up',
  body: z.object({ password }),
  response: sessionView,
  failures: ['sign_in.refused', 'request.too_fast'],
});

export const signOut = contract({
  route: 'DELETE /api/session',
  summary: 'Sign out here',
  action: 'session.close',
  status: 204,
});

export const listSessions = contract({
  route: 'GET /api/sessions',
  summary: 'Everywhere the account is signed in',
  action: 'account.view',
  response: z.object({ sessions: z.array(sessionBrief) }),
});

export const endSession = contract({
  route: 'DELETE /api/sessions/:session',
  summary: 'Sign out one other place',
  action: 'account.manage',
  params: z.object({ session: z.uuid() }),
  status: 204,
  failures: ['request.not_found'],
});

export const endOtherSessions = contract({
  route: 'DELETE /api/sessions',
  summary: 'Sign out everywhere else',
  action: 'account.manage',
  status: 204,
});

/** WebAuthn messages are made and read by the libraries of both ends; here they are carried as they are. */
const webAuthnMessage = z.record(z.string(), z.unknown());

export const beginPasskeySignIn = contract({
  route: 'POST /api/session/passkey/options',
  summary: 'Begin to sign in with a passkey',
  action: 'session.open',
  response: z.object({ challenge: z.string(), options: webAuthnMessage }),
  failures: ['request.too_fast'],
});

export const passkeySignIn = contract({
  route: 'POST /api/session/passkey',
  summary: 'Sign in with a passkey',
  action: 'session.open',
  body: z.object({ challenge: z.string().max(200), response: webAuthnMessage }),
  response: sessionView,
  failures: ['sign_in.refused', 'request.too_fast'],
});

export const beginOidc = contract({
  route: 'POST /api/session/oidc',
  summary: 'Begin to sign in at the configured provider; answers the address to go to',
  action: 'session.open',
  response: z.object({ address: z.string() }),
  failures: ['sign_in.not_configured'],
});

export const completeOidc = contract({
  route: 'POST /api/session/oidc/return',
  summary: 'Come back from the provider with its answer (the query string of the return address)',
  action: 'session.open',
  body: z.object({ query: z.string().max(4000) }),
  response: sessionView,
  failures: ['sign_in.refused', 'sign_in.not_configured'],
});
