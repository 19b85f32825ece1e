import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { slug } from '../language/fields.js';
import { memberSearch } from './member-search.rules.js';
import { charterView, disclosureView, dyadView, memberView, ownMemberView, pseudonym } from './dyad.schema.js';

const dyad = z.object({ dyad: slug });

export const listDyads = contract({
  route: 'GET /api/dyads',
  summary: 'The dyads of this server',
  action: 'public.read',
  response: z.object({ dyads: z.array(dyadView) }),
});

export const readDyad = contract({
  route: 'GET /api/dyads/:dyad',
  summary: 'One dyad, as anybody may know it',
  action: 'public.read',
  params: dyad,
  response: dyadView,
  failures: ['request.not_found'],
});

export const readCharter = contract({
  route: 'GET /api/dyads/:dyad/charter',
  summary: 'The rules, in both languages; the version in force or an earlier one',
  action: 'public.read',
  params: dyad,
  query: z.object({ version: z.coerce.number().int().min(1).optional() }),
  response: charterView,
  failures: ['request.not_found'],
});

export const listDisclosures = contract({
  route: 'GET /api/dyads/:dyad/disclosures',
  summary: 'Who pays, and whose interests are involved',
  action: 'public.read',
  params: dyad,
  response: z.object({ disclosures: z.array(disclosureView) }),
});

export const acceptCharter = contract({
  route: 'POST /api/dyads/:dyad/charter/acceptance',
  summary: 'Accept the version in force; recorded, and asked again when a new version is adopted',
  action: 'charter.accept',
  params: dyad,
  body: z.object({ version: z.int().min(1) }),
  response: ownMemberView,
  failures: ['charter.version_outdated'],
});

export const readOwnMember = contract({
  route: 'GET /api/dyads/:dyad/members/me',
  summary: 'Who the caller is in this dyad',
  action: 'member.manage_own',
  params: dyad,
  response: ownMemberView,
});

export const changeOwnMember = contract({
  route: 'PATCH /api/dyads/:dyad/members/me',
  summary: 'Change how one reads and writes here',
  action: 'member.manage_own',
  params: dyad,
  body: z.object({
    writesIn: z.string().max(8).optional(),
    reading: ownMemberView.shape.reading.optional(),
    /** In place of all that was chosen by language before. */
    readingByLanguage: ownMemberView.shape.readingByLanguage.optional(),
    reads: z.array(z.string().max(8)).max(10).optional(),
    writes: z.array(z.string().max(8)).max(10).optional(),
    credited: z.boolean().optional(),
  }),
  response: ownMemberView,
  failures: ['post.language_not_spoken_here'],
});

export const renameOwnMember = contract({
  route: 'PUT /api/dyads/:dyad/members/me/pseudonym',
  summary: 'Change the name under which others here read one',
  action: 'member.rename',
  params: dyad,
  body: z.object({ pseudonym }),
  response: ownMemberView,
  failures: ['pseudonym.taken', 'pseudonym.not_allowed', 'pseudonym.withheld'],
});

export const listStaff = contract({
  route: 'GET /api/dyads/:dyad/staff',
  summary: 'Stewards, moderators and evaluators of both sides, as members know them',
  action: 'dyad.view',
  params: dyad,
  response: z.object({ members: z.array(memberView) }),
});

export const findMembers = contract({
  route: 'GET /api/dyads/:dyad/members',
  summary: 'Members whose pseudonym holds these letters, for stewards who propose a role; accounts are not searched',
  action: 'member.find',
  params: dyad,
  query: z.object({ name: z.string().trim().min(memberSearch.letters).max(40) }),
  response: z.object({ members: z.array(memberView).max(memberSearch.most) }),
});
