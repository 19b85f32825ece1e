import type { OrganisationBrief } from '../../../../shared/dyads/organisation.schema.js';
import type { Party } from '../../../../shared/statements/ratification.lifecycle.js';
import type { RoundView, StandingReservation, WordView } from '../../../../shared/statements/ratification.schema.js';
import type { RatifiedStatement, SignatureView } from '../../../../shared/statements/ratified.schema.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { RecordedRow } from './ratified-record.js';
import type { RoundRow, WordRow } from './ratification.repository.js';
import type { ReservationRow } from './reservation.repository.js';
import { substanceOf } from './substance-of.js';

type Organisations = readonly OrganisationBrief[];

export const wordViews = (rows: readonly WordRow[], all: Organisations): WordView[] =>
  rows.flatMap(({ organisationId, said, reason, language, at }) => {
    const organisation = all.find(({ id }) => id === organisationId);
    if (!organisation) return [];
    const given = reason === null || language === null ? null : { text: reason, language };
    return [{ organisation, said, reason: given, on: dayOf(at) }];
  });

export const reservationViews = (rows: readonly ReservationRow[], all: Organisations): StandingReservation[] =>
  rows.flatMap(({ id, organisationId, clauseId, text, at }) => {
    const organisation = all.find((one) => one.id === organisationId);
    return organisation ? [{ id, organisation, clause: clauseId, text, on: dayOf(at) }] : [];
  });

export function roundView(row: RoundRow, words: readonly WordView[], takenBack: readonly Party[]): RoundView | null {
  const { quorum, frozenAt, endsAt, endedAt, hash, outcome } = row;
  if (quorum === null || frozenAt === null || endsAt === null) return null;
  const { title, clauses } = substanceOf(row.canonical);
  return {
    hash,
    title: { ...title },
    clauses: clauses.map(({ id, texts }) => ({ id, texts: { a: [...texts.a], b: [...texts.b] } })),
    quorum,
    frozenOn: dayOf(frozenAt),
    endsOn: dayOf(endsAt),
    outcome,
    endedOn: endedAt && dayOf(endedAt),
    words: [...words],
    takenBack: [...takenBack],
  };
}

/** What anybody reads and checks, all of it from the exact characters that were signed. */
export function ratifiedView(
  row: RecordedRow,
  words: readonly WordView[],
  reservations: readonly StandingReservation[],
): Omit<RatifiedStatement, 'citations'> | undefined {
  if (row.endedAt === null || row.quorum === null) return undefined;
  const { title, languages, clauses } = substanceOf(row.canonical);
  const known = new Set(clauses.map(({ id }) => id));
  return {
    id: row.statementId,
    dyad: row.dyad,
    title: { ...title },
    languages,
    ratifiedOn: dayOf(row.endedAt),
    clauses: clauses.map(({ id, texts }) => ({ id, texts: { a: [...texts.a], b: [...texts.b] } })),
    quorum: row.quorum,
    signatures: words.flatMap(({ organisation, said, on }): SignatureView[] =>
      said === 'declined' ? [] : [{ organisation, kind: said, on }],
    ),
    reservations: reservations.map(({ organisation, clause, text, on }) => ({
      organisation,
      clause: clause !== null && known.has(clause) ? clause : null,
      text,
      on,
    })),
    canonical: row.canonical,
    hash: row.hash,
    erased: row.erased.filter(({ path }) => path.startsWith('title.')),
    recordSeq: row.recordSeq,
  };
}
