import { z } from 'zod';
import type { StatementSubstance } from '../../../../shared/statements/canonical.rules.js';
import { statementText } from '../../../../shared/statements/statement-text.schema.js';

const canonical = z.object({
  title: z.record(z.string(), z.string()),
  languages: z.object({ a: z.string(), b: z.string() }),
  clauses: z.array(z.object({ id: z.string(), a: statementText, b: statementText })),
});

/** Reads a statement back from the exact characters that were hashed: what is shown is what was signed. */
export function substanceOf(text: string): StatementSubstance {
  const { title, languages, clauses } = canonical.parse(JSON.parse(text));
  return { title, languages, clauses: clauses.map(({ id, a, b }) => ({ id, texts: { a, b } })) };
}
