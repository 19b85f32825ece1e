import { Injectable } from '@nestjs/common';
import type { Signal } from '../../../shared/contract/signals.js';
import type { Tx } from '../database/tx.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { BackgroundWorker } from './background-worker.js';
import { Drains } from './drains.js';
import { SignalViews, type StoredSignal } from './signal-views.js';

/** Where told signals go: the live channel. */
export abstract class SignalSink {
  abstract tell(signal: Signal): void;

  /** The same, to those only who are connected to this node. */
  abstract tellHere(signal: Signal): void;
}

interface SignalRow {
  readonly stream: string;
  readonly seq: string;
  readonly dyad_id: string;
  readonly kind: string;
  readonly about: Record<string, string | number>;
}

const pollMilliseconds = 2_000;
const batch = 200;

/**
 * Tells committed signals to the live channel, at least once and in order. A signal is marked as told after it was
 * told, so a crash in between tells it again; readers drop what they already have by `seq`.
 */
@Injectable()
export class SignalRelay extends BackgroundWorker {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly views: SignalViews,
    private readonly sink: SignalSink,
    drains: Drains,
  ) {
    super(drains, { everyMilliseconds: pollMilliseconds, failure: 'signal.relay_failed' });
  }

  /**
   * Tells the readers of this node the newest signal of some streams again, after something may have been lost on
   * its way here: who has it drops it, who lacks some before it sees the gap.
   */
  async repeatNewest(streams: readonly string[]): Promise<void> {
    if (streams.length === 0) return;
    await this.unitOfWork.run('all dyads', async (tx) => {
      const rows = await tx.query<SignalRow>(
        `select signal.stream, signal.seq, signal.dyad_id, kind, about from unnest($1::text[]) as followed (stream)
         cross join lateral (select * from signal s where s.stream = followed.stream
                             order by s.seq desc limit 1) as signal`,
        [streams],
      );
      for (const signal of await this.views.dress(tx, rows.map(stored))) this.sink.tellHere(signal);
    });
  }

  protected override turn(): Promise<boolean> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      // By number and not by time: a transaction that began earlier may have got the later number.
      const rows = await tx.query<SignalRow>(
        `select stream, seq, dyad_id, kind, about from signal where told_at is null
         order by stream, seq limit $1 for update skip locked`,
        [batch],
      );
      if (rows.length === 0) return false;
      for (const signal of await this.views.dress(tx, rows.map(stored))) this.sink.tell(signal);
      await this.markTold(tx, rows);
      return rows.length === batch;
    });
  }

  private markTold(tx: Tx, rows: readonly SignalRow[]): Promise<unknown> {
    return tx.query(
      `update signal set told_at = now() from unnest($1::text[], $2::bigint[]) as told (stream, seq)
       where signal.stream = told.stream and signal.seq = told.seq`,
      [rows.map((row) => row.stream), rows.map((row) => row.seq)],
    );
  }
}

function stored(row: SignalRow): StoredSignal {
  return { stream: row.stream, seq: Number(row.seq), dyadId: row.dyad_id, kind: row.kind, about: row.about };
}
