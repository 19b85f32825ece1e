import { Injectable } from '@nestjs/common';
import type { CommitmentView } from '../../../../shared/commitments/progress.schema.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { DyadProfile } from '../../dyads/dyad.reader.js';
import { OrganisationReader } from '../../dyads/organisations/organisation.reader.js';
import { PublicRecord } from '../../record/record.port.js';
import { CommitmentRepository, type AdoptedRow } from '../commitment.repository.js';
import { CommitmentEventRepository } from '../story/commitment-event.repository.js';
import { CommitmentStories } from '../story/commitment-story.js';
import type { StoredEvent } from '../story/stored-event.js';
import { commitmentView } from './commitment.view.js';
import type { Recorded, RecordedSteps } from './erased-parts.js';

const none: RecordedSteps = new Map();

/** Adopted commitments with all that happened to them, for pages and files that anybody may have. */
@Injectable()
export class CommitmentsReader {
  constructor(
    private readonly commitments: CommitmentRepository,
    private readonly events: CommitmentEventRepository,
    private readonly organisations: OrganisationReader,
    private readonly stories: CommitmentStories,
    private readonly record: PublicRecord,
  ) {}

  /** @throws Failure `request.not_found` for what is not adopted: a draft is not even said to be there */
  async one(tx: Tx, dyad: DyadProfile, id: string): Promise<Omit<CommitmentView, 'told'>> {
    const row = await this.commitments.find(tx, dyad.id, id);
    if (!row) throw new Failure('request.not_found');
    const organisations = await this.organisations.all(tx, dyad.id);
    const at = { dyad: dyad.slug, today: this.stories.today(), organisations };
    const entries = await this.entries(tx, dyad.id, [id]);
    return commitmentView(row, { events: await this.events.of(tx, id), entries: entries.get(id) ?? none }, at);
  }

  /** The day that everything is as of. */
  today(): string {
    return this.stories.today();
  }

  /** All of a dyad, in the order of the board; in as many queries as for one. */
  async all(tx: Tx, dyad: DyadProfile): Promise<Omit<CommitmentView, 'told'>[]> {
    const rows = await this.commitments.all(tx, dyad.id);
    const organisations = await this.organisations.all(tx, dyad.id);
    const events = new Map<string, StoredEvent[]>();
    for (const event of await this.events.ofDyad(tx, dyad.id)) {
      const known = events.get(event.commitmentId);
      if (known) known.push(event);
      else events.set(event.commitmentId, [event]);
    }
    const entries = await this.entries(
      tx,
      dyad.id,
      rows.map(({ id }) => id),
    );
    const at = { dyad: dyad.slug, today: this.stories.today(), organisations };
    return rows.map((row) =>
      commitmentView(row, { events: events.get(row.id) ?? [], entries: entries.get(row.id) ?? none }, at),
    );
  }

  /** What was erased of commitments, by their ids. Only those are asked for that lost something of what was adopted. */
  async erased(tx: Tx, dyadId: string, rows: readonly AdoptedRow[]): Promise<(id: string) => RecordedSteps> {
    const ids = rows.flatMap(({ id, hash }) => (hash === null ? [id] : []));
    const entries = ids.length > 0 ? await this.entries(tx, dyadId, ids) : undefined;
    return (id) => entries?.get(id) ?? none;
  }

  /** The entries in the public record, by commitment and its revision. */
  private async entries(tx: Tx, dyadId: string, ids: readonly string[]): Promise<ReadonlyMap<string, RecordedSteps>> {
    const found = new Map<string, Map<number, Recorded>>();
    for (const { subject, rev, ...entry } of await this.record.history(tx, dyadId, ids)) {
      const known = found.get(subject) ?? new Map<number, Recorded>();
      found.set(subject, known.set(rev, entry));
    }
    return found;
  }
}
