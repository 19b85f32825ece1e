import { z } from 'zod';
import { sides } from '../access/actor.js';
import { memberView } from '../dyads/dyad.schema.js';

/** A moderator who has taken up an item, for a side. At the desk moderators know each other by pseudonym. */
export const claimView = z.object({
  side: z.enum(sides),
  by: memberView,
  since: z.iso.datetime(),
  /** Free again then, unless its holder says before that they are still there. */
  expiresAt: z.iso.datetime(),
});
export type ClaimView = z.infer<typeof claimView>;
