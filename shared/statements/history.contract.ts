import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { slug } from '../language/fields.js';
import { authorship, historyPage } from './history.schema.js';
import { stepsOnPage } from './version.rules.js';

const statement = z.object({ dyad: slug, statement: z.uuid() });

export const readHistory = contract({
  route: 'GET /api/dyads/:dyad/statements/:statement/history',
  summary: 'How a statement was written, in steps: who wrote on which day, and what each clause said afterwards',
  action: 'document.open',
  params: statement,
  query: z.object({
    from: z.coerce.number().int().min(1).max(1_000).default(1),
    limit: z.coerce.number().int().min(1).max(stepsOnPage).default(stepsOnPage),
    upto: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  }),
  response: historyPage,
  failures: ['request.not_found'],
});

export const readAuthorship = contract({
  route: 'GET /api/dyads/:dyad/statements/:statement/authorship',
  summary: 'Who wrote which words of the statement as it is now',
  action: 'document.open',
  params: statement,
  response: authorship,
  failures: ['request.not_found'],
});
