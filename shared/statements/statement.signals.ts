import { z } from 'zod';
import { signal } from '../contract/signals.js';
import { id } from '../language/fields.js';

/** On `statement:<id>`, heard by everybody who may read it: something about its clauses is not what it was. */
export const statementChanged = signal('statement.changed', z.object({ statement: id }));
