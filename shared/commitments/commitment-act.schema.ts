import { z } from 'zod';
import { texts } from '../dyads/dyad.schema.js';
import { bilingualText } from '../language/bilingual-text.schema.js';
import { id } from '../language/fields.js';
import { commitmentLimits } from './commitment.rules.js';
import { commitmentContentView, contentHash } from './commitment.schema.js';

/** To adopt exactly this content; when a steward of each side has, it binds and is public. */
export const commitmentAdoption = z.object({ commitment: id, hash: contentHash });

const reason = bilingualText(commitmentLimits.reason);

/** To put a commitment off until the end of a day; its days stay what they are. */
export const commitmentSuspension = z.object({ commitment: id, until: z.iso.date(), reason });

/** To end a suspension before its last day. */
export const commitmentResumption = z.object({ commitment: id });

/** To end a commitment without another in its place. */
export const commitmentWithdrawal = z.object({ commitment: id, reason });

/** What a steward reads before answering, for each of these. */
export const commitmentActDetails = {
  /** Without its hash once a text was erased by which it was made. */
  adopted: z.object({ commitment: id, hash: contentHash.or(z.literal('')), content: commitmentContentView }),
  suspended: z.object({ commitment: id, title: texts, until: z.iso.date(), reason: texts }),
  resumed: z.object({ commitment: id, title: texts }),
  withdrawn: z.object({ commitment: id, title: texts, reason: texts }),
} as const;
