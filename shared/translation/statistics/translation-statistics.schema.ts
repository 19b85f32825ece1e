import { z } from 'zod';
import {
  countedFigures,
  directionPairs,
  servedFindings,
  servedRespects,
  servedTests,
  translationStatisticsFormat,
  whyUntranslated,
} from './translation-statistics.rules.js';

const sided = <Shape extends z.ZodType>(shape: Shape) => z.object({ a: shape, b: shape });

const count = z.int().min(0);
const seconds = z.number().min(0);

/** What of one direction may be told. Null is what would be about small numbers of people; all are numbers of texts. */
export const directionFigures = z.object({
  counts: z.record(z.enum(countedFigures), count.nullable()),
  /** From publication to the first translation that readers had; null where so many still have none. */
  time: z.object({ medianSeconds: seconds.nullable(), p90Seconds: seconds.nullable() }).nullable(),
  /** The engines of what readers have, and the language in between; those that may be told. */
  engines: z.array(z.object({ engine: z.string(), via: z.string().nullable(), texts: count })),
  /** Why texts have no translation; the reasons that may be told. */
  untranslated: z.array(z.object({ why: z.enum(whyUntranslated), texts: count })),
});

const direction = z.object({
  from: z.string(),
  to: z.string(),
  month: directionFigures,
  /** Everything published until the end of that month. */
  all: directionFigures,
});
export type DirectionView = z.infer<typeof direction>;
export type DirectionFigures = z.infer<typeof directionFigures>;

/** Whether one direction between the languages of the sides is served worse in something, over everything so far. */
const comparison = z.object({
  respect: z.enum(servedRespects),
  finding: z.enum(servedFindings),
  /** The side from whose language is translated worse; null without such a finding. */
  worse: z.enum(['a', 'b']).nullable(),
  test: z.enum(servedTests).nullable(),
  /** After the correction for comparing in several respects. */
  pValue: z.number().min(0).max(1).nullable(),
});

/**
 * How what members publish reaches those who read another language, by direction, as it stood on a day: of what was
 * published in one month that is over, and of all until its end. In each pair of directions `a` is the one that begins
 * or ends with the language of that side, and so is `b`: nothing else tells them apart.
 */
export const translationStatisticsView = z.object({
  format: z.literal(translationStatisticsFormat),
  license: z.string(),
  dyad: z.string(),
  period: z.object({ from: z.iso.date(), to: z.iso.date() }),
  /** The day on which it was counted. */
  countedOn: z.iso.date(),
  pairs: z.array(z.object({ between: z.enum(directionPairs), directions: sided(direction) })),
  comparisons: z.array(comparison),
});
export type TranslationStatistics = z.infer<typeof translationStatisticsView>;
