import { z } from 'zod';
import { sides } from '../access/actor.js';
import { memberView, texts } from '../dyads/dyad.schema.js';
import { organisationBrief } from '../dyads/organisation.schema.js';
import { bilingualText } from '../language/bilingual-text.schema.js';
import { id } from '../language/fields.js';
import { erasedPart } from '../record/erased-part.js';
import { commitmentLimits as limits, promisors } from './commitment.rules.js';

const day = z.iso.date();
const httpsLink = z.url({ protocol: /^https$/ }).max(limits.link);
export const contentHash = z.string().regex(/^[0-9a-f]{64}$/);

/** The clause that a commitment comes from, by its number in the ratified text, or an agreement made elsewhere. */
export const commitmentOrigin = z.discriminatedUnion('type', [
  z.object({ type: z.literal('clause'), statement: id, clause: z.int().min(1) }).strict(),
  z
    .object({
      type: z.literal('agreement'),
      name: bilingualText(limits.agreement),
      article: z.string().trim().min(1).max(limits.article),
      link: httpsLink,
      day,
    })
    .strict(),
]);
export type CommitmentOrigin = z.output<typeof commitmentOrigin>;

/** What is measured. Values are whole numbers of the last decimal: 125 with one decimal is 12.5. */
export const indicator = z
  .object({
    name: bilingualText(limits.indicator),
    unit: bilingualText(limits.unit),
    decimals: z.int().min(0).max(limits.decimals),
    baseline: z.int(),
    /** It may be below the baseline: some things shall become less. */
    target: z.int(),
  })
  .strict();

/** A step on the way; its number is its place in the list, from 1. */
export const milestoneContent = z
  .object({
    title: bilingualText(limits.title),
    due: day,
    /** The value that the indicator shall have by then, where there is one. */
    value: z.int().nullable(),
    /** Its share of the whole is its weight over the sum of all. */
    weight: z.int().min(1).max(limits.weight),
  })
  .strict();

/** Everything that both sides adopt, and that never changes afterwards. All texts stand in the languages of both sides. */
export const commitmentContent = z
  .object({
    promisor: z.enum(promisors),
    title: bilingualText(limits.title),
    text: bilingualText(limits.text),
    origin: commitmentOrigin,
    organisations: z.array(id).min(1).max(limits.organisations),
    indicator,
    deadline: day,
    /** What counts as a proof. */
    evidenceStandard: bilingualText(limits.evidenceStandard),
    milestones: z.array(milestoneContent).min(1).max(limits.milestones),
    /** The commitment that this one takes the place of, when it is adopted. */
    supersedes: id.nullable(),
  })
  .strict()
  .refine(({ milestones, deadline }) => milestones.every(({ due }) => due <= deadline), { path: ['milestones'] })
  .refine(({ organisations }) => new Set(organisations).size === organisations.length, { path: ['organisations'] });
export type CommitmentContent = z.output<typeof commitmentContent>;

/** Where a commitment comes from, as it is read. */
const originView = z.discriminatedUnion('type', [
  z.object({ type: z.literal('clause'), statement: id, clause: z.int() }),
  z.object({ type: z.literal('agreement'), name: texts, article: z.string(), link: z.string(), day }),
]);

/** The content as it is read: with organisations by their names. What a clause says is read with its statement. */
const contentView = {
  promisor: z.enum(promisors),
  title: texts,
  text: texts,
  origin: originView,
  organisations: z.array(organisationBrief),
  indicator: z.object({ name: texts, unit: texts, decimals: z.int(), baseline: z.int(), target: z.int() }),
  deadline: day,
  evidenceStandard: texts,
  supersedes: id.nullable(),
};

const milestoneView = z.object({
  number: z.int(),
  title: texts,
  due: day,
  value: z.int().nullable(),
  weight: z.int(),
});

export const commitmentContentView = z.object({ ...contentView, milestones: z.array(milestoneView) });
export type CommitmentContentView = z.output<typeof commitmentContentView>;

/** What members who draft or steward work on, before both sides adopt it. */
export const commitmentDraftView = z.object({
  id,
  content: commitmentContentView,
  /** Of the canonical content: what stewards adopt, and what a change says that it was made from. */
  hash: contentHash,
  draftedBy: memberView,
  /** The side that began it. */
  side: z.enum(sides),
  draftedOn: day,
  changedOn: day,
  /** That it came from a file, and not from the form. */
  imported: z.boolean(),
});
export type CommitmentDraftView = z.output<typeof commitmentDraftView>;

/** A weighted share from 0 to 1, and how many words it rests on; none where nobody said anything. */
const voice = z.object({ share: z.number().min(0).max(1).nullable(), n: z.int().min(0) });

/** Three voices beside each other; there is no number that merges them. */
export const progressView = z.object({ promisor: voice, otherSide: voice, evaluators: voice });

/** Facts that may hold together. */
export const standingView = z.object({
  standing: z.enum(['running', 'suspended', 'withdrawn', 'superseded']),
  suspendedUntil: day.nullable(),
  overdue: z.boolean(),
  contested: z.boolean(),
  fulfilledAsClaimed: z.boolean(),
  fulfilledAsAssessed: z.boolean(),
  /** The earliest day of a milestone that is not claimed to be reached. */
  nextDue: day.nullable(),
  progress: progressView,
});

/** What was erased of it: where nothing is left of a text, it is empty. */
const erased = z.array(erasedPart);

/** A commitment as a line of the board. */
export const commitmentBrief = standingView.extend({
  id,
  promisor: z.enum(promisors),
  title: texts,
  origin: originView,
  organisations: z.array(organisationBrief),
  deadline: day,
  adoptedOn: day,
  /** How many milestones it has. */
  milestones: z.int(),
  erased,
});
export type CommitmentBrief = z.output<typeof commitmentBrief>;

/** A milestone with the day it was promised for, claimed, and verified. */
export const milestoneStandingView = milestoneView.extend({
  claimedOn: day.nullable(),
  /** How the other side stands to the claim. */
  answer: z.enum(['waiting', 'acknowledged', 'contested', 'unanswered']).nullable(),
  verifiedOn: day.nullable(),
  /** The clock wrote down that the day had passed without a claim. */
  missed: z.boolean(),
  late: z.boolean(),
  erased,
});

/** A milestone in the list of what is due. */
export const dueMilestone = milestoneView.extend({
  commitment: id,
  commitmentTitle: texts,
  promisor: z.enum(promisors),
  missed: z.boolean(),
  erased,
});
export type DueMilestone = z.output<typeof dueMilestone>;
