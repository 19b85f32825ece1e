import { z } from 'zod';
import { languageTag } from '../../language/bilingual-text.schema.js';
import { id, slug } from '../../language/fields.js';
import { itemSources } from '../fairness/fairness.rules.js';
import { restrictionShape, sha256Hex } from './digest.schema.js';
import { statementFormat } from './digest.rules.js';

/** What a restriction rests upon. */
const ground = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('charter'), version: z.int().min(1), article: z.int().min(1).nullable() }),
  z.strictObject({ kind: z.literal('law'), country: z.string(), act: z.string(), provision: z.string() }),
]);

/** The whole statement of reasons, that only the person gets whom it is about. */
export const privateStatement = z.strictObject({
  format: z.literal(statementFormat),
  puid: id,
  dyad: slug,
  day: z.iso.date(),
  ...restrictionShape,
  reasonVersion: z.int().min(1),
  ground,
  source: z.enum(itemSources),
  /** What moderators of both sides wrote, in the languages of both, letter by letter: it is hashed as it stands. */
  facts: z.record(languageTag, z.string().min(1).max(5000)),
  /** SHA-256 of the text that was decided on. */
  contentHash: sha256Hex,
  /** The last day on which an appeal is taken; nothing of what ends by itself, or was decided on appeal. */
  appealUntil: z.iso.date().nullable(),
});
export type PrivateStatement = z.infer<typeof privateStatement>;

/** What opens a commitment: the statement, and the salt without which nobody could test a guess. */
export const disclosure = z.strictObject({
  /** 32 bytes in hexadecimal. */
  salt: sha256Hex,
  statement: privateStatement,
});
export type Disclosure = z.infer<typeof disclosure>;
