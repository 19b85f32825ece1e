import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { slug } from '../language/fields.js';
import { glossaryFileLimits } from './glossary-files.rules.js';
import { glossaryFile, glossaryImportView, preparedGlossaryImport } from './glossary-files.schema.js';
import { unreadableFile } from './interchange.rules.js';

const ofDyad = z.object({ dyad: slug });

export const prepareGlossaryImport = contract({
  route: 'POST /api/dyads/:dyad/glossary/imports',
  summary: 'Read a file of a glossary and say what it would do; nothing changes until a steward of each side agrees',
  action: 'joint_act.propose',
  idempotent: true,
  params: ofDyad,
  body: glossaryFile,
  // A file is text in JSON, where some of its characters take two bytes.
  bodyBytes: 2 * glossaryFileLimits.bytes,
  status: 200,
  response: preparedGlossaryImport,
  failures: [...unreadableFile, 'glossary.too_many'],
});

export const readGlossaryImport = contract({
  route: 'GET /api/dyads/:dyad/glossary/imports/:import',
  summary: 'All that a file would do to the glossary, entry by entry, for those who decide about it',
  action: 'joint_act.view',
  params: ofDyad.extend({ import: z.uuid() }),
  response: glossaryImportView,
  failures: ['request.not_found'],
});

/** The glossary in force, or as it was in a version. */
const file = {
  action: 'public.read',
  params: ofDyad,
  query: z.object({ version: z.coerce.number().int().min(1).optional() }),
  failures: ['request.not_found'],
} as const;

export const glossaryAsTbx = contract({
  ...file,
  route: 'GET /api/dyads/:dyad/glossary.tbx',
  summary: 'The glossary as TBX-Basic (ISO 30042:2019)',
  file: 'application/x-tbx+xml; charset=utf-8',
});

export const glossaryAsCsv = contract({
  ...file,
  route: 'GET /api/dyads/:dyad/glossary.csv',
  summary: 'The glossary as a table, a word in each row',
  file: 'text/csv; charset=utf-8',
});
