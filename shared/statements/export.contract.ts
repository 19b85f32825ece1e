import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { slug } from '../language/fields.js';
import { languages, type Language } from '../language/language.js';
import { fileFormats } from './export/file-formats.rules.js';

const statement = z.object({ dyad: slug, statement: z.uuid() });

/** The language of everything in a file but the texts; its text stands first when it is a side's. */
const asked = z.object({ language: z.enum(Object.keys(languages) as Language[]).default('en') });

const file = { action: 'public.read', params: statement, query: asked, failures: ['request.not_found'] } as const;

export const listRatifiedFiles = contract({
  route: 'GET /api/dyads/:dyad/statements/:statement/ratified/files',
  summary: 'The files that a ratified statement can be kept as, and how large they are',
  action: 'public.read',
  params: statement,
  query: asked,
  response: z.object({
    files: z.array(
      z.object({
        format: z.enum(fileFormats),
        /** None of a PDF: it is made when it is asked for. */
        bytes: z.int().nullable(),
      }),
    ),
  }),
  failures: ['request.not_found'],
});

export const ratifiedAsMarkdown = contract({
  ...file,
  route: 'GET /api/dyads/:dyad/statements/:statement/ratified.md',
  summary: 'A ratified statement as one Markdown file',
  file: 'text/markdown; charset=utf-8',
});

export const ratifiedAsHtml = contract({
  ...file,
  route: 'GET /api/dyads/:dyad/statements/:statement/ratified.html',
  summary: 'A ratified statement as one HTML file that needs nothing else',
  file: 'text/html; charset=utf-8',
});

export const ratifiedAsJson = contract({
  ...file,
  route: 'GET /api/dyads/:dyad/statements/:statement/ratified.json',
  summary: 'A ratified statement as data, with the exact characters that were hashed',
  file: 'application/json; charset=utf-8',
});

export const ratifiedAsPdf = contract({
  ...file,
  route: 'GET /api/dyads/:dyad/statements/:statement/ratified.pdf',
  summary: 'A ratified statement as PDF, where the server has a browser to print it with',
  file: 'application/pdf',
  failures: ['request.not_found', 'print.not_configured', 'server.unavailable'],
});
