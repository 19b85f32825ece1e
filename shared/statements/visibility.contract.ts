import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { slug } from '../language/fields.js';
import { statementVisibilities } from './statement.rules.js';
import { publicDraft, publicDraftBrief, statementVisibility } from './visibility.schema.js';

const dyad = z.object({ dyad: slug });
const statement = dyad.extend({ statement: z.uuid() });

export const readStatementVisibility = contract({
  route: 'GET /api/dyads/:dyad/statements/:statement/visibility',
  summary: 'Who may read a statement while it is written, and what a side has proposed',
  action: 'document.open',
  params: statement,
  response: statementVisibility,
  failures: ['request.not_found'],
});

export const giveVisibilityKey = contract({
  route: 'POST /api/dyads/:dyad/statements/:statement/visibility',
  summary: "Give one's side's key to who may read it: more people take a key of each side, fewer take one",
  action: 'statement.show',
  params: statement,
  body: z.object({ visibility: z.enum(statementVisibilities) }),
  response: statementVisibility,
  failures: ['request.not_found', 'document.read_only', 'access.other_side'],
});

export const listPublicDrafts = contract({
  route: 'GET /api/dyads/:dyad/drafts',
  summary: 'The statements under way that both sides show to everybody, newest first',
  action: 'public.read',
  params: dyad,
  response: z.object({ drafts: z.array(publicDraftBrief) }),
  failures: ['request.not_found'],
});

export const readPublicDraft = contract({
  route: 'GET /api/dyads/:dyad/drafts/:statement',
  summary: 'A statement under way that both sides show to everybody: both texts, and how far each clause is',
  action: 'public.read',
  params: statement,
  response: publicDraft,
  failures: ['request.not_found'],
});
