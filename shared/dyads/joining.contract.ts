import { z } from 'zod';
import { sides } from '../access/actor.js';
import { contract } from '../contract/contract.js';
import { login, password, uiLanguage } from '../identity/account.schema.js';
import { slug } from '../language/fields.js';
import { dyadView, invitationView, ownMemberView, pseudonym } from './dyad.schema.js';

const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const lookUpInvitation = contract({
  route: 'POST /api/invitations/look-up',
  summary: 'What an invitation is for; the token is sent in the body so that no log of addresses holds it',
  action: 'invitation.look_up',
  body: z.object({ token }),
  response: z.object({ dyad: dyadView, side: z.enum(sides), expiresOn: z.iso.date(), charterVersion: z.int() }),
  failures: ['invitation.not_valid', 'request.too_fast'],
});

export const join = contract({
  route: 'POST /api/join',
  summary: 'Use an invitation: become a member of its side, with a new account or the one signed in',
  action: 'dyad.join',
  status: 201,
  body: z.object({
    token,
    pseudonym,
    writesIn: z.string().max(8),
    acceptedCharterVersion: z.int().min(1),
    /** Absent when the caller is signed in. */
    account: z.object({ login, password, language: uiLanguage }).strict().optional(),
  }),
  response: z.object({ dyad: slug, member: ownMemberView }),
  failures: [
    'invitation.not_valid',
    'membership.exists',
    'account.login_taken',
    'account.password_too_short',
    'account.password_too_common',
    'pseudonym.taken',
    'pseudonym.not_allowed',
    'charter.version_outdated',
  ],
});

export const issueInvitation = contract({
  route: 'POST /api/dyads/:dyad/invitations',
  summary: "Invite somebody to one's own side; the link is shown once",
  action: 'invitation.issue',
  status: 201,
  idempotent: true,
  params: z.object({ dyad: slug }),
  body: z.object({ days: z.int().min(1).max(30).default(14), note: z.string().trim().max(120).default('') }),
  response: z.object({ invitation: invitationView, token }),
  failures: ['invitation.quota_used'],
});

export const listInvitations = contract({
  route: 'GET /api/dyads/:dyad/invitations',
  summary: 'The invitations one has issued, and how many one may still issue',
  action: 'invitation.list',
  params: z.object({ dyad: slug }),
  response: z.object({ invitations: z.array(invitationView), quota: z.int(), left: z.int() }),
});

export const recallInvitation = contract({
  route: 'DELETE /api/dyads/:dyad/invitations/:invitation',
  summary: 'Take back an invitation that was not used yet',
  action: 'invitation.issue',
  params: z.object({ dyad: slug, invitation: z.uuid() }),
  status: 204,
  failures: ['invitation.not_valid', 'request.not_found'],
});
