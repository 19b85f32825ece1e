import { z } from 'zod';
import { statementText } from './statement-text.schema.js';

/** What an engine makes of one text of a clause, to begin the other with. It is shown to who asked, and stands nowhere. */
export const machineText = z.object({
  text: statementText,
  engine: z.string(),
  /** The language in between, when the engine went by another one. */
  via: z.string().nullable(),
  /** The checks that failed, of any block. */
  doubts: z.array(z.string()),
});
export type MachineText = z.output<typeof machineText>;
