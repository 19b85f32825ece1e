import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { id, slug } from '../language/fields.js';
import { translationView } from './translation.schema.js';

const ofPost = z.object({ dyad: slug, post: id });
const language = z.string().min(2).max(8);

export const askForTranslation = contract({
  route: 'POST /api/dyads/:dyad/posts/:post/translation-requests',
  summary: 'Ask people to translate a post that has no translation, or only a doubtful one',
  action: 'translation.ask',
  idempotent: true,
  params: ofPost,
  body: z.object({ language }),
  response: translationView,
  failures: ['post.not_found', 'translation.not_needed'],
});

export const provideTranslation = contract({
  route: 'PUT /api/dyads/:dyad/posts/:post/translations/:language',
  summary: 'Write, or correct, the translation of a post',
  action: 'translation.provide',
  idempotent: true,
  params: ofPost.extend({ language }),
  body: z.object({ text: z.string().trim().min(1).max(10_000), revision: z.int().min(1) }),
  response: translationView,
  failures: ['post.not_found', 'post.revision_outdated', 'translation.not_needed'],
});
