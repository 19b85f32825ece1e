import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { slug } from '../language/fields.js';
import { citationLimits } from './citation.rules.js';
import { citedThing } from './citation.schema.js';

const dyad = z.object({ dyad: slug });

/** Targets as `citationKey` writes them, with commas between them. */
const asked = z
  .string()
  .regex(/^[a-z]+:[0-9a-z-]+(?:,[a-z]+:[0-9a-z-]+)*$/)
  .refine((keys) => keys.split(',').length <= citationLimits.lookedUp);

export const findCitable = contract({
  route: 'GET /api/dyads/:dyad/citable',
  summary: 'What a text can cite: entries of the public record and posts of the forum with these words, newest first',
  action: 'citation.find',
  params: dyad,
  query: z.object({ words: z.string().trim().max(citationLimits.words).default('') }),
  response: z.object({ things: z.array(citedThing) }),
});

export const readCitations = contract({
  route: 'GET /api/dyads/:dyad/citations',
  summary: 'What is cited by texts, as it is now; of what is held or gone no words',
  action: 'citation.read',
  params: dyad,
  query: z.object({ of: asked }),
  response: z.object({ things: z.array(citedThing) }),
});
