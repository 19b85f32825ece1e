import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import { looksOn } from '../../../../shared/commitments/commitment.clock.js';
import { adopted, hasEnded, next, type CommitmentStory } from '../../../../shared/commitments/commitment.lifecycle.js';
import { commitmentChanged, commitmentsMoved } from '../../../../shared/commitments/commitment.signals.js';
import { standingOf } from '../../../../shared/commitments/commitment.standing.js';
import type { CommitmentContent } from '../../../../shared/commitments/commitment.schema.js';
import { Clock } from '../../../platform/clock/clock.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Signals } from '../../../platform/events/signals.js';
import { CommitmentRepository, type CommitmentRow, type DraftRow } from '../commitment.repository.js';
import { CommitmentEventRepository } from './commitment-event.repository.js';
import { CommitmentRecord } from './commitment-record.js';
import { nobody, told, type NewEvent, type StoredEvent } from './stored-event.js';

/** A commitment in hand: locked, with its story so far. */
export interface Taken {
  readonly row: CommitmentRow;
  readonly rev: number;
  readonly supersededBy: string | null;
  readonly story: CommitmentStory;
  /** The organisations that made the claims, in the order of the claims. */
  readonly claimants: readonly (string | null)[];
}

/** The promise as the rule knows it. */
export const promiseOf = ({ promisor, milestones }: CommitmentContent): CommitmentStory['promise'] => ({
  promisor,
  milestones: milestones.map(({ due, weight }, at) => ({ number: at + 1, due, weight })),
});

/** The story told again from what is stored. */
export const storyOf = (content: CommitmentContent, events: readonly StoredEvent[]): CommitmentStory =>
  events.flatMap((event) => told(event) ?? []).reduce(next, adopted(promiseOf(content)));

/**
 * The one place where something happens to a commitment: the rule is asked, and the event, its entry in the public
 * record, how far it is now, and the word to those who follow it are committed together.
 */
@Injectable()
export class CommitmentStories {
  constructor(
    private readonly commitments: CommitmentRepository,
    private readonly events: CommitmentEventRepository,
    private readonly record: CommitmentRecord,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  today(): string {
    return dayOf(this.clock.now());
  }

  /** Takes an adopted commitment in hand, so that one word about it comes after the other. @throws Failure `request.not_found` */
  async take(tx: Tx, dyadId: string, id: string): Promise<Taken> {
    const row = await this.commitments.lock(tx, dyadId, id);
    if (!row) throw new Failure('request.not_found');
    return this.taken(tx, row);
  }

  /** The same, of one that is to be added to. @throws Failure also `commitment.ended` */
  async takeOpen(tx: Tx, dyadId: string, id: string): Promise<Taken> {
    const taken = await this.take(tx, dyadId, id);
    if (hasEnded(taken.story)) throw new Failure('commitment.ended');
    return taken;
  }

  /** One for which the clock has something to write down, when there is one. */
  async takeSilent(tx: Tx): Promise<Taken | undefined> {
    const row = await this.commitments.lockSilent(tx, this.today());
    return row && this.taken(tx, row);
  }

  /** Begins the story of a draft that stewards of both sides adopted. */
  async begin(tx: Tx, row: DraftRow): Promise<void> {
    await this.commitments.adopt(tx, row.id, this.today());
    const taken: Taken = { row, rev: 0, supersededBy: null, story: adopted(promiseOf(row.content)), claimants: [] };
    await this.write(tx, taken, taken.story, { type: 'adopted', body: { hash: row.hash }, ...nobody, claim: null });
  }

  /**
   * Adds what the rule allows.
   * @returns what is in hand now; nothing when the rule does not allow it, and then nothing is written
   */
  async add(tx: Tx, taken: Taken, event: NewEvent): Promise<Taken | undefined> {
    const known = told({ ...event, on: this.today() });
    const after = known ? next(taken.story, known) : taken.story;
    return after === taken.story ? undefined : this.write(tx, taken, after, event);
  }

  private async write(tx: Tx, taken: Taken, story: CommitmentStory, event: NewEvent): Promise<Taken> {
    const { row } = taken;
    const rev = taken.rev + 1;
    const supersededBy = event.type === 'superseded' ? event.body.by : taken.supersededBy;
    const stored: StoredEvent = { ...event, commitmentId: row.id, rev, on: this.today() };
    await this.events.add(tx, row.dyadId, stored);
    await this.commitments.project(tx, row.id, { ...standingOf(story), looksOn: looksOn(story), rev, supersededBy });
    await this.record.note(tx, row, stored);
    await this.signals.append(tx, row.dyadId, `commitment:${row.id}`, commitmentChanged, { commitment: row.id });
    await this.signals.append(tx, row.dyadId, `commitments:${row.dyadId}`, commitmentsMoved, { commitment: row.id });
    const claimants = event.type === 'reported' ? [...taken.claimants, event.organisationId] : taken.claimants;
    return { row, rev, supersededBy, story, claimants };
  }

  private async taken(tx: Tx, row: CommitmentRow & Pick<Taken, 'rev' | 'supersededBy'>): Promise<Taken> {
    const { rev, supersededBy } = row;
    const events = await this.events.of(tx, row.id);
    const claimants = events.filter(({ type }) => type === 'reported').map(({ organisationId }) => organisationId);
    return { row, rev, supersededBy, story: storyOf(row.content, events), claimants };
  }
}
