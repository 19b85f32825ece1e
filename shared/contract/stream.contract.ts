import { z } from 'zod';
import { slug } from '../language/fields.js';
import { contract } from './contract.js';
import { signalSchema, streamName } from './signals.js';

/**
 * The recovery after any gap: what a stream said after `after`, oldest first. A reader who knows of more than there is
 * (the database was brought back from a copy), or asks for what is not kept, is told so with the newest number, and has
 * to read the page anew.
 */
export const listSignals = contract({
  route: 'GET /api/dyads/:dyad/streams/:stream/signals',
  summary: 'What a stream has said after a sequence number',
  action: 'stream.follow',
  params: z.object({ dyad: slug, stream: streamName }),
  query: z.object({
    after: z.coerce.number().int().min(0),
    limit: z.coerce.number().int().min(1).max(100).default(100),
  }),
  response: z.object({ signals: z.array(signalSchema), newest: z.int() }),
  failures: ['request.not_found', 'stream.gap_lost'],
});
