import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { id, slug } from '../language/fields.js';
import { richText } from '../language/rich-text.schema.js';
import {
  ownPostView,
  postText,
  postView,
  revisionView,
  staysInside,
  threadView,
  writingLanguage,
} from './post.schema.js';

const inThread = z.object({ dyad: slug, thread: id });
const aPost = z.object({ dyad: slug, post: id });

export const readThread = contract({
  route: 'GET /api/dyads/:dyad/threads/:thread',
  summary: 'A thread with a page of its posts, originals and translations',
  action: 'thread.read',
  params: inThread,
  query: z.object({
    /** Posts published before or after this post, or with it in their middle; without any, the newest page. */
    before: id.optional(),
    after: id.optional(),
    around: id.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  response: threadView,
  failures: ['request.not_found', 'post.not_found'],
});

export const readPost = contract({
  route: 'GET /api/dyads/:dyad/posts/:post',
  summary: 'One published post',
  action: 'thread.read',
  params: aPost,
  response: postView,
  failures: ['post.not_found'],
});

export const writePost = contract({
  route: 'POST /api/dyads/:dyad/threads/:thread/posts',
  summary: 'Write a post; it is live at once or waits for a moderator, as the topic has it',
  action: 'post.write',
  status: 201,
  idempotent: true,
  params: inThread,
  body: z.object({ text: postText, language: writingLanguage, replyTo: id.nullable().default(null), staysInside }),
  response: z.object({ id, state: z.enum(['live', 'pending']) }),
  failures: [
    'thread.closed',
    'topic.read_only',
    'topic.frozen',
    'post.text_unreadable',
    'post.language_not_spoken_here',
    'post.not_found',
    'request.key_reused',
  ],
});

export const previewPost = contract({
  route: 'POST /api/dyads/:dyad/preview',
  summary: 'What a text will look like',
  action: 'post.preview',
  params: z.object({ dyad: slug }),
  body: z.object({ text: postText, language: writingLanguage }),
  response: z.object({
    body: richText,
    /** A dyad language that the text rather looks like, when it does not look like the named one. */
    looksLike: z.string().nullable(),
  }),
  failures: ['post.text_unreadable'],
});

export const revisePost = contract({
  route: 'PUT /api/dyads/:dyad/posts/:post',
  summary: "Write a new revision of one's own post; earlier ones stay readable",
  action: 'post.revise',
  idempotent: true,
  params: aPost,
  /** A post that stays inside once does so for good. */
  body: z.object({ text: postText, language: writingLanguage, revision: z.int().min(1), staysInside }),
  response: ownPostView,
  failures: [
    'post.not_found',
    'post.state_conflict',
    'post.revision_outdated',
    'post.text_unreadable',
    'access.not_author',
  ],
});

export const withdrawPost = contract({
  route: 'DELETE /api/dyads/:dyad/posts/:post',
  summary: "Take back one's own post; its place stays, its words go",
  action: 'post.withdraw',
  params: aPost,
  status: 204,
  failures: ['post.not_found', 'post.state_conflict', 'access.not_author', 'topic.frozen'],
});

export const readPostHistory = contract({
  route: 'GET /api/dyads/:dyad/posts/:post/revisions',
  summary: 'Every revision of a published post, newest first',
  action: 'post.history',
  params: aPost,
  response: z.object({ revisions: z.array(revisionView) }),
  failures: ['post.not_found'],
});

export const listOwnPosts = contract({
  route: 'GET /api/dyads/:dyad/posts/mine',
  summary: "One's own posts that wait, were returned or are held",
  action: 'post.own_waiting',
  params: z.object({ dyad: slug }),
  response: z.object({ posts: z.array(ownPostView) }),
});
