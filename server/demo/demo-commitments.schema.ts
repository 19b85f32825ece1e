import { z } from 'zod';
import {
  assessmentLevels,
  confidences,
  contestedParts,
  progressStatuses,
  promisors,
} from '../../shared/commitments/commitment.rules.js';
import { login, uiLanguage } from '../../shared/identity/account.schema.js';
import { slug } from '../../shared/language/fields.js';

/** In languages of the dyad, and in English where everybody reads it; the specification of the files checks which. */
const texts = z.record(z.string().length(2), z.string().trim().min(2));
const daysAgo = z.int().min(0).max(365);
/** From the day of the loading; what is past is negative. */
const inDays = z.int().min(-365).max(3650);
const words = z.strictObject({ language: uiLanguage, text: texts });

/** Of the other side, a day later: a contest where it says which part and why. */
const answer = z.strictObject({
  by: login,
  organisation: slug,
  daysAgo,
  part: z.enum(contestedParts).optional(),
  reason: words.optional(),
});

/** `commitments.json`: what both sides adopted of the clauses of their ratified statement, and what was said of it. */
export const demoCommitment = z.strictObject({
  /** Of the first ratified statement, from 1. */
  clause: z.int().min(1),
  by: login,
  daysAgo,
  promisor: z.enum(promisors),
  organisations: z.array(slug),
  title: texts,
  text: texts,
  indicator: z.strictObject({
    name: texts,
    unit: texts,
    decimals: z.int(),
    baseline: z.int(),
    target: z.int(),
  }),
  deadlineInDays: inDays,
  evidenceStandard: texts,
  milestones: z.array(z.strictObject({ title: texts, dueInDays: inDays, value: z.int().nullable(), weight: z.int() })),
  claims: z.array(
    z.strictObject({
      by: login,
      organisation: slug,
      daysAgo,
      milestone: z.int(),
      status: z.enum(progressStatuses),
      value: z.int().nullable(),
      narrative: words,
      links: z.array(z.strictObject({ href: z.url(), lookedAtDaysAgo: daysAgo })),
      answer,
    }),
  ),
  assessments: z.array(
    z.strictObject({
      by: login,
      daysAgo,
      milestone: z.int(),
      level: z.enum(assessmentLevels),
      confidence: z.enum(confidences),
      reasons: texts,
      uncertainty: texts,
    }),
  ),
});
export type DemoCommitment = z.infer<typeof demoCommitment>;
