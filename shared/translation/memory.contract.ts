import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { id, slug } from '../language/fields.js';
import { memoryEntry, memoryMatch, memoryPage, soughtEntries, soughtSentence } from './memory.schema.js';

const ofDyad = z.object({ dyad: slug });
const ofEntry = ofDyad.extend({ entry: id });

export const listMemory = contract({
  route: 'GET /api/dyads/:dyad/memory',
  summary: 'The translation memory, the newest entries first; with words, those that say them in either language',
  action: 'memory.read',
  params: ofDyad,
  query: soughtEntries,
  response: memoryPage,
});

export const matchMemory = contract({
  route: 'POST /api/dyads/:dyad/memory/matches',
  summary: 'Entries of the memory that are like a sentence, the nearest first',
  action: 'memory.read',
  params: ofDyad,
  body: soughtSentence,
  status: 200,
  response: z.object({ matches: z.array(memoryMatch) }),
});

export const confirmMemoryEntry = contract({
  route: 'PUT /api/dyads/:dyad/memory/:entry/confirmation',
  summary: 'Confirm for the own side that an entry of the memory is right',
  action: 'memory.confirm',
  idempotent: true,
  params: ofEntry,
  response: memoryEntry,
  failures: ['request.not_found'],
});

export const removeMemoryEntry = contract({
  route: 'DELETE /api/dyads/:dyad/memory/:entry',
  summary: 'Take an entry out of the memory',
  action: 'memory.remove',
  idempotent: true,
  params: ofEntry,
  status: 204,
  failures: ['request.not_found'],
});
