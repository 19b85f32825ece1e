import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { id, slug } from '../language/fields.js';
import { claimView } from './claim.schema.js';

const params = z.object({ dyad: slug, item: id });

export const claimItem = contract({
  route: 'POST /api/dyads/:dyad/desk/:item/claim',
  summary: 'Take up an item for one’s side, for five minutes; one moderator of each side can',
  action: 'desk.claim',
  params,
  response: claimView,
  failures: [
    'moderation.claimed',
    'moderation.step_not_possible',
    'moderation.version_outdated',
    'access.own_item',
    'request.not_found',
  ],
});

export const keepClaim = contract({
  route: 'PUT /api/dyads/:dyad/desk/:item/claim',
  summary: 'Say that one is still at an item that one has taken up: it is kept for five more minutes',
  action: 'desk.claim',
  params,
  response: claimView,
  failures: ['moderation.claimed', 'moderation.claim_ended', 'access.own_item', 'request.not_found'],
});

export const releaseClaim = contract({
  route: 'DELETE /api/dyads/:dyad/desk/:item/claim',
  summary: 'Give back an item that one has taken up',
  action: 'desk.claim',
  params,
  status: 204,
  failures: ['access.own_item', 'request.not_found'],
});
