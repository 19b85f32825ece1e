import { z } from 'zod';
import { memberView } from '../dyads/dyad.schema.js';

/** A moderator, and whether they can be asked for keys now. */
export const dutyView = z.object({ moderator: memberView, onCall: z.boolean(), since: z.iso.datetime().nullable() });
export type DutyView = z.infer<typeof dutyView>;
