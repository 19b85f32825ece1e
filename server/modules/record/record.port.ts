import { Injectable } from '@nestjs/common';
import type { NewEntry } from '../../../shared/record/record-kinds.js';
import type { RecordEntry } from '../../../shared/record/record.contract.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { RecordRepository, type SoughtEntries } from './record.repository.js';

/** Appends to the public record in the transaction of what is recorded. Entries name no person and no hour. */
@Injectable()
export class PublicRecord {
  constructor(
    private readonly entries: RecordRepository,
    private readonly clock: Clock,
  ) {}

  /** @returns the number of the entry */
  append(tx: Tx, dyadId: string, { kind, about }: NewEntry): Promise<number> {
    return this.entries.append(tx, dyadId, { kind, about, on: this.clock.now().toISOString().slice(0, 10) });
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
