import { z } from 'zod';
import { sides } from '../access/actor.js';
import { documentRoles } from '../documents/document.rules.js';
import { memberView } from '../dyads/dyad.schema.js';
import { bilingualText } from '../language/bilingual-text.schema.js';
import { reasonCode } from '../moderation/reason.schema.js';
import { clauseStates, keyKinds } from './clause.lifecycle.js';
import { longestStatementTitle, statementStates, statementVisibilities, withholdings } from './statement.rules.js';
import { clauseTexts } from './statement-text.schema.js';

export const statementTitle = bilingualText(longestStatementTitle);

export const statementBrief = z.object({
  id: z.uuid(),
  title: z.record(z.string(), z.string()),
  visibility: z.enum(statementVisibilities),
  state: z.enum(statementStates),
  /** That moderators keep it from everybody but those who draft, and, where it is for good, why. */
  withheld: z.object({ how: z.enum(withholdings), reason: reasonCode.nullable() }).nullable(),
  clauses: z.int(),
  openedOn: z.iso.date(),
});
export type StatementBrief = z.output<typeof statementBrief>;

export const clauseKeyView = z.object({
  side: z.enum(sides),
  kind: z.enum(keyKinds),
  by: memberView,
  on: z.iso.date(),
  /** Whether it was given to the texts as they are now. */
  holds: z.boolean(),
});

export const clauseView = z.object({
  id: z.string(),
  state: z.enum(clauseStates),
  /** Of both texts as they are now; keys are given to it. */
  hash: z.string(),
  texts: clauseTexts,
  keys: z.array(clauseKeyView),
  /** Sides that had agreed to an earlier text. */
  fell: z.array(z.enum(['a', 'b'])),
});
export type ClauseView = z.output<typeof clauseView>;

export const statementView = statementBrief.omit({ clauses: true }).extend({
  clauses: z.array(clauseView),
  /** Moderators decide about it, so nobody writes in it meanwhile; told to those who draft. */
  decidedOn: z.boolean(),
  /** What the reader may do in the document. */
  role: z.enum(documentRoles),
  /** The number of the newest update that is in it. */
  seq: z.int(),
  /** The newest signal of its stream that is in it: follow on from here. */
  told: z.int(),
});
export type StatementView = z.output<typeof statementView>;
