import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { id, slug } from '../language/fields.js';
import { contentKinds } from './content-kind.rules.js';
import { ownReportView, reportDraft } from './report.schema.js';

export const reportContent = contract({
  route: 'POST /api/dyads/:dyad/reports/:kind/:content',
  summary: 'Report what one reads to the moderators of both sides; it stays visible, and the answer is the receipt',
  action: 'report.write',
  status: 201,
  idempotent: true,
  params: z.object({ dyad: slug, kind: z.enum(contentKinds), content: id }),
  body: reportDraft,
  response: ownReportView,
  failures: ['request.not_found', 'access.own_item', 'report.given', 'statement.fixed', 'request.key_reused'],
});

export const listOwnReports = contract({
  route: 'GET /api/dyads/:dyad/reports/mine',
  summary: "One's own reports, newest first, with how far each has come and what became of it",
  action: 'report.own',
  params: z.object({ dyad: slug }),
  query: z.object({
    /** Those that were made before this one. */
    before: id.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  response: z.object({ reports: z.array(ownReportView), hasMore: z.boolean() }),
});
