import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { slug } from '../language/fields.js';
import { jointActKinds, jointActView } from './dyad.schema.js';

export const listJointActs = contract({
  route: 'GET /api/dyads/:dyad/joint-acts',
  summary: 'What stewards proposed to do together, newest first',
  action: 'joint_act.view',
  params: z.object({ dyad: slug }),
  response: z.object({ acts: z.array(jointActView) }),
});

export const proposeJointAct = contract({
  route: 'POST /api/dyads/:dyad/joint-acts',
  summary: 'Propose something that needs a steward of each side',
  action: 'joint_act.propose',
  status: 201,
  idempotent: true,
  params: z.object({ dyad: slug }),
  body: z.object({
    kind: z.enum(jointActKinds),
    details: z.record(z.string(), z.unknown()),
    reason: z.string().trim().min(10).max(1000),
  }),
  response: jointActView,
  failures: ['request.invalid'],
});

export const secondJointAct = contract({
  route: 'POST /api/dyads/:dyad/joint-acts/:act/answer',
  summary: 'Give or refuse the key of the other side; given, the act is done at once',
  action: 'joint_act.second',
  params: z.object({ dyad: slug, act: z.uuid() }),
  body: z.object({ answer: z.enum(['agree', 'decline']) }),
  response: jointActView,
  failures: ['joint_act.closed', 'joint_act.same_side', 'request.not_found'],
});
