import { z } from 'zod';
import { sides } from '../access/actor.js';
import { texts } from '../dyads/dyad.schema.js';
import { erasedPart } from '../record/erased-part.js';
import { citedForAll } from './citation.schema.js';
import { clauseTexts } from './statement-text.schema.js';

/** An organisation as it signs: its name in every language it gave, and whose it is. It consented to be named. */
export const signingOrganisation = z.object({ id: z.uuid(), name: texts, side: z.enum(sides) });

/** What one organisation could not share, beside a clause or the whole, in its own words. */
export const reservationView = z.object({
  organisation: signingOrganisation,
  /** The clause it stands beside; none when it is about the whole. */
  clause: z.uuid().nullable(),
  text: texts,
  on: z.iso.date(),
});
export type ReservationView = z.output<typeof reservationView>;

/** That an organisation signed: before it was ratified, or later (accession). The delegate is not named, by rule. */
export const signatureView = z.object({
  organisation: signingOrganisation,
  kind: z.enum(['signed', 'acceded']),
  on: z.iso.date(),
});
export type SignatureView = z.output<typeof signatureView>;

/** A ratified statement as anybody may read and check it; what exports contain. */
export const ratifiedStatement = z.object({
  id: z.uuid(),
  dyad: z.string(),
  title: texts,
  /** The language of each side's text. */
  languages: z.object({ a: z.string(), b: z.string() }),
  ratifiedOn: z.iso.date(),
  clauses: z.array(z.object({ id: z.uuid(), texts: clauseTexts })),
  /** How many organisations of each side had to sign, by the charter in force at the freeze. */
  quorum: z.int(),
  signatures: z.array(signatureView),
  reservations: z.array(reservationView),
  /** What the texts cite, as it is now; it is no part of what was signed. Files from before there were footnotes have none. */
  citations: z.array(citedForAll).default([]),
  /** The exact characters that were hashed (`canonicalStatementJson`): UTF-8 of this, and nothing else. */
  canonical: z.string(),
  /** SHA-256 of `canonical`, in hexadecimal: what every delegate signed. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** What was erased of the title: there it is empty, and `canonical` is not any more what was hashed. */
  erased: z.array(erasedPart).default([]),
  /** The line of the public record that says so. */
  recordSeq: z.int().nullable(),
});
export type RatifiedStatement = z.output<typeof ratifiedStatement>;
