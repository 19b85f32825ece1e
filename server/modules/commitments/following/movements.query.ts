import { Injectable } from '@nestjs/common';
import type { Followed } from '../../../../shared/commitments/following.contract.js';
import type { Tx } from '../../../platform/database/tx.js';
import { OrganisationReader } from '../../dyads/organisations/organisation.reader.js';
import { CommitmentRepository } from '../commitment.repository.js';
import { CommitmentEventRepository } from '../story/commitment-event.repository.js';
import { entryOf } from '../story/commitment-record.js';
import type { Seen } from './follow.repository.js';

/** Steps of commitments, said as the public record says them. */
@Injectable()
export class Movements {
  constructor(
    private readonly commitments: CommitmentRepository,
    private readonly events: CommitmentEventRepository,
    private readonly organisations: OrganisationReader,
  ) {}

  /** In the order in which they are named. */
  async told(tx: Tx, dyadId: string, steps: readonly Seen[]): Promise<Followed['moved']> {
    if (steps.length === 0) return [];
    const ids = [...new Set(steps.map(({ commitment }) => commitment))];
    const rows = await this.commitments.named(tx, dyadId, ids);
    const events = await this.events.ofSome(tx, ids);
    const all = await this.organisations.all(tx, dyadId);
    return steps.flatMap(({ commitment, rev }) => {
      const row = rows.find(({ id }) => id === commitment);
      const event = events.find((one) => one.commitmentId === commitment && one.rev === rev);
      if (!row || !event) return [];
      const { kind, about } = entryOf(row, event, all);
      return { commitment, rev, on: event.on, kind, about: { ...about } };
    });
  }
}
