import { z } from 'zod';
import { sides } from '../access/actor.js';
import { texts } from '../dyads/dyad.schema.js';
import { organisationBrief } from '../dyads/organisation.schema.js';
import { bilingualText, languageTag } from '../language/bilingual-text.schema.js';
import { cleanText } from '../language/unicode-safety.js';
import { id } from '../language/fields.js';
import { erasedPart } from '../record/erased-part.js';
import {
  answerStates,
  assessmentLevels,
  commitmentLimits as limits,
  confidences,
  contestedParts,
  progressStatuses,
} from './commitment.rules.js';
import { commitmentContentView, contentHash, milestoneStandingView, standingView } from './commitment.schema.js';

const day = z.iso.date();
const httpsLink = z.url({ protocol: /^https$/ }).max(limits.link);

/** A text in the language it was written in, and in the other where its writer gave it. */
const written = (maximum: number) =>
  z
    .object({ language: languageTag, text: bilingualText(maximum) })
    .strict()
    .refine(({ language, text }) => Object.hasOwn(text, language), { path: ['text'] });

/** What shows that something is as it is said to be. Files are hashed where they lie, and are not kept here. */
export const evidence = z
  .object({
    files: z
      .array(
        z
          .object({
            name: z.string().overwrite(cleanText).trim().min(1).max(limits.fileName),
            /** SHA-256 of the file, in hexadecimal. */
            sha256: contentHash,
            bytes: z.int().min(0),
            /** Where the file can be had. */
            link: httpsLink.nullable(),
          })
          .strict(),
      )
      .max(limits.files)
      .default([]),
    links: z
      .array(
        z
          .object({
            href: httpsLink,
            /** The day on which whoever names it looked at it. */
            lookedAt: day,
          })
          .strict(),
      )
      .max(limits.links)
      .default([]),
  })
  .strict();
export type Evidence = z.output<typeof evidence>;

const subject = z.int().min(1).nullable();

/** What a responsible organisation says of a milestone, or of the whole where it names none. */
export const progressClaim = z
  .object({
    organisation: id,
    milestone: subject,
    status: z.enum(progressStatuses),
    /** The day that it will follow by, as they say; the due day stays. */
    newDay: day.nullable(),
    /** Of the indicator, in its last decimal. */
    value: z.int().nullable(),
    narrative: written(limits.narrative),
    evidence,
  })
  .refine(({ status, newDay }) => (status === 'missed_will_follow') === (newDay !== null), { path: ['newDay'] });
export type ProgressClaim = z.output<typeof progressClaim>;

/** Why a claim is taken back. */
export const claimWithdrawal = z.object({ reason: written(limits.reason) });

/** What the other side says to a claim: for an organisation, or as a steward where it names none. */
export const claimAnswerBody = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('acknowledged'), organisation: id.nullable() }).strict(),
  z
    .object({
      answer: z.literal('contested'),
      organisation: id.nullable(),
      part: z.enum(contestedParts),
      reason: written(limits.reason),
      evidence,
    })
    .strict(),
]);
export type ClaimAnswerBody = z.output<typeof claimAnswerBody>;

/** What an evaluator holds of a milestone, or of the whole where it names none. */
export const assessmentBody = z.object({
  milestone: subject,
  level: z.enum(assessmentLevels),
  /** In both languages: both sides are told why. */
  reasons: bilingualText(limits.reason),
  confidence: z.enum(confidences),
  /** What is not known, and what could change the assessment. */
  uncertainty: bilingualText(limits.reason),
  evidence,
});
export type AssessmentBody = z.output<typeof assessmentBody>;

const words = z.object({ language: z.string(), text: texts });
const seen = z.object({
  files: z.array(z.object({ name: z.string(), sha256: z.string(), bytes: z.int(), link: z.string().nullable() })),
  links: z.array(z.object({ href: z.string(), lookedAt: day })),
});

