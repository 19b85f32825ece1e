import { z } from 'zod';
import { memberView } from '../dyads/dyad.schema.js';
import { clauseTexts } from './statement-text.schema.js';
import { versionKinds } from './version.rules.js';

/** What somebody called a version, in the language they did it in. */
export const versionName = z.object({ text: z.string(), language: z.string() });

export const versionBrief = z.object({
  number: z.int(),
  kind: z.enum(versionKinds),
  name: versionName.nullable(),
  /** The number of the version that was taken up again, when that is why it was kept. */
  restores: z.int().nullable(),
  on: z.iso.date(),
  by: memberView,
  /** SHA-256 of the exact characters of its canonical form, in hexadecimal. */
  hash: z.string(),
  /** How many clauses it has. */
  clauses: z.int(),
  /** Since the version before; nothing for the first. Clauses by their place, those taken out by their place before. */
  since: z
    .object({ added: z.array(z.int()), changed: z.array(z.int()), removed: z.array(z.int()), reordered: z.boolean() })
    .nullable(),
});
export type VersionBrief = z.output<typeof versionBrief>;

export const clauseOfVersion = z.object({ id: z.string(), texts: clauseTexts });

export const versionView = versionBrief.omit({ since: true, clauses: true }).extend({
  title: z.record(z.string(), z.string()),
  languages: z.object({ a: z.string(), b: z.string() }),
  clauses: z.array(clauseOfVersion),
});
export type VersionView = z.output<typeof versionView>;
