import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { organisationBrief } from '../dyads/organisation.schema.js';
import { slug } from '../language/fields.js';

export const recordKinds = [
  'dyad.founded',
  'charter.adopted',
  'disclosure.published',
  'topic.opened',
  'topic.mode_changed',
  'organisation.admitted',
  'statement.ratified',
  'statement.acceded',
  'comments.mode_changed',
  'moderation.digest',
  'egress.consented',
  'egress.withdrawn',
] as const;

/** One line of the public record: what, on which day; no names, no hours. */
export const recordEntry = z.object({
  dyad: slug,
  seq: z.int(),
  kind: z.enum(recordKinds),
  on: z.iso.date(),
  about: z.record(
    z.string(),
    z.union([z.string(), z.number(), z.record(z.string(), z.string()), z.array(organisationBrief)]),
  ),
});
export type RecordEntry = z.infer<typeof recordEntry>;

export const readRecord = contract({
  route: 'GET /api/dyads/:dyad/record',
  summary: 'The public record of a dyad, newest first',
  action: 'public.read',
  params: z.object({ dyad: slug }),
  query: z.object({
    before: z.coerce.number().int().min(1).optional(),
    limit: z.coerce.number().int().min(1).max(100).default(50),
  }),
  response: z.object({ entries: z.array(recordEntry), hasMore: z.boolean() }),
  failures: ['request.not_found'],
});
