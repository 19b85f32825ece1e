import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { id, slug } from '../language/fields.js';
import { disputeKinds } from './human-work.rules.js';
import { rememberedSentence } from './memory.schema.js';
import { translationDossier, translationNews, translationWork } from './human-work.schema.js';

const ofLanguage = z.object({ dyad: slug, post: id, language: z.string().min(2).max(8) });
const ofDispute = ofLanguage.extend({ dispute: id });
const words = z.string().trim().min(1).max(1_000);

/** There is no such text to translate, or not into that language. */
const targetFailures = ['post.not_found', 'translation.not_needed'] as const;

export const readTranslation = contract({
  route: 'GET /api/dyads/:dyad/posts/:post/translations/:language',
  summary: 'Everything there is of a post in one language: proposals, disputes, and what was shown before',
  action: 'translation.view',
  params: ofLanguage,
  response: translationDossier,
  failures: targetFailures,
});

export const acceptTranslation = contract({
  route: 'POST /api/dyads/:dyad/posts/:post/translations/:language/reviews',
  summary: 'Stand behind a translation that somebody else made; it is reviewed when somebody of each side does',
  action: 'translation.review',
  idempotent: true,
  params: ofLanguage,
  body: z.object({ translation: id }),
  response: translationDossier,
  failures: [...targetFailures, 'translation.closed', 'translation.languages_not_declared', 'access.own_item'],
});

export const declineTranslation = contract({
  route: 'POST /api/dyads/:dyad/posts/:post/translations/:language/refusals',
  summary: 'Decline a translation that somebody of the other side proposed and readers do not have, with the reason',
  action: 'translation.review',
  idempotent: true,
  params: ofLanguage,
  body: z.object({ translation: id, reason: words }),
  response: translationDossier,
  failures: [
    ...targetFailures,
    'translation.closed',
    'translation.languages_not_declared',
    'access.own_item',
    'access.other_side',
  ],
});

export const disputeTranslation = contract({
  route: 'POST /api/dyads/:dyad/posts/:post/translations/:language/disputes',
  summary: 'Say what is wrong with a translation; readers see that it is disputed until it is resolved',
  action: 'translation.dispute',
  idempotent: true,
  params: ofLanguage,
  body: z.object({ translation: id, kind: z.enum(disputeKinds), words }),
  response: translationDossier,
  failures: [...targetFailures, 'translation.closed', 'translation.disputed'],
});

export const declineDispute = contract({
  route: 'POST /api/dyads/:dyad/posts/:post/translations/:language/disputes/:dispute/refusal',
  summary: 'Say, as somebody of the other side who reads both languages, why the translation is right as it is',
  action: 'translation.decline_dispute',
  idempotent: true,
  params: ofDispute,
  body: z.object({ reason: words }),
  response: translationDossier,
  failures: [
    ...targetFailures,
    'translation.closed',
    'translation.languages_not_declared',
    'access.own_item',
    'access.other_side',
    'request.not_found',
  ],
});

export const confirmDispute = contract({
  route: 'POST /api/dyads/:dyad/posts/:post/translations/:language/disputes/:dispute/confirmation',
  summary: 'Say, as whoever wrote the original, that a translation changes its meaning',
  action: 'translation.confirm_dispute',
  idempotent: true,
  params: ofDispute,
  response: translationDossier,
  failures: [...targetFailures, 'translation.closed', 'access.not_author', 'request.not_found'],
});

export const takeUpTranslation = contract({
  route: 'PUT /api/dyads/:dyad/posts/:post/translations/:language/claim',
  summary: 'Take up a translation for half an hour, so that nobody else does the same work meanwhile',
  action: 'translation.claim',
  params: ofLanguage,
  response: translationDossier,
  failures: [...targetFailures, 'translation.claimed', 'translation.languages_not_declared'],
});

export const giveBackTranslation = contract({
  route: 'DELETE /api/dyads/:dyad/posts/:post/translations/:language/claim',
  summary: 'Give back a translation that one has taken up',
  action: 'translation.claim',
  params: ofLanguage,
  status: 204,
  failures: [...targetFailures, 'translation.languages_not_declared'],
});

export const lookUpInMemory = contract({
  route: 'GET /api/dyads/:dyad/posts/:post/translations/:language/memory',
  summary:
    'What the memory has that is like the sentences of a post; nothing of texts that are not before every member',
  action: 'translation.look_up',
  params: ofLanguage,
  response: z.object({ sentences: z.array(rememberedSentence) }),
  failures: [...targetFailures, 'translation.languages_not_declared'],
});

export const listTranslationWork = contract({
  route: 'GET /api/dyads/:dyad/translation-work',
  summary: 'What waits for people who translate, oldest first, and what happened to the caller’s own work',
  action: 'translation.work',
  params: z.object({ dyad: slug }),
  query: z.object({ from: z.string().max(8).optional(), to: z.string().max(8).optional() }),
  response: z.object({ work: z.array(translationWork), news: z.array(translationNews) }),
});

export const dismissTranslationNews = contract({
  route: 'DELETE /api/dyads/:dyad/translation-news/:news',
  summary: 'Take a piece of news about one’s own translations from the list',
  action: 'translation.work',
  params: z.object({ dyad: slug, news: id }),
  status: 204,
  failures: ['request.not_found'],
});
