import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { jointActLimits } from '../dyads/joint-act.rules.js';
import { slug } from '../language/fields.js';
import { egressView, outsideEngine } from './egress.schema.js';

export const readEgress = contract({
  route: 'GET /api/dyads/:dyad/egress',
  summary: 'The translation engines of others that texts may be sent to, and who consented to it',
  action: 'public.read',
  params: z.object({ dyad: slug }),
  response: egressView,
  failures: ['request.not_found'],
});

export const withdrawEgress = contract({
  route: 'POST /api/dyads/:dyad/egress/:engine/withdrawal',
  summary: 'Withdraw the consent to an engine of others; a steward of either side is enough, and it holds at once',
  action: 'egress.withdraw',
  params: z.object({ dyad: slug, engine: outsideEngine.shape.engine }),
  idempotent: true,
  body: z.object({
    reason: z.string().trim().min(jointActLimits.reason.minimum).max(jointActLimits.reason.maximum),
  }),
  response: egressView,
  failures: ['request.not_found', 'egress.not_consented', 'access.other_side', 'request.key_reused'],
});
