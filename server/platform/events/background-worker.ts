import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import type { Drain } from './drain.js';
import type { Drains } from './drains.js';

interface Manner {
  /** How long a worker that nobody wakes waits before it looks by itself. */
  readonly everyMilliseconds: number;
  /** The event that is logged when a turn fails. */
  readonly failure: string;
  /** How many turns are under way at once, at most; one unless said. */
  readonly atOnce?: number;
}

/**
 * Works beside the requests, in turns: while there is more to do, whenever woken, and every so often by itself. It begins
 * when the whole application stands, and ends its last turn before the modules that it uses and the database are gone.
 */
export abstract class BackgroundWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly drains: readonly Drain[];

  constructor(drains: Drains, { everyMilliseconds, failure, atOnce = 1 }: Manner) {
    this.drains = Array.from({ length: atOnce }, () => drains.of(() => this.turn(), everyMilliseconds, failure));
  }

  onApplicationBootstrap(): void {
    for (const drain of this.drains) drain.start();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.drains.map((drain) => drain.stop()));
  }

  /** Says that there may be something to do; nobody waits for it. */
  wake(): void {
    for (const drain of this.drains) drain.wake();
  }

  /** Resolves when everything that is due now is done. */
  async idle(): Promise<void> {
    await Promise.all(this.drains.map((drain) => drain.idle()));
  }

  /** Does one batch. @returns whether there may be more */
  protected abstract turn(): Promise<boolean>;
}
