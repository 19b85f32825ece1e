import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { slug } from '../language/fields.js';
import { glossaryView } from './glossary.schema.js';

export const readGlossary = contract({
  route: 'GET /api/dyads/:dyad/glossary',
  summary: 'The words both sides agreed on, or disagree about, with notes; as of now or of an earlier version',
  action: 'public.read',
  params: z.object({ dyad: slug }),
  query: z.object({ version: z.coerce.number().int().min(1).optional() }),
  response: glossaryView,
  failures: ['request.not_found'],
});
