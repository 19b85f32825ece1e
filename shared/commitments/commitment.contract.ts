import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { id, slug } from '../language/fields.js';
import { languageCodes } from '../language/language.js';
import {
  commitmentBrief,
  commitmentContent,
  commitmentDraftView,
  contentHash,
  dueMilestone,
} from './commitment.schema.js';
import { commitmentView } from './progress.schema.js';

const dyad = z.object({ dyad: slug });

export const listCommitments = contract({
  route: 'GET /api/dyads/:dyad/commitments',
  summary: 'What both sides committed themselves to, by the next day that is due',
  action: 'public.read',
  params: dyad,
  query: z.object({
    skip: z.coerce.number().int().min(0).default(0),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  response: z.object({ commitments: z.array(commitmentBrief), hasMore: z.boolean() }),
  failures: ['request.not_found'],
});

export const readCommitment = contract({
  route: 'GET /api/dyads/:dyad/commitments/:commitment',
  summary: 'One commitment with everything that happened to it and was said about it',
  action: 'public.read',
  params: dyad.extend({ commitment: id }),
  response: commitmentView,
  failures: ['request.not_found'],
});

export const listDueMilestones = contract({
  route: 'GET /api/dyads/:dyad/due-milestones',
  summary: 'Milestones that are due within 90 days, and those whose day has passed without a claim',
  action: 'public.read',
  params: dyad,
  response: z.object({ on: z.iso.date(), overdue: z.array(dueMilestone), due: z.array(dueMilestone) }),
  failures: ['request.not_found'],
});

export const commitmentsAsCsv = contract({
  route: 'GET /api/dyads/:dyad/commitments.csv',
  summary: 'Commitments and their milestones as a table (CC BY 4.0), a milestone in each row',
  action: 'public.read',
  params: dyad,
  file: 'text/csv; charset=utf-8',
  failures: ['request.not_found'],
});

export const commitmentsAsJson = contract({
  route: 'GET /api/dyads/:dyad/commitments.json',
  summary: 'Commitments with everything that happened to them, as data (CC BY 4.0)',
  action: 'public.read',
  params: dyad,
  file: 'application/json; charset=utf-8',
  failures: ['request.not_found'],
});

export const listCommitmentDrafts = contract({
  route: 'GET /api/dyads/:dyad/commitment-drafts',
  summary: 'What is drafted and not adopted yet, newest first, for those who draft or steward',
  action: 'commitment.read_drafts',
  params: dyad,
  response: z.object({ drafts: z.array(commitmentDraftView) }),
});

/** In which language; in those of both sides where none is asked for. */
const spoken = z.object({ language: z.enum(languageCodes).optional() });

export const commitmentCalendar = contract({
  route: 'GET /api/dyads/:dyad/commitments.ics',
  summary: 'Days of milestones and deadlines, as a calendar to subscribe to (iCalendar, RFC 5545)',
  action: 'public.read',
  params: dyad,
  query: spoken,
  octets: { type: 'text/calendar; charset=utf-8', lasts: 'for minutes' },
  failures: ['request.not_found'],
});

export const commitmentFeed = contract({
  route: 'GET /api/dyads/:dyad/commitments.atom',
  summary: 'What the public record says of commitments, newest first, as a feed to follow (Atom, RFC 4287)',
  action: 'public.read',
  params: dyad,
  query: spoken,
  octets: { type: 'application/atom+xml; charset=utf-8', lasts: 'for minutes' },
  failures: ['request.not_found'],
});

export const commitmentBadge = contract({
  route: 'GET /api/dyads/:dyad/commitments/:commitment/badge.svg',
  summary: 'How a commitment stands, in words, as an image for pages of others',
  action: 'public.read',
  params: dyad.extend({ commitment: id }),
  query: z.object({ language: z.enum(languageCodes) }),
  octets: { type: 'image/svg+xml; charset=utf-8', lasts: 'for minutes' },
  failures: ['request.not_found'],
});

/** What of a content does not fit the dyad. */
const unfit = ['commitment.clause_missing', 'commitment.organisation_unfit', 'commitment.ended'] as const;

export const draftCommitment = contract({
  route: 'POST /api/dyads/:dyad/commitment-drafts',
  summary: 'Draft a commitment; it binds nobody until a steward of each side adopts it',
  action: 'commitment.draft',
  status: 201,
  idempotent: true,
  params: dyad,
  body: z.object({ content: commitmentContent }),
  bodyBytes: 512 * 1024,
  response: z.object({ commitment: id, hash: contentHash }),
  failures: [...unfit, 'request.not_found'],
});

export const changeCommitmentDraft = contract({
  route: 'PUT /api/dyads/:dyad/commitment-drafts/:commitment',
  summary: 'Change a draft, from exactly what stands there; keys given to what stood there count no more',
  action: 'commitment.draft',
  params: dyad.extend({ commitment: id }),
  body: z.object({ content: commitmentContent, from: contentHash }),
  bodyBytes: 512 * 1024,
  response: z.object({ commitment: id, hash: contentHash }),
  failures: [...unfit, 'commitment.changed', 'request.not_found'],
});
