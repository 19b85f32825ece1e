import { Injectable } from '@nestjs/common';
import type { RecordEntry } from '../../../shared/record/record.contract.js';
import type { Tx } from '../../platform/database/tx.js';

export type EntryRow = Omit<RecordEntry, 'dyad'>;

@Injectable()
export class RecordRepository {
  /** Appends with the next number of the dyad, and says it; the lock makes the numbers gapless and in the order of the commits. */
  async append(tx: Tx, dyadId: string, entry: Omit<EntryRow, 'seq'>): Promise<number> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 7062002))`, [dyadId]);
    const row = await tx.one<{ seq: number }>(
      `insert into record_entry (dyad_id, seq, kind, day, about)
       select $1, coalesce(max(seq), 0) + 1, $2, $3, $4 from record_entry where dyad_id = $1 returning seq`,
      [dyadId, entry.kind, entry.on, entry.about],
    );
    return row?.seq ?? 0;
  }

  newest(tx: Tx, slug: string, before: number | undefined, limit: number): Promise<EntryRow[]> {
    return tx.query<EntryRow>(
      `select r.seq, r.kind, to_char(r.day, 'YYYY-MM-DD') as on, r.about
       from record_entry r join dyad d on d.id = r.dyad_id
       where d.slug = $1 and ($2::int is null or r.seq < $2) order by r.seq desc limit $3`,
      [slug, before ?? null, limit],
    );
  }
}
