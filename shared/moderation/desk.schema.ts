import { z } from 'zod';
import { charterArticle, memberView } from '../dyads/dyad.schema.js';
import { postView, titleView } from '../forums/post.schema.js';
import { id } from '../language/fields.js';
import { richText } from '../language/rich-text.schema.js';
import { translationView } from '../translation/translation.schema.js';
import { claimView } from './claim.schema.js';
import { contentKinds } from './content-kind.rules.js';
import { contentMeasures, sanctionKinds } from './decision-classes.rules.js';
import { cardStates } from './desk.rules.js';
import { findingSchema } from './detection/finding.schema.js';
import { proposalView } from './proposal.schema.js';
import { reasonCode } from './reason.schema.js';
import { reportOutcomes } from './report.rules.js';
import { deskReports } from './report.schema.js';

/** A text that is as authentic as the one beside it. */
export const facingText = z.object({ language: z.string(), body: richText });

/** One thing on the desk. Moderators see side and pseudonym of the author, never e-mail or login. */
export const deskItem = z
  .object({
    id,
    version: z.int(),
    state: z.enum(cardStates),
    /** Whether readers see the words now. */
    shown: z.boolean(),
    kind: z.enum(contentKinds),
    content: id,
    revision: z.int(),
    /** What it stands in: for a post, its thread; for what stands by itself, that. */
    place: id,
    /** Where it stands, of what stands in a thread. */
    thread: id.nullable(),
    /** What that is called, or the thing itself, where it has a title. */
    threadTitle: z.string().nullable(),
    topicTitle: titleView.nullable(),
    author: memberView,
    language: z.string(),
    body: richText,
    /** The other of two equally authentic texts, of what has two; the one above is no more than it. */
    facing: facingText.nullable(),
    translations: z.array(translationView),
    replyTo: z.object({ author: memberView, body: richText, language: z.string() }).nullable(),
    waitingSince: z.iso.datetime(),
    heldUntil: z.iso.datetime().nullable(),
    /** Who holds it, and so can end the hold alone. */
    heldBy: memberView.nullable(),
    /** How urgent reports and findings make it, before the time that it has waited is looked at; 1 is ordinary. */
    priority: z.number(),
    /** What was found in the words by itself; the places of the findings are of `source`, the words as they were written. */
    found: z.object({ source: z.string(), findings: z.array(findingSchema) }).nullable(),
    reports: deskReports,
    /** Who has taken it up, at most one of each side. */
    claims: z.array(claimView),
    /** What is being decided about it, or was decided last. */
    proposal: proposalView.nullable(),
    /** What happened to it so far: role and side of who acted, never the name. */
    events: z.array(
      z.object({
        type: z.string(),
        side: z.enum(['a', 'b', 'neutral']).nullable(),
        reason: reasonCode.nullable(),
        note: z.string(),
        at: z.iso.datetime(),
      }),
    ),
  })
  // Many answers are a card: the API page describes it once.
  .meta({ id: 'DeskItem' });
export type DeskItem = z.infer<typeof deskItem>;

/** What a moderator may want to read before deciding: only what every member can read as well. */
export const deskContext = z.object({
  /** The posts of the thread around the item; for one that waits, those before it. Oldest first. */
  thread: z.array(postView),
  /** Other posts of the same author, newest first. */
  byAuthor: z.array(postView),
});
export type DeskContext = z.infer<typeof deskContext>;

/** A past decision about words like those of an item. */
export const precedent = z.object({
  item: id,
  reason: reasonCode,
  outcome: z.enum(reportOutcomes),
  measure: z.enum(contentMeasures).nullable(),
  sanction: z.enum(sanctionKinds).nullable(),
  decidedOn: z.iso.date(),
  /** How many of their trigrams the words share, from 0 to 1; 0 also where there are no words any more. */
  likeness: z.number(),
});

/** What helps to decide alike cases alike. */
export const deskPrecedents = z.object({
  /** The article that the newest proposal about the item names, as it stood in the version that was applied. */
  article: charterArticle.extend({ version: z.int() }).nullable(),
  /** Decisions for the same reasons, the most alike first. */
  precedents: z.array(precedent),
});
export type DeskPrecedents = z.infer<typeof deskPrecedents>;
