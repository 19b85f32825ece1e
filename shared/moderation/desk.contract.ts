import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { streamName } from '../contract/signals.js';
import { id, slug } from '../language/fields.js';
import { deskLists } from './desk.rules.js';
import { deskContext, deskItem, deskPrecedents } from './desk.schema.js';
import { filled } from './filled-text.schema.js';
import { reasonCode } from './reason.schema.js';

const dyad = z.object({ dyad: slug });
const anItem = dyad.extend({ item: id });
/** The version the moderator was looking at; a decision on anything older is refused, and the newer card shown. */
const version = z.int().min(1);
const note = filled(z.string().trim().max(1000));

/** A place in a list, as milliseconds and id: a page that goes on from it misses nothing that comes in or goes meanwhile. */
const deskPlace = z.string().regex(/^\d{1,15}\.[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);

export const readDesk = contract({
  route: 'GET /api/dyads/:dyad/desk',
  summary: 'What waits for moderators, most urgent first; the same list for both sides',
  action: 'desk.view',
  params: dyad,
  query: z.object({
    queue: z.enum(deskLists).default('pending'),
    /** The `next` of the page before. */
    after: deskPlace.optional(),
    limit: z.coerce.number().int().min(1).max(50).default(20),
  }),
  response: z.object({
    items: z.array(deskItem),
    counts: z.record(z.enum(deskLists), z.int()),
    /** From where the next page goes on, if there is one. */
    next: deskPlace.nullable(),
    seq: z.int(),
    stream: streamName,
  }),
});

export const readDeskItem = contract({
  route: 'GET /api/dyads/:dyad/desk/:item',
  summary: 'One item of the desk',
  action: 'desk.view',
  params: anItem,
  response: deskItem,
  failures: ['request.not_found'],
});

export const readDeskContext = contract({
  route: 'GET /api/dyads/:dyad/desk/:item/context',
  summary: 'What stands around an item: its thread, and other posts of its author',
  action: 'desk.view',
  params: anItem,
  response: deskContext,
  failures: ['request.not_found'],
});

export const readDeskPrecedents = contract({
  route: 'GET /api/dyads/:dyad/desk/:item/precedents',
  summary:
    'What helps to decide an item as others were: the article that is applied, and past decisions about alike words',
  action: 'desk.view',
  params: anItem,
  response: deskPrecedents,
  failures: ['request.not_found'],
});

const decisionFailures = [
  'moderation.version_outdated',
  'moderation.step_not_possible',
  'access.own_item',
  'request.not_found',
] as const;

export const approveItem = contract({
  route: 'POST /api/dyads/:dyad/desk/:item/approval',
  summary: 'Publish a waiting or reported item; one key of either side is enough',
  action: 'desk.approve',
  idempotent: true,
  params: anItem,
  body: z.object({ version }),
  response: deskItem,
  failures: decisionFailures,
});

export const holdItem = contract({
  route: 'POST /api/dyads/:dyad/desk/:item/hold',
  summary: 'Hold a published item for at most 24 hours; the hold ends by itself',
  action: 'desk.hold',
  idempotent: true,
  params: anItem,
  body: z.object({ version, reason: reasonCode, note: note.default('') }),
  response: deskItem,
  failures: [...decisionFailures, 'statement.fixed'],
});

export const holdPost = contract({
  route: 'POST /api/dyads/:dyad/posts/:post/hold',
  summary: 'Hold a published post that is not on the desk yet',
  action: 'desk.hold',
  idempotent: true,
  params: dyad.extend({ post: id }),
  body: z.object({ reason: reasonCode, note: note.default('') }),
  response: deskItem,
  failures: decisionFailures,
});

export const returnItem = contract({
  route: 'POST /api/dyads/:dyad/desk/:item/return',
  summary: 'Give a waiting item back to its author with a reason and words that help to rephrase',
  action: 'desk.return',
  idempotent: true,
  params: anItem,
  body: z.object({ version, reason: reasonCode, note: note.min(10) }),
  response: deskItem,
  failures: decisionFailures,
});
