import { z } from 'zod';
import { memberView } from '../dyads/dyad.schema.js';
import { clauseOfVersion } from './version.schema.js';

/** One step of a statement's history: what somebody wrote in one go. */
export const historyStep = z.object({
  /** 1 is the first. */
  number: z.int(),
  /** The day; never the hour. */
  on: z.iso.date(),
  /** Ids of those who wrote in it; none where the server began the statement. */
  by: z.array(z.uuid()),
  /** The clauses in their order, after this step. */
  order: z.array(z.string()),
  /** Those that are not as they were a step before. */
  clauses: z.array(clauseOfVersion),
});
export type HistoryStep = z.output<typeof historyStep>;

export const historyPage = z.object({
  steps: z.array(historyStep),
  /** How many steps there are. */
  total: z.int(),
  /** The newest update that is told; who asks for the next page names it, and gets the same steps. */
  upto: z.int(),
  /** Everybody who wrote in any of these steps. */
  people: z.array(memberView),
});
export type HistoryPage = z.output<typeof historyPage>;

/** Words that follow each other and were written by one person; nobody's are those that the server began with. */
export const writtenRun = z.object({ text: z.string(), by: z.uuid().nullable() });
export type WrittenRun = z.output<typeof writtenRun>;

const linesOfRuns = z.array(z.array(writtenRun));

export const authorship = z.object({
  clauses: z.array(z.object({ id: z.string(), a: linesOfRuns, b: linesOfRuns })),
  people: z.array(memberView),
});
export type Authorship = z.output<typeof authorship>;
