import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { slug } from '../language/fields.js';
import { titleMaximum } from './post.rules.js';
import { threadBrief, threadOfTopic, staysInside, topicView, writingLanguage } from './post.schema.js';
import { topicLimits } from './topic.rules.js';

const dyad = z.object({ dyad: slug });
const title = z.string().trim().min(3).max(titleMaximum);

export const listTopics = contract({
  route: 'GET /api/dyads/:dyad/topics',
  summary: 'The topics of the forum',
  action: 'topic.read',
  params: dyad,
  response: z.object({ topics: z.array(topicView) }),
});

export const listLatestThreads = contract({
  route: 'GET /api/dyads/:dyad/threads',
  summary: 'The threads with the newest posts, of all topics',
  action: 'topic.read',
  params: dyad,
  query: z.object({ limit: z.coerce.number().int().min(1).max(20).default(5) }),
  response: z.object({ threads: z.array(threadOfTopic) }),
});

export const readTopic = contract({
  route: 'GET /api/dyads/:dyad/topics/:topic',
  summary: 'One topic with its threads, those with the newest posts first',
  action: 'topic.read',
  params: dyad.extend({ topic: slug }),
  query: z.object({ before: z.iso.datetime().optional(), limit: z.coerce.number().int().min(1).max(100).default(30) }),
  response: z.object({ topic: topicView, threads: z.array(threadBrief), hasMore: z.boolean(), seq: z.int() }),
  failures: ['request.not_found'],
});

const bothTexts = (maximum: number) => z.record(z.string().min(2).max(8), z.string().trim().min(3).max(maximum));

export const openTopic = contract({
  route: 'POST /api/dyads/:dyad/topics',
  summary:
    'Open a topic, with its title and description in both languages; its posts are read first until both sides agree otherwise',
  action: 'topic.open',
  status: 201,
  idempotent: true,
  params: dyad,
  body: z.object({
    slug,
    title: bothTexts(topicLimits.title),
    description: bothTexts(topicLimits.description),
  }),
  response: topicView,
  failures: ['topic.slug_taken', 'request.invalid'],
});

export const openThread = contract({
  route: 'POST /api/dyads/:dyad/topics/:topic/threads',
  summary: 'Begin a thread with its first post; in a pre-moderated topic it waits like any post',
  action: 'thread.open',
  status: 201,
  idempotent: true,
  params: dyad.extend({ topic: slug }),
  body: z.object({ title, text: z.string().trim().min(1).max(10_000), language: writingLanguage, staysInside }),
  response: z.object({ thread: z.uuid(), post: z.uuid(), state: z.enum(['live', 'pending']) }),
  failures: ['topic.read_only', 'topic.frozen', 'post.text_unreadable', 'post.language_not_spoken_here'],
});
