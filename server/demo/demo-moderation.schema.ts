import { z } from 'zod';
import { topicModes } from '../../shared/access/conditions.js';
import { postText } from '../../shared/forums/post.schema.js';
import { login } from '../../shared/identity/account.schema.js';
import { slug } from '../../shared/language/fields.js';
import { variation } from '../../shared/moderation/appeal.schema.js';
import { allowedHostsChange, wordlistChange } from '../../shared/moderation/detection/wordlist.schema.js';
import { proposalDraft } from '../../shared/moderation/proposal.schema.js';
import { reasonCode } from '../../shared/moderation/reason.schema.js';
import { reportDraft } from '../../shared/moderation/report.schema.js';

/** What moderators did in a demonstration dyad, and what lies on their desk today, as it lies in `moderation.json`. */

const sentence = z.string().trim().min(2);
const inLanguages = z.record(z.string().length(2), sentence);
const hours = z.number().min(0).max(48);

/** A moment in a calendar month before this one, UTC: reports are made of whole months. */
const moment = z.strictObject({
  monthsAgo: z.int().min(1).max(2),
  day: z.int().min(1).max(25),
  hour: z.int().min(0).max(23),
});
export type DemoMoment = z.infer<typeof moment>;

const report = reportDraft.extend({ by: login }).strict();
const proposed = proposalDraft.omit({ facts: true });

const appeal = z.strictObject({
  words: sentence,
  verdict: z.enum(['uphold', 'vary']),
  variation: variation.optional(),
  reasons: inLanguages,
});

/** After `hours` a moderator reads a post that waits; what is said of the reason stands in `notes` and `facts`. */
const fate = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('publish'), hours, by: login }),
  z.strictObject({ do: z.literal('return'), hours, by: login, reason: reasonCode }),
  /** It is published and reported, and stays. */
  z.strictObject({ do: z.literal('leave'), hours, publishedBy: login, reports: z.array(report), by: login }),
  /** It is published and held, and the hold runs out. */
  z.strictObject({
    do: z.literal('hold'),
    hours,
    publishedBy: login,
    by: login,
    reason: reasonCode,
    note: sentence,
  }),
  /** It is published and reported, and a moderator of each side decides, the one named first before the other. */
  z.strictObject({
    do: z.literal('decide'),
    hours,
    publishedBy: login,
    reports: z.array(report),
    by: z.tuple([login, login]),
    ...proposed.shape,
    appeal: appeal.optional(),
  }),
]);

const post = z.strictObject({ author: login, body: postText, on: moment, fate });
export type DemoModeratedPost = z.infer<typeof post>;
export type DemoDecision = Extract<DemoModeratedPost['fate'], { do: 'decide' }>;
export type DemoAppeal = z.infer<typeof appeal>;

/** What moderators have before them today: published, and reported since; about some of it something is proposed. */
const todays = z.strictObject({
  author: login,
  body: postText,
  hoursAgo: hours,
  reports: z.array(report.extend({ hoursAgo: hours })),
  proposal: proposed
    .extend({
      by: login,
      hoursAgo: hours,
      /** A moderator of the other side asked for a panel. */
      opposed: z.strictObject({ by: login, note: sentence, hoursAgo: hours }).optional(),
    })
    .strict()
    .optional(),
});
export type DemoTodaysPost = z.infer<typeof todays>;

export const demoModeration = z.strictObject({
  /** Where all of it was written: a topic with one thread, where everything is read before it appears. */
  board: z.strictObject({
    topic: z.strictObject({ slug, mode: z.enum(topicModes), title: inLanguages, description: inLanguages }),
    thread: z.strictObject({ by: login, approvedBy: login, title: sentence, body: postText, on: moment }),
  }),
  /** What authors are told whose post is given back, by reason, in the language of their side. */
  notes: z.partialRecord(reasonCode, inLanguages),
  /** What was found where moderators of both sides decided, by reason, in the languages of both. */
  facts: z.partialRecord(reasonCode, inLanguages),
  posts: z.array(post),
  today: z.array(todays),
  wordLists: z.array(wordlistChange),
  allowedHosts: allowedHostsChange.shape.add,
});
export type ModerationTold = z.infer<typeof demoModeration>;
