import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { slug } from '../language/fields.js';
import { languageTag } from '../language/bilingual-text.schema.js';
import { cleanText } from '../language/unicode-safety.js';
import { longestVersionName } from './version.rules.js';
import { versionBrief, versionView } from './version.schema.js';

const statement = z.object({ dyad: slug, statement: z.uuid() });
const version = statement.extend({ version: z.coerce.number().int().min(1).max(1_000_000) });

export const listVersions = contract({
  route: 'GET /api/dyads/:dyad/statements/:statement/versions',
  summary: 'The versions of a statement that were kept, newest first, and which clauses changed from one to the next',
  action: 'document.open',
  params: statement,
  query: z.object({ below: z.coerce.number().int().min(1).max(1_000_000).optional() }),
  response: z.object({ versions: z.array(versionBrief), more: z.boolean() }),
  failures: ['request.not_found'],
});

export const keepVersion = contract({
  route: 'POST /api/dyads/:dyad/statements/:statement/versions',
  summary: 'Keep what a statement says now as a version with a name',
  action: 'statement.keep_version',
  status: 201,
  idempotent: true,
  params: statement,
  body: z.object({
    name: z.string().overwrite(cleanText).trim().min(1).max(longestVersionName),
    language: languageTag,
  }),
  response: z.object({ number: z.int() }),
  failures: ['request.not_found'],
});

export const readVersion = contract({
  route: 'GET /api/dyads/:dyad/statements/:statement/versions/:version',
  summary: 'One version: both texts of every clause as they were',
  action: 'document.open',
  params: version,
  response: versionView,
  failures: ['request.not_found'],
});

export const restoreVersion = contract({
  route: 'POST /api/dyads/:dyad/statements/:statement/versions/:version/restoration',
  summary: 'Make the statement say again what a version says; everything in between stays in the history',
  action: 'document.write',
  status: 201,
  idempotent: true,
  params: version,
  response: z.object({ number: z.int() }),
  failures: ['document.read_only', 'request.not_found'],
});
