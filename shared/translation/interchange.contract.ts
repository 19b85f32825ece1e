import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { languageTag } from '../language/bilingual-text.schema.js';
import { slug } from '../language/fields.js';
import { interchangeLimits, unreadableFile } from './interchange.rules.js';
import { importReport, memoryFile } from './interchange.schema.js';

const ofDyad = z.object({ dyad: slug });

/** A file is text in JSON, where some of its characters take two bytes. */
const bodyBytes = 2 * interchangeLimits.bytes;

export const importMemory = contract({
  route: 'POST /api/dyads/:dyad/memory/imports',
  summary: 'Bring a file into the memory, or say what would come of it; rows that do not fit are named and left out',
  action: 'memory.import',
  idempotent: true,
  params: ofDyad,
  body: memoryFile,
  bodyBytes,
  status: 200,
  response: importReport,
  failures: unreadableFile,
});

/** The entries of one pair of languages. */
const file = {
  action: 'memory.read',
  params: ofDyad,
  query: z.object({ from: languageTag, to: languageTag }),
} as const;

export const memoryAsTmx = contract({
  ...file,
  route: 'GET /api/dyads/:dyad/memory.tmx',
  summary: 'The memory as TMX 1.4b, with everything that other programs said of its entries',
  file: 'application/x-tmx+xml; charset=utf-8',
});

export const memoryAsXliff = contract({
  ...file,
  route: 'GET /api/dyads/:dyad/memory.xlf',
  summary: 'The memory as XLIFF 2.1, with states and notes',
  file: 'application/xliff+xml; charset=utf-8',
});

export const memoryAsCsv = contract({
  ...file,
  route: 'GET /api/dyads/:dyad/memory.csv',
  summary: 'The memory as a table',
  file: 'text/csv; charset=utf-8',
});
