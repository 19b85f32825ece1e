import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { slug } from '../language/fields.js';
import { postText, topicView, writingLanguage } from '../forums/post.schema.js';
import { commentAnchor, statementThreads } from './comment.schema.js';

const dyad = z.object({ dyad: slug });
const statement = dyad.extend({ statement: z.uuid() });

export const listStatementThreads = contract({
  route: 'GET /api/dyads/:dyad/statements/:statement/threads',
  summary: 'The threads beside the words of a statement: those that readers see, and what the caller waits for',
  action: 'comment.read',
  params: statement,
  response: statementThreads,
  failures: ['request.not_found'],
});

export const openStatementThread = contract({
  route: 'POST /api/dyads/:dyad/statements/:statement/clauses/:clause/threads',
  summary: 'Begin a thread about words of a clause; it waits for a moderator as any thread of the forum does',
  action: 'comment.open',
  status: 201,
  idempotent: true,
  params: statement.extend({ clause: z.uuid() }),
  body: z.object({ about: commentAnchor, text: postText, language: writingLanguage }),
  response: z.object({ thread: z.uuid(), post: z.uuid(), state: z.enum(['live', 'pending']) }),
  failures: [
    'request.not_found',
    'comment.words_gone',
    'document.read_only',
    'topic.read_only',
    'topic.frozen',
    'post.text_unreadable',
    'post.language_not_spoken_here',
  ],
});

export const resolveStatementThread = contract({
  route: 'PUT /api/dyads/:dyad/statements/:statement/threads/:thread/resolution',
  summary: 'Say that what a thread is about is settled, or open it again: by a drafter, or by whoever began it',
  action: 'comment.resolve',
  status: 204,
  params: statement.extend({ thread: z.uuid() }),
  body: z.object({ resolved: z.boolean() }),
  failures: ['request.not_found', 'document.read_only', 'access.not_author'],
});

export const listStatementTopics = contract({
  route: 'GET /api/dyads/:dyad/statement-topics',
  summary: 'How comments on each statement reach readers, for those who can change it together',
  action: 'joint_act.view',
  params: dyad,
  response: z.object({ topics: z.array(topicView.pick({ slug: true, mode: true, place: true })) }),
});
