import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { accountView, oneTimeCode, password, uiLanguage } from './account.schema.js';

const webAuthnMessage = z.record(z.string(), z.unknown());

export const readAccount = contract({
  route: 'GET /api/account',
  summary: "The caller's own account",
  action: 'account.view',
  response: accountView,
});

export const changeAccount = contract({
  route: 'PATCH /api/account',
  summary: 'Change the language of the interface, or the optional e-mail address',
  action: 'account.manage',
  body: z.object({ language: uiLanguage.optional(), email: z.email().max(254).nullable().optional() }),
  response: accountView,
});

export const changePassword = contract({
  route: 'PUT /api/account/password',
  summary: 'Set a new password; ends all other sessions',
  action: 'account.secure',
  body: z.object({ password }),
  status: 204,
  failures: ['account.password_too_short', 'account.password_too_common', 'session.recent_sign_in_needed'],
});

export const beginPasskey = contract({
  route: 'POST /api/account/passkeys/options',
  summary: 'Begin to add a passkey',
  action: 'account.secure',
  response: z.object({ challenge: z.string(), options: webAuthnMessage }),
});

export const addPasskey = contract({
  route: 'POST /api/account/passkeys',
  summary: 'Add a passkey; ends all other sessions',
  action: 'account.secure',
  status: 201,
  body: z.object({ challenge: z.string().max(200), name: z.string().trim().min(1).max(60), response: webAuthnMessage }),
  response: accountView,
  failures: ['account.passkey_refused'],
});

export const removePasskey = contract({
  route: 'DELETE /api/account/passkeys/:passkey',
  summary: 'Remove a passkey; ends all other sessions',
  action: 'account.secure',
  params: z.object({ passkey: z.uuid() }),
  response: accountView,
  failures: ['account.last_way_in', 'account.second_factor_required', 'request.not_found'],
});

export const beginTotp = contract({
  route: 'POST /api/account/totp/secret',
  summary: 'Begin to set up one-time codes: a secret for the authenticator app, with its picture as an SVG path',
  action: 'second_factor.begin',
  response: z.object({
    secret: z.string(),
    address: z.string(),
    /** The QR code as rows of dark (1) and light (0) modules, so that the page can draw it without an image. */
    picture: z.array(z.string()),
  }),
  failures: ['account.second_factor_exists'],
});

export const confirmTotp = contract({
  route: 'POST /api/account/totp',
  summary: 'Finish setting up one-time codes with a first code; answers the recovery codes, shown once',
  action: 'second_factor.begin',
  status: 201,
  body: z.object({ code: oneTimeCode }),
  response: z.object({ recoveryCodes: z.array(z.string()) }),
  failures: ['sign_in.code_refused', 'account.second_factor_exists'],
});

export const removeTotp = contract({
  route: 'DELETE /api/account/totp',
  summary: 'Stop asking for one-time codes; not for those whose role needs a second factor',
  action: 'account.secure',
  response: accountView,
  failures: ['account.second_factor_required'],
});

export const renewRecoveryCodes = contract({
  route: 'POST /api/account/recovery-codes',
  summary: 'Make new recovery codes; the old ones stop working',
  action: 'account.secure',
  status: 201,
  response: z.object({ recoveryCodes: z.array(z.string()) }),
});

export const recoverAccount = contract({
  route: 'POST /api/account/recovery',
  summary: 'Set a new password with login and a recovery code; never says whether the login exists',
  action: 'session.open',
  body: z.object({ login: z.string().min(1).max(40), code: oneTimeCode, password }),
  status: 204,
  failures: ['sign_in.refused', 'account.password_too_short', 'account.password_too_common', 'request.too_fast'],
});
