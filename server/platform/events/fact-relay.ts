import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import type { Tx } from '../database/tx.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { BackgroundWorker } from './background-worker.js';
import { Drains } from './drains.js';
import type { FactKind } from './fact.js';

interface FactRow {
  readonly id: string;
  readonly dyad_id: string;
  readonly kind: string;
  readonly payload: unknown;
}

type Handler = (tx: Tx, payload: unknown, dyadId: string) => Promise<void>;

const pollMilliseconds = 2_000;

/**
 * Delivers facts to those who registered for them. A handler runs in its own transaction together with the mark that
 * it ran, so its effects in the database happen exactly once, however often the process dies in between.
 */
@Injectable()
export class FactRelay extends BackgroundWorker {
  private readonly handlers = new Map<string, Map<string, Handler>>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    drains: Drains,
  ) {
    super(drains, { everyMilliseconds: pollMilliseconds, failure: 'fact.delivery_failed' });
  }

  /** Registers a reaction under a name of its own, which marks what it has already handled. */
  on<P extends z.ZodObject>(
    kind: FactKind<string, P>,
    name: string,
    react: (tx: Tx, payload: z.output<P>, dyadId: string) => Promise<void>,
  ): void {
    const forKind = this.handlers.get(kind.name) ?? new Map<string, Handler>();
    if (forKind.has(name)) throw new Error(`Two reactions to ${kind.name} are called ${name}`);
    forKind.set(name, (tx, payload, dyadId) => react(tx, kind.payload.parse(payload), dyadId));
    this.handlers.set(kind.name, forKind);
  }

  protected override async turn(): Promise<boolean> {
    const fact = await this.unitOfWork.run('all dyads', (tx) =>
      tx.one<FactRow>(
        `update fact set attempts = attempts + 1, next_attempt_at = now() + least(attempts + 1, 30) * interval '2 seconds'
         where id = (select id from fact where delivered_at is null and next_attempt_at <= now()
                     order by recorded_at, id limit 1 for update skip locked)
         returning id, dyad_id, kind, payload`,
      ),
    );
    if (!fact) return false;
    for (const [name, handler] of this.handlers.get(fact.kind) ?? []) await this.handle(fact, name, handler);
    await this.unitOfWork.run('all dyads', (tx) =>
      tx.query(`update fact set delivered_at = now() where id = $1`, [fact.id]),
    );
    return true;
  }

  private async handle(fact: FactRow, name: string, handler: Handler): Promise<void> {
    await this.unitOfWork.run({ dyadId: fact.dyad_id }, async (tx) => {
      const first = await tx.one(
        `insert into fact_handled (fact_id, handler, dyad_id) values ($1, $2, $3) on conflict do nothing returning fact_id`,
        [fact.id, name, fact.dyad_id],
      );
      if (first) await handler(tx, fact.payload, fact.dyad_id);
    });
  }
}
