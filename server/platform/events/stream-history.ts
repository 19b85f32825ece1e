import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import type { Signal } from '../../../shared/contract/signals.js';
import type { Tx } from '../database/tx.js';
import { SignalViews, type StoredSignal } from './signal-views.js';

/** Reads what a stream has said: the recovery after a gap, however long. */
@Injectable()
export class StreamHistory {
  constructor(private readonly views: SignalViews) {}

  /** @throws Failure `stream.gap_lost` when what comes after the number cannot be told without a hole. */
  async after(tx: Tx, stream: string, seq: number, limit: number): Promise<Signal[]> {
    const newest = await this.newest(tx, stream);
    // By the column, not by the number of the same name that is told: only the column has an index.
    const rows = await tx.query<StoredSignal>(
      `select stream, seq::int as seq, dyad_id as "dyadId", kind, about from signal
       where stream = $1 and seq > $2 order by signal.seq limit $3`,
      [stream, seq, limit],
    );
    const isWhole = seq === newest || (seq < newest && rows[0]?.seq === seq + 1);
    if (!isWhole) throw new Failure('stream.gap_lost', { newest });
    return this.views.dress(tx, rows);
  }

  /** The number of the newest signal; 0 for a stream that has said nothing yet. */
  async newest(tx: Tx, stream: string): Promise<number> {
    const head = await tx.one<{ seq: number }>(`select seq::int as seq from stream_head where stream = $1`, [stream]);
    return head?.seq ?? 0;
  }
}
