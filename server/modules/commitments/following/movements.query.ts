import { Injectable } from '@nestjs/common';
import type { Followed } from '../../../../shared/commitments/following.contract.js';
import type { ErasedPart } from '../../../../shared/record/erased-part.js';
import type { Tx } from '../../../platform/database/tx.js';
import { OrganisationReader } from '../../dyads/organisations/organisation.reader.js';
import { PublicRecord } from '../../record/record.port.js';
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
    private readonly record: PublicRecord,
  ) {}

  /** In the order in which they are named. */
  async told(tx: Tx, dyadId: string, steps: readonly Seen[]): Promise<Followed['moved']> {
    if (steps.length === 0) return [];
    const ids = [...new Set(steps.map(({ commitment }) => commitment))];
    const rows = await this.commitments.named(tx, dyadId, ids);
    const events = await this.events.ofSome(tx, ids);
    const all = await this.organisations.all(tx, dyadId);
    const history = await this.record.history(tx, dyadId, ids);
    return steps.flatMap(({ commitment, rev }) => {
      const row = rows.find(({ id }) => id === commitment);
      const event = events.find((one) => one.commitmentId === commitment && one.rev === rev);
      if (!row || !event) return [];
      const { kind, about } = entryOf(row, event, all);
      const erased = history.find((one) => one.subject === commitment && one.rev === rev)?.erased ?? [];
      return { commitment, rev, on: event.on, kind, about: { ...about }, erased: daysOf(erased) };
    });
  }
}

/** On which days, and on what grounds, each once. */
function daysOf(erased: readonly ErasedPart[]): Followed['moved'][number]['erased'] {
  const days = new Map(erased.map(({ on, ground }) => [`${on} ${ground}`, { on, ground }]));
  return [...days.values()];
}
