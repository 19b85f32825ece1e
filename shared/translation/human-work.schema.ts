import { z } from 'zod';
import { sides } from '../access/actor.js';
import { richText } from '../language/rich-text.schema.js';
import { id } from '../language/fields.js';
import { disputeKinds, disputeStates, translationNewsKinds, workReasons } from './human-work.rules.js';
import { translationCredit, translationStanding, translationView } from './translation.schema.js';

/** A translation as those who work with it see it: the words as they were written as well. */
const writtenTranslation = translationView.extend({ text: z.string().nullable() });

/** A translation that waits until both sides stand behind it, or one of the reader's own that was declined. */
const proposalView = z.object({
  id,
  text: z.string(),
  body: richText,
  by: translationCredit,
  /** The reader wrote it. */
  isOwn: z.boolean(),
  /** The reader stands behind it already. */
  isSeconded: z.boolean(),
  proposedOn: z.iso.date(),
  state: z.enum(['open', 'declined']),
  /** Why it was declined; its writer alone reads it. */
  reason: z.string(),
  standing: translationStanding,
});

const disputeView = z.object({
  id,
  kind: z.enum(disputeKinds),
  words: z.string(),
  side: z.enum(sides),
  isOwn: z.boolean(),
  madeOn: z.iso.date(),
  state: z.enum(disputeStates),
  /** Why it was declined. */
  answer: z.string(),
  /** Whoever wrote the original says that the meaning is changed indeed. */
  confirmedByAuthor: z.boolean(),
});

/** Everything that there is of one post in one language, for whoever reads both. */
export const translationDossier = z.object({
  post: id,
  thread: id,
  /** The original as it is shown now. */
  language: z.string(),
  target: z.string(),
  revision: z.int().min(1),
  text: z.string(),
  body: richText,
  isAuthor: z.boolean(),
  /** What the reader can do with these languages, as they say. */
  skill: z.enum(['none', 'judges', 'translates']),
  shown: writtenTranslation.nullable(),
  /** The reader stands behind what is shown already, or wrote it. */
  isSeconded: z.boolean(),
  /** What an engine made of the same words, also when a person's translation is shown. */
  machine: z.string().nullable(),
  proposals: z.array(proposalView),
  disputes: z.array(disputeView),
  /** Translations of the same words that others took the place of, newest first. */
  earlier: z.array(writtenTranslation),
  claim: z.object({ isOwn: z.boolean(), until: z.iso.datetime() }).nullable(),
});
export type TranslationDossier = z.infer<typeof translationDossier>;

/** A text that waits for people. */
export const translationWork = z.object({
  post: id,
  thread: id,
  language: z.string(),
  target: z.string(),
  excerpt: z.string(),
  reasons: z.array(z.enum(workReasons)).min(1),
  since: z.iso.date(),
  skill: z.enum(['none', 'judges', 'translates']),
  claim: z.object({ isOwn: z.boolean(), until: z.iso.datetime() }).nullable(),
});
export type TranslationWork = z.infer<typeof translationWork>;

export const translationNews = z.object({
  id,
  kind: z.enum(translationNewsKinds),
  post: id,
  thread: id,
  target: z.string(),
  on: z.iso.date(),
});
export type TranslationNews = z.infer<typeof translationNews>;
