import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { slug } from '../language/fields.js';
import { jointActLimits } from './joint-act.rules.js';
import { jointActKinds, jointActView } from './joint-act.schema.js';

/** That what an act is about is not what it was, or does not let it be done. */
const stale = [
  'term.exists',
  'term.changed',
  'commitment.changed',
  'commitment.ended',
  'commitment.not_suspended',
  'commitment.clause_missing',
  'commitment.organisation_unfit',
  'record.witness_known',
  'record.no_such_witness',
  'record.no_such_entry',
  'record.nothing_to_erase',
  'record.entry_waits',
] as const;

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
    /** As the kind describes them: see `JointActProposals`. */
    details: z.record(z.string(), z.unknown()),
    reason: z.string().trim().min(jointActLimits.reason.minimum).max(jointActLimits.reason.maximum),
  }),
  response: jointActView,
  failures: ['request.invalid', 'request.not_found', 'access.other_side', ...stale],
});

export const secondJointAct = contract({
  route: 'POST /api/dyads/:dyad/joint-acts/:act/answer',
  summary: 'Give or refuse the key of the other side; given, the act is done at once',
  action: 'joint_act.second',
  params: z.object({ dyad: slug, act: z.uuid() }),
  body: z.object({ answer: z.enum(['agree', 'decline']) }),
  response: jointActView,
  failures: ['joint_act.closed', 'joint_act.same_side', 'request.not_found', ...stale],
});
