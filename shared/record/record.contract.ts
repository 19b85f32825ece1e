import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { organisationBrief } from '../dyads/organisation.schema.js';
import { slug } from '../language/fields.js';
import { erasureGrounds } from './erasure.rules.js';
import { recordKindNames } from './record-kinds.js';

/** One line of the public record: what, on which day; no names, no hours. */
export const recordEntry = z.object({
  dyad: slug,
  seq: z.int(),
  kind: z.enum(recordKindNames),
  on: z.iso.date(),
  about: z.record(
    z.string(),
    z.union([
      z.string(),
      z.number(),
      z.record(z.string(), z.string()),
      z.array(organisationBrief),
      z.array(z.string()),
    ]),
  ),
  /** What was taken out of `about` since: on which days, on what grounds. */
  erased: z.array(z.object({ on: z.iso.date(), ground: z.enum(erasureGrounds) })),
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
