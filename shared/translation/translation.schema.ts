import { z } from 'zod';
import { sides } from '../access/actor.js';
import { id } from '../language/fields.js';
import { richText } from '../language/rich-text.schema.js';
import { whyNone } from './egress.rules.js';
import { memoryMatches, memoryOrigins } from './memory.rules.js';

export const translationStatuses = [
  'pending',
  'machine',
  'doubtful',
  'memory',
  'human',
  'asked',
  'unavailable',
  'held',
  'removed',
] as const;
export type TranslationStatus = (typeof translationStatuses)[number];

/** Who wrote a translation: by the name only where they want to be named. */
export const translationCredit = z.object({ pseudonym: z.string().nullable(), side: z.enum(sides) });

/** The sides of which somebody stands behind a translation. */
export const translationStanding = z.object({ a: z.boolean(), b: z.boolean() });

/**
 * One text in another language, and where it comes from. `doubtful`: a machine made it and a check failed; `asked`:
 * no engine serves the pair and somebody asked people for it; `memory`: people translated every sentence of it before; `unavailable`: no engine, and nobody asked yet. `held` and
 * `removed`: moderators keep it from readers, for a day at most or for good.
 */
export const translationView = z.object({
  id,
  language: z.string(),
  status: z.enum(translationStatuses),
  body: richText.nullable(),
  /** The engine by its name, for machine translations. */
  engine: z.string().nullable(),
  /** The language in between, when the engine went by another one. */
  via: z.string().nullable(),
  /** Of one from the memory: whether its sentences had the same neighbours, where the entries come from, and agreement. */
  memory: z
    .object({
      match: z.enum(memoryMatches).exclude(['fuzzy']),
      origins: z.array(z.enum(memoryOrigins)),
      isAgreed: z.boolean(),
    })
    .nullable(),
  madeOn: z.iso.date().nullable(),
  /** Why no engine made one; absent where one is at work, or there is a text. */
  whyNone: z.enum(whyNone).nullable(),
  by: translationCredit.nullable(),
  standing: translationStanding,
  /** Somebody says that it is wrong, and it is not resolved yet. */
  disputed: z.boolean(),
  /** The checks that failed: negation, number, placeholder, length, script, unknown_words. */
  doubts: z.array(z.string()),
  /** Words the engine did not know. */
  unknownWords: z.array(z.string()),
  /** The revision that it is of, where the post was edited after it was made. */
  stale: z.object({ revision: z.int().min(1) }).nullable(),
});
export type TranslationView = z.infer<typeof translationView>;
