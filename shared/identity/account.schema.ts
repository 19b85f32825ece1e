import { z } from 'zod';
import { languageCodes } from '../language/language.js';

const passwordMaximum = 256;

/** What people sign in with: chosen by them, shown to nobody. */
export const login = z
  .string()
  .min(3)
  .max(40)
  .regex(/^[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?$/);

/** Length and commonness are judged by the use case, which has words for it; here only what can be a password at all. */
export const password = z.string().min(1).max(passwordMaximum);

/** Six digits of an authenticator app, or one of the printed recovery codes. */
export const oneTimeCode = z
  .string()
  .min(6)
  .max(24)
  .regex(/^[0-9a-zA-Z -]+$/);

export const uiLanguage = z.enum(languageCodes);

/** The dyads an account belongs to; each under its own pseudonym, which only the owner of the account sees together. */
const membershipBrief = z.object({
  dyad: z.string(),
  memberId: z.uuid(),
  pseudonym: z.string(),
  side: z.enum(['a', 'b', 'neutral']),
  roles: z.array(z.enum(['citizen', 'moderator', 'drafter', 'evaluator', 'steward'])),
});

/** What the owner of an account sees of it. */
export const accountView = z.object({
  login: z.string(),
  language: uiLanguage,
  email: z.string().nullable(),
  passkeys: z.array(
    z.object({ id: z.uuid(), name: z.string(), addedOn: z.iso.date(), lastUsedOn: z.iso.date().nullable() }),
  ),
  hasPassword: z.boolean(),
  totp: z.boolean(),
  recoveryCodesLeft: z.int(),
  /** Sign-in at an outside provider, when linked. */
  oidc: z.boolean(),
});
export type AccountView = z.infer<typeof accountView>;

/** The session and whose it is; `account` is absent for a visitor. */
export const sessionView = z.object({
  signedIn: z.boolean(),
  /** The password was right, but the account asks for a second proof before anything else. */
  secondFactorNeeded: z.boolean(),
  strong: z.boolean(),
  language: uiLanguage.nullable(),
  memberships: z.array(membershipBrief),
  oidcConfigured: z.boolean(),
});
export type SessionView = z.infer<typeof sessionView>;

/** One of the places where somebody is signed in; days only, no address, no device. */
export const sessionBrief = z.object({
  id: z.uuid(),
  current: z.boolean(),
  openedOn: z.iso.date(),
  lastSeenOn: z.iso.date(),
  how: z.enum(['password', 'passkey', 'oidc']),
});
export type SessionBrief = z.infer<typeof sessionBrief>;
