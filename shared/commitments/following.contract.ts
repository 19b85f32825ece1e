import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { streamName } from '../contract/signals.js';
import { id, slug } from '../language/fields.js';
import { toldMovements } from './commitment.rules.js';
import { recordEntry } from '../record/record.contract.js';

const dyad = z.object({ dyad: slug });
const one = dyad.extend({ commitment: id });

/** Something that moved, as the public record says it. */
const movement = recordEntry
  .pick({ kind: true, on: true, about: true, erased: true })
  .extend({ commitment: id, /** Its step of the timeline. */ rev: z.int().min(1) });

export const readFollowed = contract({
  route: 'GET /api/dyads/:dyad/followed-commitments',
  summary: 'Which commitments the caller follows, and what moved since they last looked, newest first',
  action: 'commitment.manage_followed',
  params: dyad,
  response: z.object({
    /** All of them, and those that come. */
    all: z.boolean(),
    commitments: z.array(id),
    /** What moved and was not done by the caller; how many there are in all. */
    moved: z.array(movement),
    count: z.int(),
    stream: streamName,
    seq: z.int(),
  }),
});
export type Followed = z.output<typeof readFollowed.response>;

export const followAll = contract({
  route: 'PUT /api/dyads/:dyad/followed-commitments',
  summary: 'Follow every commitment of the dyad, also those that come; what moves from now on is told',
  action: 'commitment.follow',
  status: 204,
  params: dyad,
});

export const unfollowAll = contract({
  route: 'DELETE /api/dyads/:dyad/followed-commitments',
  summary: 'Follow only those that the caller follows one by one',
  action: 'commitment.manage_followed',
  status: 204,
  params: dyad,
});

export const followCommitment = contract({
  route: 'PUT /api/dyads/:dyad/followed-commitments/:commitment',
  summary: 'Follow a commitment; what moves from now on is told',
  action: 'commitment.follow',
  status: 204,
  params: one,
  failures: ['request.not_found'],
});

export const unfollowCommitment = contract({
  route: 'DELETE /api/dyads/:dyad/followed-commitments/:commitment',
  summary: 'Follow a commitment no longer by itself',
  action: 'commitment.manage_followed',
  status: 204,
  params: one,
  failures: ['request.not_found'],
});

export const seeMovements = contract({
  route: 'POST /api/dyads/:dyad/followed-commitments/seen',
  summary: 'Say up to which step one has seen each of these commitments; those steps are not told again',
  action: 'commitment.manage_followed',
  status: 204,
  params: dyad,
  body: z.object({
    seen: z
      .array(z.object({ commitment: id, rev: z.int().min(1) }).strict())
      .min(1)
      .max(toldMovements),
  }),
});
