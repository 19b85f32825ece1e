import { Injectable } from '@nestjs/common';
import type { NewEntry } from '../../../shared/record/record-kinds.js';
import type { RecordEntry } from '../../../shared/record/record.contract.js';
import { Clock } from '../../platform/clock/clock.js';
import { dayOf } from '../../platform/clock/day.js';
import type { Tx } from '../../platform/database/tx.js';
import { requireSayable } from './log/entry-maker.js';
import { LogRepository } from './log/log.repository.js';
import { Sequencer } from './log/sequencer.js';
import { RecordRepository, type HistoryEntry, type SoughtEntries } from './record.repository.js';

export type { HistoryEntry };

/** Appends to the public record in the transaction of what is recorded. Entries name no person and no hour. */
@Injectable()
export class PublicRecord {
  constructor(
    private readonly entries: RecordRepository,
    private readonly log: LogRepository,
    private readonly sequencer: Sequencer,
    private readonly clock: Clock,
  ) {}

  /**
   * Hands an entry over to the log of the dyad. It gets its number and is signed after the commit, within a second.
   * Of one subject, entries are numbered in the order in which they are handed over; its owner lets them come one by one.
   * @throws what `requireSayable` throws: nothing is handed over that could not be entered
   */
  async append(tx: Tx, dyadId: string, entry: NewEntry): Promise<void> {
    requireSayable(entry);
    this.log.queue(tx, dyadId, { ...entry, day: dayOf(this.clock.now()) });
    tx.afterCommit(() => this.sequencer.wake());
  }

  /** Resolves when every entry that waits now has its number and is signed. */
  settled(): Promise<void> {
    return this.sequencer.idle();
  }

  /** The entries about some subjects, those of each from its first; what is not signed yet is not among them. */
  history(tx: Tx, dyadId: string, subjects: readonly string[]): Promise<HistoryEntry[]> {
    return this.entries.history(tx, dyadId, subjects);
  }

  /** The newest entries of a dyad; `before` pages back. */
  newest(tx: Tx, slug: string, before: number | undefined, limit: number): Promise<Omit<RecordEntry, 'dyad'>[]> {
    return this.entries.newest(tx, slug, before, limit);
  }

  /** These entries of a dyad; numbers that it does not have are left out. */
  numbered(tx: Tx, dyadId: string, numbers: readonly number[]): Promise<Omit<RecordEntry, 'dyad'>[]> {
    return this.entries.numbered(tx, dyadId, numbers);
  }

  /** The newest entries of a dyad, among some kinds, in which each of these words is found; without words, the newest. */
  saying(tx: Tx, dyadId: string, sought: SoughtEntries, limit: number): Promise<Omit<RecordEntry, 'dyad'>[]> {
    return this.entries.saying(tx, dyadId, sought, limit);
  }
}
