import { z } from 'zod';
import { organisationBrief } from '../dyads/organisation.schema.js';
import { texts } from '../dyads/dyad.schema.js';
import { bilingualText } from '../language/bilingual-text.schema.js';
import { ratificationLimits } from './ratification.rules.js';
import { roundOutcomes } from './ratification.lifecycle.js';
import { statementStates } from './statement.rules.js';
import { clauseTexts } from './statement-text.schema.js';

export const statementHash = z.string().regex(/^[0-9a-f]{64}$/);
const party = z.enum(['a', 'b']);

/** What one cannot share, beside a clause or the whole; in both languages or one. */
export const reservationDraft = z.object({
  clause: z.uuid().nullable(),
  text: bilingualText(ratificationLimits.reservation),
});
export type ReservationDraft = z.output<typeof reservationDraft>;

export const standingReservation = z.object({
  id: z.uuid(),
  organisation: organisationBrief,
  clause: z.uuid().nullable(),
  text: texts,
  on: z.iso.date(),
});
export type StandingReservation = z.output<typeof standingReservation>;

/** What an organisation said to a frozen statement; a reason stands with declining, in the language it was written in. */
export const wordView = z.object({
  organisation: organisationBrief,
  said: z.enum(['signed', 'declined', 'acceded']),
  reason: z.object({ text: z.string(), language: z.string() }).nullable(),
  on: z.iso.date(),
});
export type WordView = z.output<typeof wordView>;

/** A time of signing: exactly what is signed, until when, and what was said so far. */
export const roundView = z.object({
  hash: statementHash,
  title: texts,
  clauses: z.array(z.object({ id: z.uuid(), texts: clauseTexts })),
  quorum: z.int(),
  frozenOn: z.iso.date(),
  endsOn: z.iso.date(),
  outcome: z.enum(roundOutcomes).nullable(),
  endedOn: z.iso.date().nullable(),
  words: z.array(wordView),
  /** Sides whose drafters want the statement back. */
  takenBack: z.array(party),
  /** The line of the public record that says that it is ratified. */
});
export type RoundView = z.output<typeof roundView>;

/** How far a statement is from a draft to being ratified, for everybody who may read it. */
export const ratificationView = z.object({
  state: z.enum(statementStates),
  /** Of the whole as it is now; none while not every clause is aligned. */
  hash: statementHash.nullable(),
  /** By the charter in force. */
  quorum: z.int(),
  /** How many organisations of each side could sign. */
  organisations: z.object({ a: z.int(), b: z.int() }),
  /** A side wants to freeze exactly what stands there now. */
  proposal: z.object({ side: party, days: z.int(), on: z.iso.date() }).nullable(),
  /** The newest time of signing, going on or over. */
  round: roundView.nullable(),
  reservations: z.array(standingReservation),
  /** Organisations that the reader may sign for, and may write reservations for. */
  signsFor: z.array(organisationBrief),
  speaksFor: z.array(organisationBrief),
});
export type RatificationView = z.output<typeof ratificationView>;

export const ratifiedBrief = z.object({ id: z.uuid(), title: texts, ratifiedOn: z.iso.date(), hash: statementHash });
export type RatifiedBrief = z.output<typeof ratifiedBrief>;
