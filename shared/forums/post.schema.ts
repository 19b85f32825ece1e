import { z } from 'zod';
import { topicModes } from '../access/conditions.js';
import { memberView } from '../dyads/dyad.schema.js';
import { id } from '../language/fields.js';
import { richText } from '../language/rich-text.schema.js';
import { reasonCode } from '../moderation/reason.schema.js';
import { whyNone } from '../translation/egress.rules.js';
import { translationView } from '../translation/translation.schema.js';
import { postMaximum } from './post.rules.js';
import { erasedPart } from '../record/erased-part.js';

/** What a member writes: Markdown, in a language they name. */
export const postText = z.string().trim().min(1).max(postMaximum);
export const writingLanguage = z.string().min(2).max(8);
/** Whether the words may go to no translation engine of others, whatever both sides consent to. */
export const staysInside = z.boolean().default(false);

/** A thing that a conversation is about, where it does not belong to the forum: what kind of thing, and which. */
export const topicPlace = z.object({ kind: z.string(), id });

/** A title with its translations, each with where it comes from. */
export const titleView = z.object({
  text: z.string(),
  language: z.string(),
  translations: z.array(z.object({ language: z.string(), text: z.string(), status: translationView.shape.status })),
  /** What was erased of it from the public record, where it stands there. */
  erased: z.array(erasedPart).optional(),
});

export const postStates = ['pending', 'live', 'held', 'returned', 'withdrawn', 'removed'] as const;
export type PostState = (typeof postStates)[number];

/**
 * A published post, the same for every reader: what depends on the reader is decided by the reader's page. A withdrawn
 * or held post keeps its place without its words.
 */
export const postView = z.object({
  id,
  thread: id,
  author: memberView,
  state: z.enum(['live', 'held', 'withdrawn', 'removed']),
  replyTo: id.nullable(),
  /** Who wrote the post it answers. */
  answers: memberView.nullable(),
  language: z.string(),
  /** The number of the revision shown, from 1. */
  revision: z.int(),
  /** Absent when the words may not be shown. */
  body: richText.nullable(),
  translations: z.array(translationView),
  /** What moderators of both sides decided about its words, and why; nobody's name is said. */
  restriction: z.object({ what: z.enum(['removed', 'redacted']), reason: reasonCode }).nullable(),
  /** Members see the minute; it is not shown to visitors, who see no post at all. */
  publishedAt: z.iso.datetime(),
  revisedAt: z.iso.datetime().nullable(),
});
export type PostView = z.infer<typeof postView>;

/** One's own post that is not (or not any more) published: what it waits for, or why it came back. */
export const ownPostView = z.object({
  id,
  thread: id,
  topic: z.string(),
  place: topicPlace.nullable(),
  state: z.enum(postStates),
  language: z.string(),
  /** Whether its words go to no translation engine of others. */
  staysInside: z.boolean(),
  revision: z.int(),
  /** The Markdown as written, to go on with. */
  source: z.string(),
  body: richText,
  replyTo: id.nullable(),
  writtenAt: z.iso.datetime(),
  /** For a waiting post: how many are before it, and how long it usually takes now, in minutes. */
  ahead: z.int().nullable(),
  usualMinutes: z.int().nullable(),
  /** For a returned or held post: the rule and the moderators' words, in the author's language. */
  reason: z
    .object({ code: z.string(), note: z.string(), since: z.iso.datetime(), until: z.iso.datetime().nullable() })
    .nullable(),
});
export type OwnPostView = z.infer<typeof ownPostView>;

export const revisionView = z.object({
  revision: z.int(),
  /** The Markdown as written. */
  source: z.string(),
  language: z.string(),
  body: richText,
  writtenAt: z.iso.datetime(),
});

export const threadBrief = z.object({
  id,
  title: titleView,
  /** Why no engine translated the title, by language; of those alone into which nobody did. */
  titleWhyNone: z.record(z.string(), z.enum(whyNone)),
  author: memberView,
  posts: z.int(),
  /** How many live posts each side wrote, for a reader who wants to hear both. */
  postsBySide: z.object({ a: z.int(), b: z.int(), neutral: z.int() }),
  closed: z.boolean(),
  lastPostAt: z.iso.datetime().nullable(),
});
export type ThreadBrief = z.infer<typeof threadBrief>;

/** A thread with the topic it belongs to, for a page above topics. */
export const threadOfTopic = threadBrief.extend({ topic: z.object({ slug: z.string(), title: titleView }) });
export type ThreadOfTopic = z.infer<typeof threadOfTopic>;

export const topicView = z.object({
  id,
  slug: z.string(),
  title: titleView,
  description: titleView,
  mode: z.enum(topicModes),
  /** Why the topic has this mode, when it is not the usual one. */
  modeReason: z.string().nullable(),
  place: topicPlace.nullable(),
  threads: z.int(),
  posts: z.int(),
  lastPostAt: z.iso.datetime().nullable(),
});
export type TopicView = z.infer<typeof topicView>;

export const threadView = z.object({
  thread: threadBrief,
  topic: topicView,
  /** Oldest first; `before` and `after` page on. */
  posts: z.array(postView),
  hasEarlier: z.boolean(),
  hasLater: z.boolean(),
  /** The topic's newest signal that this answer includes: follow on from here. */
  seq: z.int(),
});
export type ThreadView = z.infer<typeof threadView>;
