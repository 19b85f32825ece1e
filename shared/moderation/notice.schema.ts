import { z } from 'zod';
import { sides } from '../access/actor.js';
import { id } from '../language/fields.js';
import { richText } from '../language/rich-text.schema.js';
import { appealStates } from './appeal.rules.js';
import { contentKinds } from './content-kind.rules.js';
import { facingText } from './desk.schema.js';
import { sanctionKinds } from './decision-classes.rules.js';
import { itemSources } from './fairness/fairness.rules.js';
import { decidedBy, noticeKinds } from './notice.rules.js';
import { reportOutcomes } from './report.rules.js';
import { reasonCode } from './reason.schema.js';
import { sanctionEnds } from './sanctions.rules.js';
import { restrictingMeasures } from './statement-of-reasons/decided-restriction.js';

const moment = z.iso.datetime();

/** How something came to its end before or at its time. */
const ended = z.object({ at: moment, by: z.enum(sanctionEnds) }).nullable();

const sanctionView = z.object({
  kind: z.enum(sanctionKinds),
  /** For how many days, from when until when; without an end where it happened once or is for good. */
  days: z.int().nullable(),
  startsAt: moment,
  endsAt: moment.nullable(),
  /** Of a warning: whether the member has acknowledged it. Nothing else asks for that. */
  acknowledged: z.boolean().nullable(),
  ended,
});

/** An answer from one seat of the panel, in the languages of both sides. Nobody learns more of a seat than its side. */
const panelAnswer = z.object({ side: z.enum(sides), reasons: z.record(z.string(), z.string()) });

export const appealView = z.object({
  id,
  /** Whether the reader made it, and not another of those who were told the same. */
  isOwn: z.boolean(),
  state: z.enum(appealStates),
  words: z.string(),
  language: z.string(),
  openedAt: moment,
  /** Until when it should be answered, and until when it is at the latest. */
  targetAt: moment,
  endAt: moment,
  decidedAt: moment.nullable(),
  /** Of those who came to the same; nobody where the time for an answer ran out. */
  answers: z.array(panelAnswer),
});
export type AppealView = z.infer<typeof appealView>;

/** What every notice says. */
const told = {
  id,
  /** What was decided about. */
  about: z.enum(contentKinds),
  content: id,
  at: moment,
  isRead: z.boolean(),
  appeal: appealView.nullable(),
  /** Until when an appeal is taken; nothing where none is. */
  appealableUntil: moment.nullable(),
};

/** A decision about one's words or about oneself, with the reasons for it (DSA, article 17). */
export const decisionNotice = z.object({
  kind: z.literal('decision'),
  ...told,
  measure: z.enum(restrictingMeasures).nullable(),
  /** Of a hold: when it ends by itself. */
  measureEndsAt: moment.nullable(),
  measureEnded: ended,
  sanction: sanctionView.nullable(),
  reason: reasonCode,
  /** The version of the list of reasons, whose words are kept as they were. */
  reasonVersion: z.int(),
  /** The version of the charter that was applied, and the article where one was meant. */
  policyVersion: z.int(),
  article: z.int().nullable(),
  /** What was found, in the language of each side; a hold has a note instead. */
  facts: z.record(z.string(), z.string()),
  note: z.string(),
  source: z.enum(itemSources),
  detectedAutomatically: z.boolean(),
  decidedBy: z.enum(decidedBy),
  thread: id.nullable(),
  threadTitle: z.string().nullable(),
  /** One's own words that were decided upon, and the passages taken out of them. */
  words: z
    .object({
      body: richText,
      language: z.string(),
      /** The other of two equally authentic texts, of what has two. */
      facing: facingText.nullable(),
      passages: z.array(z.string()),
    })
    .nullable(),
  /** Whether there is a statement in the form of the DSA Transparency Database: for what restricts. */
  hasStatement: z.boolean(),
  /** The public record commits to the decision, and what proves it can be downloaded. */
  isCommitted: z.boolean(),
});
export type DecisionNotice = z.infer<typeof decisionNotice>;

/** What became of something that one reported. */
export const reportNotice = z.object({
  kind: z.literal('report'),
  ...told,
  outcome: z.enum(reportOutcomes),
  thread: id.nullable(),
  threadTitle: z.string().nullable(),
});
export type ReportNotice = z.infer<typeof reportNotice>;

export const noticeView = z.discriminatedUnion('kind', [decisionNotice, reportNotice]);
export type NoticeView = z.infer<typeof noticeView>;

/** A notice in the list: what it is, and whether something is to be done. */
export const noticeLine = z.object({
  id,
  kind: z.enum(noticeKinds),
  about: z.enum(contentKinds),
  at: moment,
  isRead: z.boolean(),
  measure: z.enum(restrictingMeasures).nullable(),
  sanction: z.enum(sanctionKinds).nullable(),
  outcome: z.enum(reportOutcomes).nullable(),
  /** A warning that is still to be acknowledged. */
  isOpen: z.boolean(),
  appeal: z.enum(appealStates).nullable(),
});
export type NoticeLine = z.infer<typeof noticeLine>;
