import { z } from 'zod';
import { memberView } from '../dyads/dyad.schema.js';
import { postView, titleView } from '../forums/post.schema.js';
import { id } from '../language/fields.js';
import { richText } from '../language/rich-text.schema.js';
import { translationView } from '../translation/translation.schema.js';
import { cardStates } from './desk.rules.js';
import { proposalView } from './proposal.schema.js';
import { reasonCode } from './reason.schema.js';

/** One thing on the desk. Moderators see side and pseudonym of the author, never e-mail or login. */
export const deskItem = z.object({
  id,
  version: z.int(),
  state: z.enum(cardStates),
  /** Whether readers see the words now. */
  shown: z.boolean(),
  kind: z.enum(['post']),
  content: id,
  revision: z.int(),
  /** What it stands in: for a post, its thread. */
  place: id,
  thread: id,
  threadTitle: z.string(),
  topicTitle: titleView,
  author: memberView,
  language: z.string(),
  body: richText,
  translations: z.array(translationView),
  replyTo: z.object({ author: memberView, body: richText, language: z.string() }).nullable(),
  waitingSince: z.iso.datetime(),
  heldUntil: z.iso.datetime().nullable(),
  /** Who holds it, and so can end the hold alone. */
  heldBy: memberView.nullable(),
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
});
export type DeskItem = z.infer<typeof deskItem>;

/** What a moderator may want to read before deciding: only what every member can read as well. */
export const deskContext = z.object({
  /** The posts of the thread around the item; for one that waits, those before it. Oldest first. */
  thread: z.array(postView),
  /** Other posts of the same author, newest first. */
  byAuthor: z.array(postView),
});
export type DeskContext = z.infer<typeof deskContext>;
