import { Injectable } from '@nestjs/common';
import type { OrganisationBrief } from '../../../../shared/dyads/organisation.schema.js';
import type { Drafting, RoundOutcome } from '../../../../shared/statements/ratification.lifecycle.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { OrganisationReader } from '../../dyads/organisations/organisation.reader.js';
import { RatificationRepository, type RoundRow } from './ratification.repository.js';
import { RatifiedRecord } from './ratified-record.js';
import { StatementStates } from './statement-states.js';

/** How a time of signing ends, and who comes later. */
@Injectable()
export class RoundEnding {
  constructor(
    private readonly rounds: RatificationRepository,
    private readonly states: StatementStates,
    private readonly record: RatifiedRecord,
    private readonly organisations: OrganisationReader,
    private readonly clock: Clock,
  ) {}

  /** Back to drafting: people write again, and what was said in this time of signing stays known. */
  async giveBack(tx: Tx, round: RoundRow, how: Drafting['returned'] & RoundOutcome): Promise<void> {
    await this.rounds.end(tx, round.id, how, this.clock.now());
    await this.states.become(tx, round, 'drafting');
  }

  /** For ever, with its line in the public record. */
  async ratify(tx: Tx, round: RoundRow): Promise<void> {
    const words = await this.rounds.words(tx, round.id);
    const signed = new Set(words.filter(({ said }) => said === 'signed').map((word) => word.organisationId));
    const all = await this.organisations.all(tx, round.dyadId);
    const signers = all.filter(({ id }) => signed.has(id));
    await this.record.ratified(tx, round, signers);
    await this.rounds.end(tx, round.id, 'ratified', this.clock.now());
    await this.states.become(tx, round, 'ratified');
  }

  /** One more organisation stands by what is ratified already. */
  async accede(tx: Tx, round: RoundRow, organisation: OrganisationBrief): Promise<void> {
    await this.record.acceded(tx, round, organisation);
    await this.states.tell(tx, round);
  }

  /** Something was said, and the time of signing goes on. */
  async tell(tx: Tx, round: RoundRow): Promise<void> {
    await this.states.tell(tx, round);
  }
}
