import { Injectable } from '@nestjs/common';
import { Failure, InvalidRequest } from '../../../../shared/contract/failure.js';
import type { ReservationDraft } from '../../../../shared/statements/ratification.schema.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { timeOrderedId } from '../../../platform/ids/ids.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import type { StatementRow } from '../statement.repository.js';
import { ReservationRepository, type ReservationRow } from './reservation.repository.js';

export interface NewReservation extends ReservationDraft {
  readonly organisationId: string;
  readonly memberId: string;
}

/** Puts reservations beside clauses; the caller asked whether it is the time for it. */
@Injectable()
export class Reservations {
  constructor(
    private readonly repository: ReservationRepository,
    private readonly dyads: DyadReader,
    private readonly clock: Clock,
  ) {}

  /**
   * @param clauses the ids of the clauses there are
   * @throws Failure `request.not_found` for a clause that is not there; InvalidRequest for a language nobody here reads
   */
  async add(tx: Tx, row: StatementRow, clauses: readonly string[], given: NewReservation): Promise<string> {
    const { clause, text, organisationId, memberId } = given;
    if (clause !== null && !clauses.includes(clause)) throw new Failure('request.not_found');
    const { languages } = await this.dyads.profile(tx, row.dyadId);
    const foreign = Object.keys(text).filter((language) => !languages.includes(language));
    if (foreign.length > 0)
      throw new InvalidRequest(
        foreign.map((code) => ({ field: `body.text.${code}`, rule: 'not_expected', params: {} })),
      );
    const at = this.clock.now();
    const id = timeOrderedId(at);
    const place = { dyadId: row.dyadId, statementId: row.id };
    await this.repository.add(tx, place, { id, organisationId, clauseId: clause, text, memberId, at });
    return id;
  }

  /** One that was not taken back. */
  async find(tx: Tx, statementId: string, id: string): Promise<ReservationRow | undefined> {
    return (await this.repository.standing(tx, statementId)).find((one) => one.id === id);
  }

  async withdraw(tx: Tx, given: { dyadId: string; id: string; memberId: string }): Promise<void> {
    await this.repository.withdraw(tx, { ...given, at: this.clock.now() });
  }
}
