import { z } from 'zod';
import { interchangeLimits, memoryFormats, rowProblems } from './interchange.rules.js';
import { memoryLimits } from './memory.rules.js';

/** What came of a file, or would come of it. */
export const importReport = z.object({
  /** Units or rows that the file has. */
  rows: z.int(),
  /** Entries that are new. */
  added: z.int(),
  /** Entries that a file brought before. */
  repeated: z.int(),
  /** Rows that are left out. */
  left: z.int(),
  /** The first of those, each with its line and why. */
  problems: z.array(z.object({ line: z.int(), problem: z.enum(rowProblems) })).max(interchangeLimits.problems),
});
export type ImportReport = z.output<typeof importReport>;

/** A file to be brought into the memory. */
export const memoryFile = z.object({
  format: z.enum(memoryFormats),
  fileName: z.string().trim().min(1).max(memoryLimits.fileName),
  content: z.string().min(1),
  /** Whoever brings it says that people translated it. Nothing else of it is shown to readers. */
  isByPeople: z.boolean(),
  /** Whether to say only what would come of it. */
  isTrial: z.boolean(),
});
