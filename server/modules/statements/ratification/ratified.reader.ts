import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import type { RatifiedBrief } from '../../../../shared/statements/ratification.schema.js';
import type { RatifiedStatement } from '../../../../shared/statements/ratified.schema.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { OrganisationReader } from '../../dyads/organisations/organisation.reader.js';
import { RatificationRepository } from './ratification.repository.js';
import { ratifiedView, reservationViews, wordViews } from './ratification.view.js';
import { RatifiedRepository } from './ratified.repository.js';
import { ReservationRepository } from './reservation.repository.js';

/** Ratified statements, for pages and files that anybody may have. */
@Injectable()
export class RatifiedReader {
  constructor(
    private readonly ratified: RatifiedRepository,
    private readonly rounds: RatificationRepository,
    private readonly reservations: ReservationRepository,
    private readonly organisations: OrganisationReader,
    private readonly dyads: DyadReader,
  ) {}

  /** @throws Failure `request.not_found` for what is not ratified: a draft is not even said to be there */
  async read(tx: Tx, dyad: string, statement: string): Promise<RatifiedStatement> {
    const row = await this.ratified.find(tx, dyad, statement);
    if (!row) throw new Failure('request.not_found');
    const all = await this.organisations.all(tx, row.dyadId);
    const words = wordViews(await this.rounds.words(tx, row.id), all);
    const view = ratifiedView(row, words, reservationViews(await this.reservations.standing(tx, statement), all));
    if (!view) throw new Failure('request.not_found');
    return view;
  }

  /** @throws Failure `request.not_found` */
  async list(tx: Tx, dyad: string): Promise<RatifiedBrief[]> {
    const found = (await this.dyads.all(tx)).find(({ slug }) => slug === dyad);
    if (!found) throw new Failure('request.not_found');
    const rows = await this.ratified.list(tx, found.id);
    return rows.map(({ ratifiedAt, ...row }) => ({ ...row, ratifiedOn: dayOf(ratifiedAt) }));
  }
}
