import { z } from 'zod';

/** An engine of others, and who gets the texts that are sent to it; the country in two letters (ISO 3166-1). */
export const outsideEngine = z.object({
  engine: z.string().min(1).max(40),
  recipient: z.string().min(1).max(80),
  country: z.string().regex(/^[A-Z]{2}$/),
});
export type OutsideEngine = z.infer<typeof outsideEngine>;

/**
 * Where texts may go: engines of others that this server could ask, and whether both sides consent to each. Consent is to
 * this recipient in this country: when the operator has another, it is to be given again.
 */
export const egressView = z.object({
  engines: z.array(outsideEngine.extend({ consentedOn: z.iso.date().nullable() })),
  /** What was consented to and withdrawn, the newest first. */
  changes: z.array(
    outsideEngine.extend({
      type: z.enum(['given', 'withdrawn']),
      /** The side whose steward withdrew it; nothing when both gave it. */
      side: z.enum(['a', 'b']).nullable(),
      reason: z.string(),
      on: z.iso.date(),
    }),
  ),
});
export type EgressView = z.infer<typeof egressView>;
