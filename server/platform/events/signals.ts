import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { SignalKind } from '../../../shared/contract/signals.js';
import { Clock } from '../clock/clock.js';
import type { Tx } from '../database/tx.js';
import { SignalRelay } from './signal-relay.js';

/** What readers are told, written in the transaction that made it true. */
@Injectable()
export class Signals {
  constructor(
    private readonly clock: Clock,
    private readonly relay: SignalRelay,
  ) {}

  /**
   * Appends to a stream. The stream's head row is locked until the commit, so its numbers are gapless and in the order
   * of the commits: a reader who has `n` and sees `n + 1` has missed nothing.
   */
  async append<A extends z.ZodObject>(
    tx: Tx,
    dyadId: string,
    stream: string,
    kind: SignalKind<string, A>,
    about: z.input<A>,
  ): Promise<number> {
    const row = await tx.one<{ seq: number }>(
      `with head as (
         insert into stream_head (stream, dyad_id, seq) values ($1, $2, 1)
         on conflict (stream) do update set seq = stream_head.seq + 1 returning seq)
       insert into signal (stream, seq, dyad_id, kind, about, recorded_at)
       select $1, head.seq, $2, $3, $4, $5 from head returning seq::int as seq`,
      [stream, dyadId, kind.name, JSON.stringify(kind.about.parse(about)), this.clock.now()],
    );
    tx.afterCommit(() => this.relay.wake());
    return row?.seq ?? 0;
  }
}