/** A step of the timeline. */
const step = {
  /** The revision of the commitment in the public record. */
  rev: z.int(),
  /** The number of its entry there; none until the log has signed it, a second or so. */
  entry: z.int().nullable(),
  on: day,
  /** What was erased of it: where nothing is left of a text, it is empty. */
  erased: z.array(erasedPart),
};
const claimStep = { ...step, claim: z.int() };

/** Everything that happened to a commitment, each as one entry of the public record. */
export const timelineStep = z.discriminatedUnion('type', [
  z.object({ ...step, type: z.literal('adopted'), hash: contentHash.nullable() }),
  z.object({ ...step, type: z.literal('suspended'), until: day, reason: texts }),
  z.object({ ...step, type: z.literal('resumed') }),
  z.object({ ...step, type: z.literal('withdrawn'), reason: texts }),
  z.object({ ...step, type: z.literal('superseded'), by: id }),
  z.object({ ...step, type: z.literal('missed'), milestone: z.int() }),
  z.object({
    ...claimStep,
    type: z.literal('reported'),
    organisation: organisationBrief,
    milestone: z.int().nullable(),
    status: z.enum(progressStatuses),
    newDay: day.nullable(),
    value: z.int().nullable(),
    narrative: words,
    evidence: seen,
    /** That it came after the day of its milestone. */
    late: z.boolean(),
    /** How the other side stands to it now, and until when it may still answer in time. */
    answer: z.enum(answerStates),
    answerBy: day,
    withdrawn: z.boolean(),
  }),
  z.object({
    ...claimStep,
    type: z.literal('acknowledged'),
    side: z.enum(sides),
    organisation: organisationBrief.nullable(),
  }),
  z.object({
    ...claimStep,
    type: z.literal('contested'),
    side: z.enum(sides),
    organisation: organisationBrief.nullable(),
    part: z.enum(contestedParts),
    reason: words,
    evidence: seen,
  }),
  z.object({ ...claimStep, type: z.literal('unanswered') }),
  z.object({ ...claimStep, type: z.literal('claim_withdrawn'), reason: words }),
  z.object({
    ...step,
    type: z.literal('assessed'),
    /** Evaluators have numbers in a dyad, and no names. */
    evaluator: z.int(),
    milestone: z.int().nullable(),
    level: z.enum(assessmentLevels),
    reasons: texts,
    confidence: z.enum(confidences),
    uncertainty: texts,
    evidence: seen,
  }),
]);
export type TimelineStep = z.output<typeof timelineStep>;

/** A commitment as anybody may read it, from what was adopted to the newest assessment. */
export const commitmentView = standingView.extend({
  id,
  dyad: z.string(),
  content: commitmentContentView.omit({ milestones: true }),
  /** None once a text was erased by which it was made: a guess of the text could be tested against it. */
  hash: contentHash.nullable(),
  /** The exact characters that were hashed (`canonicalCommitmentJson`); none once a text of them was erased. */
  canonical: z.string().nullable(),
  adoptedOn: day,
  milestones: z.array(milestoneStandingView),
  /** The commitment that took its place. */
  supersededBy: id.nullable(),
  timeline: z.array(timelineStep),
  /** What was erased of its title, and of its hash. */
  erased: z.array(erasedPart),
  /** The newest signal of its stream that is in it: follow on from here. */
  told: z.int(),
});
export type CommitmentView = z.output<typeof commitmentView>;

/** What a member may do about a commitment now. */
export const commitmentPart = z.object({
  /** Responsible organisations that the member may report for. */
  reportsFor: z.array(organisationBrief),
  /** Claims that wait for the member's side, as far as the member may answer. */
  mayAnswer: z.array(z.int()),
  /** Organisations that the member may answer for. */
  answersFor: z.array(organisationBrief),
  /** Whether the member may answer as a steward. */
  answersAsSteward: z.boolean(),
  mayAssess: z.boolean(),
});
export type CommitmentPart = z.output<typeof commitmentPart>;
