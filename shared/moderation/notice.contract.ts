import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { streamName } from '../contract/signals.js';
import { languageTag } from '../language/bilingual-text.schema.js';
import { id, slug } from '../language/fields.js';
import { cleanText } from '../language/unicode-safety.js';
import { appealMaximum, appealMinimum } from './appeal.rules.js';
import { noticeLine, noticeView } from './notice.schema.js';

const dyad = z.object({ dyad: slug });
const aNotice = dyad.extend({ notice: id });

export const listNotices = contract({
  route: 'GET /api/dyads/:dyad/notices',
  summary: 'What moderators told the caller: decisions with their reasons, and what became of reports; newest first',
  action: 'notice.read',
  params: dyad,
  query: z.object({ after: id.optional() }),
  response: z.object({
    notices: z.array(noticeLine),
    hasMore: z.boolean(),
    unread: z.int(),
    /** What counts against the caller when moderators decide again, and until when the last of it does. */
    strikes: z.object({ weight: z.int(), until: z.iso.datetime().nullable() }),
    seq: z.int(),
    stream: streamName,
  }),
});

export const readNotice = contract({
  route: 'GET /api/dyads/:dyad/notices/:notice',
  summary: 'One notice, in full',
  action: 'notice.read',
  params: aNotice,
  response: noticeView,
  failures: ['request.not_found'],
});

export const acknowledgeNotice = contract({
  route: 'POST /api/dyads/:dyad/notices/:notice/acknowledgement',
  summary: 'Say that one has read a notice; after a warning one may write again',
  action: 'notice.acknowledge',
  params: aNotice,
  response: noticeView,
  failures: ['request.not_found'],
});

export const appealDecision = contract({
  route: 'POST /api/dyads/:dyad/notices/:notice/appeal',
  summary: 'Have people look at a decision who had nothing to do with it; once, within six months',
  action: 'notice.appeal',
  idempotent: true,
  status: 201,
  params: aNotice,
  body: z.object({
    words: z.string().overwrite(cleanText).trim().min(appealMinimum).max(appealMaximum),
    language: languageTag,
  }),
  response: noticeView,
  failures: [
    'request.not_found',
    'appeal.not_possible',
    'appeal.too_late',
    'appeal.made',
    'appeal.under_way',
    'post.language_not_spoken_here',
  ],
});

export const exportDisclosure = contract({
  route: 'GET /api/dyads/:dyad/notices/:notice/commitment.json',
  summary:
    'What opens the commitment of the public record to a restriction, so that its reader can prove what was decided',
  action: 'notice.read',
  params: aNotice,
  file: 'application/json; charset=utf-8',
  failures: ['request.not_found'],
});

export const exportStatement = contract({
  route: 'GET /api/dyads/:dyad/notices/:notice/statement.json',
  summary: 'The statement of reasons of a restriction, as the DSA Transparency Database takes it',
  action: 'notice.read',
  params: aNotice,
  file: 'application/json; charset=utf-8',
  failures: ['request.not_found'],
});
