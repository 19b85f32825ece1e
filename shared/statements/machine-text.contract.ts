import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { slug } from '../language/fields.js';
import { machineText } from './machine-text.schema.js';

export const askForMachineText = contract({
  route: 'POST /api/dyads/:dyad/statements/:statement/clauses/:clause/machine-text',
  summary: 'What an engine makes of the other text of a clause, block by block; nothing is written anywhere',
  action: 'clause.machine_text',
  params: z.object({ dyad: slug, statement: z.uuid(), clause: z.uuid() }),
  /** The text to begin. */
  body: z.object({ into: z.enum(['a', 'b']) }),
  response: machineText,
  failures: ['request.not_found', 'document.read_only', 'clause.empty', 'translation.unavailable'],
});
