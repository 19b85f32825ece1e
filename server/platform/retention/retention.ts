import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '../clock/clock.js';
import type { Tx } from '../database/tx.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { Log } from '../logging/log.js';

/** Removes what has been kept long enough; says how many rows went. */
export type Forget = (tx: Tx, now: Date) => Promise<number>;

const hourMilliseconds = 3_600_000;

/** Keeps the promises of the data map: once an hour, whatever is past its time is deleted. Running it twice is harmless. */
@Injectable()
export class Retention implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly duties = new Map<string, Forget>();
  private timer: NodeJS.Timeout | undefined;
  private running = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {
    this.register('delivered facts', (tx, now) =>
      count(tx, `delete from fact where delivered_at < $1::timestamptz - interval '14 days' returning id`, now),
    );
    this.register('marks of handled facts', (tx) =>
      count(
        tx,
        `delete from fact_handled h where not exists (select from fact f where f.id = h.fact_id) returning fact_id`,
      ),
    );
    this.register('idempotency keys', (tx, now) =>
      count(tx, `delete from idempotency_key where used_at < $1::timestamptz - interval '7 days' returning key`, now),
    );
  }

  /** Adds what a module must forget. */
  register(what: string, forget: Forget): void {
    this.duties.set(what, forget);
  }

  onApplicationBootstrap(): void {
    const begin = (): void => void (this.running = this.run());
    this.timer = setInterval(begin, hourMilliseconds);
    this.timer.unref();
    begin();
  }

  /** Waits for the duty that is being done; the others are done by whoever runs next. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    this.stopping = true;
    await this.running;
  }

  /** Does everything that is due now. A duty that fails is logged and tried again in an hour; the others go on. */
  async run(): Promise<void> {
    for (const [what, forget] of this.duties) {
      if (this.stopping) return;
      try {
        const rows = await this.unitOfWork.run('all dyads', (tx) => forget(tx, this.clock.now()));
        if (rows > 0) this.log.info('retention.forgot', { what, rows });
      } catch (error) {
        this.log.error('retention.failed', { what, error });
      }
    }
  }
}

async function count(tx: Tx, sql: string, ...parameters: unknown[]): Promise<number> {
  return (await tx.query(sql, parameters)).length;
}
