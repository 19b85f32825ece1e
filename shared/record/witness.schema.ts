import { z } from 'zod';
import { bilingualText } from '../language/bilingual-text.schema.js';
import { witnessLimits, witnessSides } from './witness.rules.js';

/** What verifies the cosignatures of a witness, in one line (C2SP tlog-cosignature). */
const verifierKey = z.string().trim().min(1).max(witnessLimits.verifierKey);

/** Who looks at the log on behalf of one side, as stewards of both sides appoint them. */
export const witnessProposal = z.object({
  verifierKey,
  side: z.enum(witnessSides),
  name: bilingualText(witnessLimits.name),
  /** Where a C2SP tlog-witness answers; it stands in the policy of the log, so it has no spaces. */
  url: z
    .url({ protocol: /^https$/ })
    .max(witnessLimits.url)
    .regex(/^[!-~]+$/)
    .nullable()
    .default(null),
});

export const witnessRemoval = z.object({ verifierKey });

/** What a steward reads before a witness is appointed, or dismissed. */
export const witnessActDetails = z.object({
  verifierKey: z.string(),
  side: z.enum(witnessSides),
  name: z.record(z.string(), z.string()),
  url: z.string().nullable(),
});
export type WitnessActDetails = z.output<typeof witnessActDetails>;
