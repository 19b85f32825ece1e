import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import type { RatifiedStatement } from '../../../../shared/statements/ratified.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import { OrganisationReader } from '../../dyads/organisations/organisation.reader.js';
import { Citations } from '../citations/citations.query.js';
import { RatificationRepository } from './ratification.repository.js';
import { ratifiedView, reservationViews, wordViews } from './ratification.view.js';
import { RatifiedRecord } from './ratified-record.js';
import { ReservationRepository } from './reservation.repository.js';

/** A ratified statement, for pages and files that anybody may have. */
@Injectable()
export class RatifiedReader {
  constructor(
    private readonly ratified: RatifiedRecord,
    private readonly rounds: RatificationRepository,
    private readonly reservations: ReservationRepository,
    private readonly organisations: OrganisationReader,
    private readonly citations: Citations,
  ) {}

  /** @throws Failure `request.not_found` for what is not ratified: a draft is not even said to be there */
  async read(tx: Tx, dyad: string, statement: string): Promise<RatifiedStatement> {
    const row = await this.ratified.find(tx, dyad, statement);
    if (!row) throw new Failure('request.not_found');
    const all = await this.organisations.all(tx, row.dyadId);
    const words = wordViews(await this.rounds.words(tx, row.id), all);
    const view = ratifiedView(row, words, reservationViews(await this.reservations.standing(tx, statement), all));
    if (!view) throw new Failure('request.not_found');
    return { ...view, citations: await this.citations.lookForAll(tx, row.dyadId, view.clauses) };
  }
}
