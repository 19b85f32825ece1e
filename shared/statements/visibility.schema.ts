import { z } from 'zod';
import { citedForAll } from './citation.schema.js';
import { clauseStates } from './clause.lifecycle.js';
import { statementStates, statementVisibilities } from './statement.rules.js';
import { clauseTexts } from './statement-text.schema.js';

const visibility = z.enum(statementVisibilities);

export const statementVisibility = z.object({
  visibility,
  /** What a side has proposed, and the other has not answered. */
  proposals: z.array(z.object({ side: z.enum(['a', 'b']), visibility })),
});
export type StatementVisibilityView = z.output<typeof statementVisibility>;

/** A draft as visitors may know it: what is written and how far it is, and nothing of who wrote. */
export const publicDraftBrief = z.object({
  id: z.uuid(),
  title: z.record(z.string(), z.string()),
  state: z.enum(statementStates),
  clauses: z.int(),
  openedOn: z.iso.date(),
});
export type PublicDraftBrief = z.output<typeof publicDraftBrief>;

export const publicDraft = publicDraftBrief.omit({ clauses: true }).extend({
  /** The language of each side's text. */
  languages: z.object({ a: z.string(), b: z.string() }),
  clauses: z.array(
    z.object({
      id: z.uuid(),
      state: z.enum(clauseStates),
      texts: clauseTexts,
      /** Sides that had agreed to an earlier text. */
      fell: z.array(z.enum(['a', 'b'])),
    }),
  ),
  /** What the texts cite, as everybody may know it. */
  citations: z.array(citedForAll),
});
export type PublicDraft = z.output<typeof publicDraft>;
