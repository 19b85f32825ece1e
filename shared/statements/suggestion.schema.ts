import { z } from 'zod';
import { documentRoles } from '../documents/document.rules.js';
import { memberView } from '../dyads/dyad.schema.js';
import { suggestionStates } from './suggestion.rules.js';
import { clauseOfVersion } from './version.schema.js';

/** What somebody said about it, in the language they said it in. */
const said = z.object({ text: z.string(), language: z.string() });

export const suggestionBrief = z.object({
  id: z.uuid(),
  state: z.enum(suggestionStates),
  /** What it is for. */
  note: said,
  by: memberView,
  on: z.iso.date(),
  /** Who decided, which day, and why when it was declined. */
  closed: z.object({ by: memberView, on: z.iso.date(), reason: said.nullable() }).nullable(),
});
export type SuggestionBrief = z.output<typeof suggestionBrief>;

export const suggestionView = suggestionBrief.extend({
  /** Of its texts as they are now: keys are given to it. */
  hash: z.string(),
  /** Who gave a key to exactly these texts. */
  keys: z.array(z.object({ side: z.enum(['a', 'b']), by: memberView, on: z.iso.date() })),
  /** What the statement would say with it, beside all that was written in the statement meanwhile. */
  clauses: z.array(clauseOfVersion),
  /** What the reader may do in its document. */
  role: z.enum(documentRoles),
  /** Whether the reader may decide about it. */
  mayDecide: z.boolean(),
});
export type SuggestionView = z.output<typeof suggestionView>;
