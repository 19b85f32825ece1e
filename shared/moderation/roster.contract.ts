import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { slug } from '../language/fields.js';
import { dutyView } from './roster.schema.js';

const dyad = z.object({ dyad: slug });

export const readRoster = contract({
  route: 'GET /api/dyads/:dyad/roster',
  summary: 'The moderators of both sides, and who is on call',
  action: 'desk.view',
  params: dyad,
  response: z.object({ roster: z.array(dutyView) }),
});

export const keepOwnDuty = contract({
  route: 'PUT /api/dyads/:dyad/roster/own',
  summary: 'Say that one is on call, or away; while a whole side is away, neutrals may give keys for it',
  action: 'desk.duty',
  params: dyad,
  body: z.object({ onCall: z.boolean() }),
  response: dutyView,
});
