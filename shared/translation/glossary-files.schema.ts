import { z } from 'zod';
import { id } from '../language/fields.js';
import { conceptProblems, glossaryFileLimits, glossaryFormats } from './glossary-files.rules.js';
import { shownContent } from './glossary.schema.js';

const { fileName, problems } = glossaryFileLimits;

/** A file with entries of a glossary. */
export const glossaryFile = z.object({
  format: z.enum(glossaryFormats),
  fileName: z.string().trim().min(1).max(fileName),
  content: z.string().min(1),
});

/** How many entries a file would bring, and change; and of the others, how many stand so already or are left out. */
const counts = {
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  left: z.int(),
};

/** What a file would do to the glossary. */
export const glossaryFileReport = z.object({
  ...counts,
  /** The first of the entries that are left out, each with its line and why. */
  problems: z.array(z.object({ line: z.int(), problem: z.enum(conceptProblems) })).max(problems),
});
export type GlossaryFileReport = z.output<typeof glossaryFileReport>;

/** SHA-256 of all that a file would do, in hexadecimal digits. */
const contentHash = z.string().regex(/^[0-9a-f]{64}$/);

/** What stewards propose: exactly what was read from a file. */
export const glossaryImportProposal = z.object({ import: id, hash: contentHash });

/** A proposal as it stands in the list of what stewards do together; its entries are read apart. */
export const glossaryImportDetails = z.object({
  import: z.uuid(),
  hash: contentHash,
  fileName: z.string(),
  ...counts,
});

/** An entry that a file brings; of one that it changes, how it stood when the file was read. */
export const importedChange = z.discriminatedUnion('type', [
  shownContent.extend({ type: z.literal('added') }),
  shownContent.extend({ type: z.literal('changed'), concept: z.uuid(), revision: z.int(), from: shownContent }),
]);
export type ImportedChange = z.output<typeof importedChange>;

/** All that a file would do to the glossary, for those who decide about it. */
export const glossaryImportView = z.object({
  ...glossaryImportDetails.shape,
  changes: z.array(importedChange),
});
export type GlossaryImportView = z.output<typeof glossaryImportView>;

/** A file that was read: what it would do, and by what it can be proposed; nothing when it would change nothing. */
export const preparedGlossaryImport = z.object({
  report: glossaryFileReport,
  proposal: z.object({ import: z.uuid(), hash: contentHash }).nullable(),
});
export type PreparedGlossaryImport = z.output<typeof preparedGlossaryImport>;
