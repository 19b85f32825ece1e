import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { bilingualText } from '../language/bilingual-text.schema.js';
import { id, slug } from '../language/fields.js';
import { appealMaximum, appealVerdicts } from './appeal.rules.js';
import { appealCase, variation } from './appeal.schema.js';
import { filledInAll } from './filled-text.schema.js';

const anItem = z.object({ dyad: slug, item: id });

export const readAppeal = contract({
  route: 'GET /api/dyads/:dyad/desk/:item/appeal',
  summary: 'The newest appeal about an item: what it is against, and what its panel has said',
  action: 'desk.view',
  params: anItem,
  response: appealCase,
  failures: ['request.not_found'],
});

export const giveAppealVerdict = contract({
  route: 'POST /api/dyads/:dyad/desk/:item/appeal/verdicts',
  summary:
    'Say, from a seat of the panel, what becomes of a decision on appeal, with reasons in the languages of both sides',
  action: 'desk.judge',
  idempotent: true,
  params: anItem,
  body: z.object({
    /** The appeal that was read. */
    appeal: id,
    verdict: z.enum(appealVerdicts),
    /** What is left of the decision, where it is varied. */
    variation: variation.nullable().default(null),
    reasons: filledInAll(bilingualText(appealMaximum)),
  }),
  response: appealCase,
  failures: [
    'request.not_found',
    'access.own_item',
    'appeal.closed',
    'appeal.variation_unfit',
    'moderation.measure_unfit',
    'moderation.not_on_panel',
    'moderation.verdict_given',
    'moderation.passage_missing',
  ],
});
