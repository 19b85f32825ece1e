import { z } from 'zod';
import { contract } from '../contract/contract.js';
import { slug } from '../language/fields.js';
import { ratificationLimits, signingDays } from './ratification.rules.js';
import { ratificationView, ratifiedBrief, reservationDraft, statementHash } from './ratification.schema.js';
import { ratifiedStatement } from './ratified.schema.js';

const dyad = z.object({ dyad: slug });
const statement = dyad.extend({ statement: z.uuid() });
const { minimum, maximum } = ratificationLimits.reason;
const reservationsAtOnce = 20;

export const readRatification = contract({
  route: 'GET /api/dyads/:dyad/statements/:statement/ratification',
  summary:
    'How far a joint statement is: what is to be frozen, who signed what is frozen, and which reservations stand',
  action: 'document.open',
  params: statement,
  response: ratificationView,
  failures: ['request.not_found'],
});

export const proposeFreeze = contract({
  route: 'POST /api/dyads/:dyad/statements/:statement/freeze',
  summary: "Propose, for one's side, to freeze exactly this text and to have it signed within so many days",
  action: 'statement.freeze',
  status: 204,
  params: statement,
  body: z.object({ hash: statementHash, days: z.int().min(signingDays.fewest).max(signingDays.most) }),
  failures: [
    'statement.not_aligned',
    'statement.footnote_gone',
    'statement.changed',
    'ratification.too_few_organisations',
    'document.read_only',
    'access.other_side',
    'request.not_found',
  ],
});

export const secondFreeze = contract({
  route: 'POST /api/dyads/:dyad/statements/:statement/freeze/second',
  summary: 'Give the key of the other side to what was proposed: the text is frozen, and organisations may sign it',
  action: 'statement.freeze',
  status: 204,
  params: statement,
  body: z.object({ hash: statementHash, days: z.int() }),
  failures: [
    'statement.not_aligned',
    'statement.footnote_gone',
    'statement.changed',
    'ratification.too_few_organisations',
    'ratification.same_side',
    'document.read_only',
    'access.other_side',
    'request.not_found',
  ],
});

export const takeBackFreeze = contract({
  route: 'POST /api/dyads/:dyad/statements/:statement/freeze/take-back',
  summary: 'Want a frozen statement back for drafting; it comes back when drafters of both sides want it',
  action: 'statement.take_back',
  status: 204,
  params: statement,
  body: z.object({ hash: statementHash }),
  failures: ['ratification.not_open', 'access.other_side', 'request.not_found'],
});

export const signStatement = contract({
  route: 'POST /api/dyads/:dyad/statements/:statement/signatures',
  summary:
    'Sign exactly this text for an organisation, with reservations or without; later, accede to what is ratified',
  action: 'statement.sign',
  status: 204,
  params: statement,
  body: z.object({
    organisation: z.uuid(),
    hash: statementHash,
    reservations: z.array(reservationDraft).max(reservationsAtOnce).default([]),
  }),
  failures: [
    'statement.changed',
    'ratification.not_open',
    'ratification.word_given',
    'reservation.fixed',
    'access.not_delegate',
    'request.not_found',
  ],
});

export const declineStatement = contract({
  route: 'POST /api/dyads/:dyad/statements/:statement/declines',
  summary: 'Say for an organisation that it does not sign this text, and why',
  action: 'statement.decline',
  status: 204,
  params: statement,
  body: z.object({
    organisation: z.uuid(),
    hash: statementHash,
    reason: z.string().trim().min(minimum).max(maximum),
    /** The language that the reason is written in. */
    language: z.string().max(8),
  }),
  failures: ['ratification.not_open', 'ratification.word_given', 'access.not_delegate', 'request.not_found'],
});

export const writeReservation = contract({
  route: 'POST /api/dyads/:dyad/statements/:statement/reservations',
  summary: 'Put a reservation of an organisation beside a clause or the whole, while the statement is written',
  action: 'reservation.write',
  status: 201,
  idempotent: true,
  params: statement,
  body: reservationDraft.extend({ organisation: z.uuid() }),
  response: z.object({ reservation: z.uuid() }),
  failures: ['reservation.fixed', 'access.not_delegate', 'request.not_found'],
});

export const withdrawReservation = contract({
  route: 'DELETE /api/dyads/:dyad/statements/:statement/reservations/:reservation',
  summary: 'Take a reservation back, while the statement is written',
  action: 'reservation.write',
  status: 204,
  params: statement.extend({ reservation: z.uuid() }),
  failures: ['reservation.fixed', 'access.not_delegate', 'request.not_found'],
});

export const readRatified = contract({
  route: 'GET /api/dyads/:dyad/statements/:statement/ratified',
  summary: 'A ratified joint statement as anybody may read and check it',
  action: 'public.read',
  params: statement,
  response: ratifiedStatement,
  failures: ['request.not_found'],
});

export const listRatified = contract({
  route: 'GET /api/dyads/:dyad/ratified-statements',
  summary: 'The ratified joint statements of a dyad, newest first',
  action: 'public.read',
  params: dyad,
  response: z.object({ statements: z.array(ratifiedBrief) }),
  failures: ['request.not_found'],
});
