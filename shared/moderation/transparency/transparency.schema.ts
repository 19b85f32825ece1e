import { z } from 'zod';
import { slug } from '../../language/fields.js';
import { appealVerdicts } from '../appeal.rules.js';
import { closedOutcomes } from '../digest/digest.rules.js';
import { itemSources } from '../fairness/fairness.rules.js';
import { reasonCodes } from '../reasons.js';
import { sanctionKinds } from '../decision-classes.rules.js';
import { restrictingMeasures } from '../statement-of-reasons/decided-restriction.js';
import { categories } from '../statement-of-reasons/dsa-terms.js';
import { transparencyFormat, transparencyLicense } from './transparency.rules.js';

const count = z.int().min(0);
/** Null, or not in its list, where it is about fewer than ten items or five authors, or would give such a number away. */
const told = count.nullable();
const hours = z.number().min(0).nullable();
const ofEachSide = z.object({ a: count, b: count });

/**
 * What moderators of a dialogue did in one month that is over (DSA, articles 15 and 24; Santa Clara Principles 2.0, Numbers):
 * made from the events alone, of both sides together.
 */
export const transparencyReport = z.object({
  format: z.literal(transparencyFormat),
  license: z.literal(transparencyLicense),
  dyad: slug,
  period: z.object({ from: z.iso.date(), to: z.iso.date() }),
  /** What members reported, by what the DSA Transparency Database calls the reason. */
  notices: z.object({
    total: told,
    byCategory: z.array(z.object({ category: z.enum(categories), count })),
    medianHours: hours,
  }),
  /** What moderators restricted without a report, by themselves or shown by a detector. */
  ownInitiative: told,
  decisions: z.object({
    total: told,
    byKind: z.array(
      z.object({
        reason: z.enum(reasonCodes).nullable(),
        measure: z.enum(restrictingMeasures).nullable(),
        source: z.enum(itemSources),
        outcome: z.enum(closedOutcomes),
        count,
      }),
    ),
    medianHours: hours,
  }),
  /** Appeals, of authors and of those who reported. */
  complaints: z.object({
    received: told,
    decided: told,
    byOutcome: z.array(z.object({ outcome: z.enum(appealVerdicts), count })),
    medianDays: hours,
  }),
  sanctions: z.array(z.object({ kind: z.enum(sanctionKinds), count })),
  /** What a detector brought before moderators, how much of that they left as it was, and what no person decided. */
  automation: z.object({ detected: told, detectedAndLeft: told, decidedByMachine: told }),
  /** What governments and parties to the conflict asked to have restricted, by the side they belong to; also when nobody did. */
  requests: z.object({ government: ofEachSide, party: ofEachSide }),
});
export type TransparencyReport = z.infer<typeof transparencyReport>;
