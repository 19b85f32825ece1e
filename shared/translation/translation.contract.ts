import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { id, slug } from '../language/fields.js';
import { translationView } from './translation.schema.js';

const ofPost = z.object({ dyad: slug, post: id });
const language = z.string().min(2).max(8);

export const askForTranslation = contract({
  route: 'POST /api/dyads/:dyad/posts/:post/translation-requests',
  summary: 'Ask people to translate a post that has no translation, or only one by a machine',
  action: 'translation.ask',
  idempotent: true,
  params: ofPost,
  body: z.object({ language }),
  response: translationView,
  failures: ['post.not_found', 'translation.not_needed', 'request.too_fast'],
});

export const provideTranslation = contract({
  route: 'PUT /api/dyads/:dyad/posts/:post/translations/:language',
  summary: 'Propose a translation of a post, or a better one',
  action: 'translation.provide',
  idempotent: true,
  params: ofPost.extend({ language }),
  body: z.object({ text: z.string().trim().min(1).max(10_000), revision: z.int().min(1) }),
  response: translationView.extend({ /** Readers have it when both sides stand behind it. */ waits: z.boolean() }),
  failures: [
    'post.not_found',
    'post.revision_outdated',
    'translation.not_needed',
    'translation.languages_not_declared',
  ],
});
