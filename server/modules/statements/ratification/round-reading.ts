import { Injectable } from '@nestjs/common';
import type { RatificationStory } from '../../../../shared/statements/ratification.lifecycle.js';
import type { RatificationView } from '../../../../shared/statements/ratification.schema.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { OrganisationReader } from '../../dyads/organisations/organisation.reader.js';
import type { StatementRow } from '../statement.repository.js';
import { RatificationRepository, type RoundRow } from './ratification.repository.js';
import { reservationViews, roundView, wordViews } from './ratification.view.js';
import { ReservationRepository } from './reservation.repository.js';
import { Rounds } from './rounds.js';

/** Puts together what is to be seen of a statement's way to being ratified; nothing in it depends on who reads. */
@Injectable()
export class RoundReading {
  constructor(
    private readonly rounds: Rounds,
    private readonly repository: RatificationRepository,
    private readonly reservations: ReservationRepository,
    private readonly organisations: OrganisationReader,
    private readonly dyads: DyadReader,
  ) {}

  async read(tx: Tx, row: StatementRow): Promise<Omit<RatificationView, 'signsFor' | 'speaksFor'>> {
    const { whole, story, round } = await this.rounds.known(tx, row);
    const all = await this.organisations.all(tx, row.dyadId);
    const frozen = await this.repository.latestFrozen(tx, row.id);
    const words = frozen ? wordViews(await this.repository.words(tx, frozen.id), all) : [];
    const takenBack = frozen ? await this.repository.takenBack(tx, frozen.id) : [];
    const of = (side: 'a' | 'b') => all.filter((one) => one.side === side).length;
    return {
      state: row.state,
      hash: whole.isAligned ? whole.hash : null,
      quorum: (await this.dyads.profile(tx, row.dyadId)).quorum,
      organisations: { a: of('a'), b: of('b') },
      proposal: proposalOf(story, round),
      round: frozen ? roundView(frozen, words, takenBack) : null,
      reservations: reservationViews(await this.reservations.standing(tx, row.id), all),
    };
  }
}

function proposalOf(story: RatificationStory, round: RoundRow | undefined): RatificationView['proposal'] {
  if (story.state !== 'proposed' || !round) return null;
  return { side: story.by, days: round.days, on: dayOf(round.proposedAt) };
}
