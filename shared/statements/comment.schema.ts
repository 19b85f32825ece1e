import { z } from 'zod';
import { memberView } from '../dyads/dyad.schema.js';
import { longestAnchor } from './comment.rules.js';

/** A relative position of Yjs in base64url. It stays with the letter beside it, whatever is written around it. */
export const anchor = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .max(longestAnchor);

/** The words of a clause that a comment is about: which text, and from where to where. */
export const commentAnchor = z.object({ side: z.enum(['a', 'b']), start: anchor, end: anchor });
export type CommentAnchor = z.output<typeof commentAnchor>;

/** A thread of the forum beside the words of a clause. Its posts are read as those of any thread. */
export const statementThread = commentAnchor.extend({
  thread: z.uuid(),
  clause: z.uuid(),
  /** The words as they were when the thread was begun, as the server read them. */
  quote: z.string(),
  /** `waiting`: only its author sees it, until a moderator publishes its first post. */
  state: z.enum(['open', 'waiting', 'resolved']),
  author: memberView,
  posts: z.int(),
  resolved: z.object({ by: memberView, on: z.iso.date() }).nullable(),
});
export type StatementThread = z.output<typeof statementThread>;

export const statementThreads = z.object({
  threads: z.array(statementThread),
  /** The forum's topic of the statement, and its newest signal that is in this answer. */
  topic: z.uuid(),
  seq: z.int(),
});
export type StatementThreads = z.output<typeof statementThreads>;
