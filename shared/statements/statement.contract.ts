import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { slug } from '../language/fields.js';
import { keyKinds } from './clause.lifecycle.js';
import { statementBrief, statementTitle, statementView } from './statement.schema.js';
import { statementVisibilities } from './statement.rules.js';

const dyad = z.object({ dyad: slug });
const statement = dyad.extend({ statement: z.uuid() });
const clause = statement.extend({ clause: z.uuid() });

export const listStatements = contract({
  route: 'GET /api/dyads/:dyad/statements',
  summary: 'The joint statements that the caller may read, newest first',
  action: 'statement.list',
  params: dyad,
  response: z.object({ statements: z.array(statementBrief) }),
});

export const openStatement = contract({
  route: 'POST /api/dyads/:dyad/statements',
  summary: 'Begin a joint statement, with its title in both languages and one empty clause',
  action: 'statement.open',
  status: 201,
  idempotent: true,
  params: dyad,
  body: z.object({ title: statementTitle, visibility: z.enum(statementVisibilities).default('members') }),
  response: statementBrief,
  failures: ['request.invalid'],
});

export const readStatement = contract({
  route: 'GET /api/dyads/:dyad/statements/:statement',
  summary: 'One joint statement: its clauses in both texts, and how far each is',
  action: 'document.open',
  params: statement,
  response: statementView,
  failures: ['request.not_found'],
});

export const addClause = contract({
  route: 'POST /api/dyads/:dyad/statements/:statement/clauses',
  summary: 'Add an empty clause after another, or at the beginning',
  action: 'document.write',
  status: 201,
  idempotent: true,
  params: statement,
  body: z.object({ after: z.uuid().nullable() }),
  response: z.object({ clause: z.uuid() }),
  failures: ['document.read_only', 'request.not_found', 'statement.too_long'],
});

export const moveClause = contract({
  route: 'POST /api/dyads/:dyad/statements/:statement/clauses/:clause/place',
  summary: 'Put a clause after another, or at the beginning',
  action: 'document.write',
  status: 204,
  params: clause,
  body: z.object({ after: z.uuid().nullable() }),
  failures: ['document.read_only', 'request.not_found'],
});

export const removeClause = contract({
  route: 'DELETE /api/dyads/:dyad/statements/:statement/clauses/:clause',
  summary: 'Take a clause out; one that a side has agreed to stays until that side takes its agreement back',
  action: 'document.write',
  status: 204,
  params: clause,
  failures: ['document.read_only', 'request.not_found', 'clause.agreed'],
});

export const giveClauseKey = contract({
  route: 'POST /api/dyads/:dyad/statements/:statement/clauses/:clause/keys',
  summary: "Agree to a clause, or confirm that its texts say the same, for one's side; refused when the texts changed",
  action: 'clause.key',
  status: 204,
  params: clause,
  body: z.object({ kind: z.enum(keyKinds), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
  failures: ['clause.changed', 'clause.empty', 'document.read_only', 'request.not_found', 'access.other_side'],
});

export const withdrawClauseKey = contract({
  route: 'DELETE /api/dyads/:dyad/statements/:statement/clauses/:clause/keys',
  summary: "Take back what one's side agreed to or confirmed",
  action: 'clause.key',
  status: 204,
  params: clause,
  failures: ['document.read_only', 'request.not_found', 'access.other_side'],
});
