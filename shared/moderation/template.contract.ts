import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { id, slug } from '../language/fields.js';
import { reasonCode } from './reason.schema.js';
import { templateTexts, templateView } from './template.schema.js';

const dyad = z.object({ dyad: slug });
const aTemplate = dyad.extend({ template: id });

export const listTemplates = contract({
  route: 'GET /api/dyads/:dyad/desk-templates',
  summary: 'Words for like cases, in the languages of both sides, by reason',
  action: 'desk.view',
  params: dyad,
  response: z.object({ templates: z.array(templateView) }),
});

export const proposeTemplate = contract({
  route: 'POST /api/dyads/:dyad/desk-templates',
  summary: 'Propose a template; it is in force when a moderator of each side has given a key',
  action: 'template.propose',
  idempotent: true,
  status: 201,
  params: dyad,
  body: templateTexts.extend({ reason: reasonCode }),
  response: templateView,
});

export const reviseTemplate = contract({
  route: 'POST /api/dyads/:dyad/desk-templates/:template/versions',
  summary:
    'Propose other words for a template: a new version; the one in force stays until then, and as it was for ever',
  action: 'template.propose',
  idempotent: true,
  params: aTemplate,
  body: templateTexts.extend({
    /** The newest version that the proposer saw. */
    after: z.int().min(1),
  }),
  response: templateView,
  failures: ['request.not_found', 'template.changed'],
});

export const giveTemplateKey = contract({
  route: 'POST /api/dyads/:dyad/desk-templates/:template/versions/:version/keys',
  summary: 'Give the key of one’s side for exactly this version',
  action: 'template.key',
  idempotent: true,
  params: aTemplate.extend({ version: z.coerce.number().int().min(1) }),
  response: templateView,
  failures: ['request.not_found', 'template.changed', 'template.key_given'],
});
