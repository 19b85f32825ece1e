import { Injectable } from '@nestjs/common';
import type { Terms } from '../../../../shared/statements/ratification.lifecycle.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { OrganisationReader } from '../../dyads/organisations/organisation.reader.js';

/** What would hold if a statement were frozen now: the charter in force says how many have to sign. */
@Injectable()
export class SigningTerms {
  constructor(
    private readonly dyads: DyadReader,
    private readonly organisations: OrganisationReader,
    private readonly clock: Clock,
  ) {}

  async of(tx: Tx, dyadId: string, days: number): Promise<Terms> {
    const { quorum } = await this.dyads.profile(tx, dyadId);
    const admitted = await this.organisations.count(tx, dyadId);
    return { quorum, admitted, endsAt: this.clock.in({ days }).getTime() };
  }
}
