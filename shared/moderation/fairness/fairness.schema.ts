import { z } from 'zod';
import { topicModes } from '../../access/conditions.js';
import { reasonCodes } from '../reasons.js';
import { findings, itemSources } from './fairness.rules.js';

const sided = <Shape extends z.ZodType>(shape: Shape) => z.object({ a: shape, b: shape });

const count = z.int().min(0);
const seconds = z.number().min(0);
const share = z.number().min(0).max(1);

/** A ratio with its 95 % confidence interval; null where nothing bounds it from above. */
export const estimateView = z.object({
  value: z.number().min(0).nullable(),
  low: z.number().min(0),
  high: z.number().min(0).nullable(),
});

const decidedCounts = z.object({ items: count, restricted: count.nullable() });
const waitView = z.object({ medianSeconds: seconds.nullable(), p90Seconds: seconds.nullable() });

/** Items with one value of something, on both sides. */
const breakdown = <Value extends string>(values: readonly Value[]) =>
  z.array(z.object({ value: z.enum(values), decided: sided(decidedCounts) }));

/**
 * Whether moderators treat the sides alike, over one period. Whatever would be about fewer than ten items or five authors is
 * null, or not in its list; figures are rounded so that counts cannot be worked out from them. `a` and `b` are written in the
 * same words of each side: a ratio is given both ways.
 */
export const fairnessReportView = z.object({
  period: z.object({ from: z.iso.date(), to: z.iso.date() }),
  finding: z.enum(findings),
  decided: sided(decidedCounts).nullable(),
  breakdowns: z.object({
    source: breakdown(itemSources),
    mode: breakdown(topicModes),
    reason: breakdown(reasonCodes),
  }),
  /** How much of what a side writes is reported. */
  reports: sided(z.object({ posts: count, reports: count, perThousandPosts: z.number().min(0) })).nullable(),
  /** The odds of being restricted, of each side over the other, with reason, source and mode alike. */
  mainEffect: z
    .object({
      oddsRatio: sided(estimateView),
      pValue: share,
      method: z.enum(['mantel_haenszel', 'exact_conditional']),
    })
    .nullable(),
  /** How many times higher the odds are that a first key restricts an author of the other side than of its own. */
  interaction: z.object({ ratio: estimateView, pValue: share }).nullable(),
  /** From coming before moderators to the decision; an item that still waits counts for as long as it waited. */
  time: z
    .object({ wait: sided(waitView), logRank: z.object({ chiSquare: z.number().min(0), pValue: share }).nullable() })
    .nullable(),
  held: sided(z.object({ items: count, medianSeconds: seconds })).nullable(),
  appeals: sided(z.object({ decided: count, overturned: count.nullable() })).nullable(),
  /** What outside raters say of a sample; not to be interpreted while they do not agree with each other. */
  rerating: z
    .object({
      alpha: z.number().max(1).nullable(),
      isInterpretable: z.boolean(),
      sample: sided(z.object({ items: count, contradicted: count.nullable() })),
    })
    .nullable(),
  alarm: z.object({
    threshold: z.number(),
    /** The Monday of the week at the end of which it was raised. */
    raisedIn: z.iso.date().nullable(),
    looks: z.array(z.object({ week: z.iso.date(), bayesFactor: z.number().min(0) })),
  }),
  power: z.object({
    comparisons: z.array(z.object({ one: share, other: share, itemsPerSide: count, isEnough: z.boolean() })),
    /** The difference that should be found, around the share that both sides have together. */
    sought: z.object({ difference: share, itemsPerSide: count, isEnough: z.boolean() }),
  }),
});
export type FairnessReport = z.infer<typeof fairnessReportView>;
