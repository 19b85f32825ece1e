import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { Clock } from '../clock/clock.js';
import type { Tx } from '../database/tx.js';
import { timeOrderedId } from '../ids/ids.js';
import type { FactKind } from './fact.js';
import { FactRelay } from './fact-relay.js';

/** The outbox: facts are written in the transaction that made them true, and delivered after it is committed. */
@Injectable()
export class Facts {
  /** The millisecond of the last fact, and how many came in it before. */
  private last = { at: 0, before: 0 };

  constructor(
    private readonly clock: Clock,
    private readonly relay: FactRelay,
  ) {}

  /** Records a fact within the transaction. */
  async record<P extends z.ZodObject>(
    tx: Tx,
    dyadId: string,
    kind: FactKind<string, P>,
    payload: z.input<P>,
  ): Promise<void> {
    await this.recordAll(tx, dyadId, kind, [payload]);
  }

  /** Records facts of one kind within the transaction, in their order. */
  async recordAll<P extends z.ZodObject>(
    tx: Tx,
    dyadId: string,
    kind: FactKind<string, P>,
    payloads: readonly z.input<P>[],
  ): Promise<void> {
    if (payloads.length === 0) return;
    const now = this.clock.now();
    await tx.query(
      `insert into fact (id, dyad_id, kind, payload, recorded_at)
       select id, $1, $2, payload::jsonb, $3::timestamptz + place * interval '1 microsecond'
       from unnest($4::uuid[], $5::text[], $6::integer[]) as new (id, payload, place)`,
      [
        dyadId,
        kind.name,
        now,
        payloads.map(() => timeOrderedId(now)),
        payloads.map((payload) => JSON.stringify(kind.payload.parse(payload))),
        payloads.map(() => this.place(now)),
      ],
    );
    tx.afterCommit(() => this.relay.wake());
  }

  /** Facts of one millisecond are delivered in the order in which they were recorded: a founding before its charter. */
  private place(now: Date): number {
    const at = now.getTime();
    this.last = { at, before: at === this.last.at ? this.last.before + 1 : 0 };
    return Math.min(this.last.before, 999);
  }
}
