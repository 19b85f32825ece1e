import { z } from 'zod';
import { sides } from '../../access/actor.js';
import { languageTag } from '../../language/bilingual-text.schema.js';
import { id, slug } from '../../language/fields.js';
import { itemSources } from '../fairness/fairness.rules.js';
import { reasonCodes } from '../reasons.js';
import { restrictingMeasures, restrictingSanctions } from '../statement-of-reasons/decided-restriction.js';
import { closedOutcomes, digestFormat } from './digest.rules.js';

const count = z.int().min(0);
const ofEachSide = z.strictObject({ a: count, b: count });
const version = z.int().min(1);

/** SHA-256 in hexadecimal. */
export const sha256Hex = z.string().regex(/^[0-9a-f]{64}$/);

/** What a restriction is: of content, of a member, or of both. `days` is null for good. */
export const restrictionShape = {
  reason: z.enum(reasonCodes),
  measure: z.enum(restrictingMeasures).nullable(),
  sanction: z.strictObject({ kind: z.enum(restrictingSanctions), days: z.int().min(1).nullable() }).nullable(),
  detectedAutomatically: z.boolean(),
  decidedBy: z.enum(['people', 'machine']),
  /** The sides whose keys it took, in the order a, b, neutral; none where a machine holds spam. */
  keys: z.array(z.enum(sides)).max(sides.length),
  /** Whether a neutral moderator's key stood in for a side that had nobody. */
  isProxy: z.boolean(),
} as const;

/** One restriction, with nothing of whom or what it is about but what it commits to. */
export const digestDecision = z.strictObject({ puid: id, ...restrictionShape, commitment: sha256Hex });
export type DigestDecision = z.infer<typeof digestDecision>;

/** How many cases were closed in one way; without a reason where nothing was held against the words. */
const digestCount = z.strictObject({
  reason: z.enum(reasonCodes).nullable(),
  measure: z.enum(restrictingMeasures).nullable(),
  sanction: z.enum(restrictingSanctions).nullable(),
  source: z.enum(itemSources),
  outcome: z.enum(closedOutcomes),
  count: z.int().min(1),
});

/**
 * What moderators of a dialogue did on one day, as it goes into the public record. It has no field for free text, no pseudonym,
 * no time more exact than the day; decisions stand in the order of their random ids.
 */
export const moderationDigest = z.strictObject({
  format: z.literal(digestFormat),
  dyad: slug,
  day: z.iso.date(),
  /** By which rules was decided. */
  versions: z.strictObject({
    charter: version,
    reasons: version,
    wordLists: z.array(z.strictObject({ language: languageTag, version })),
  }),
  counts: z.array(digestCount),
  /** Until half of what was closed had been decided, in whole hours; null when nothing was. */
  medianHoursToDecision: count.nullable(),
  /** What waits at the end of the day, and for how long, in whole days. */
  pending: z.strictObject({ items: count, medianDays: count.nullable(), longestDays: count.nullable() }),
  /** Keys that neutral moderators gave for a side. */
  proxyKeys: count,
  /** What ended because its time was over. */
  expiries: z.strictObject({ holds: count, proposals: count }),
  appeals: z.strictObject({ received: count, upheld: count, varied: count, overturned: count }),
  /** What governments and parties to the conflict asked to have restricted, by the side they belong to; also when nobody did. */
  requests: z.strictObject({ governments: ofEachSide, parties: ofEachSide }),
  decisions: z.array(digestDecision),
});
export type ModerationDigest = z.infer<typeof moderationDigest>;
