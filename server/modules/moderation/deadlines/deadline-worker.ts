import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Drain } from '../../platform/events/drain.js';
import { Log } from '../../platform/logging/log.js';
import { ItemSteps } from './item-steps.service.js';
import { ModeratedContents } from './moderated-content.port.js';

const lookEveryMilliseconds = 5_000;

/**
 * Ends holds whose time is over. The due time is a row, so a hold ends also when the server was down at that moment;
 * of two nodes that look, one gets the row.
 */
@Injectable()
export class HoldExpiry implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly drain: Drain;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly steps: ItemSteps,
    private readonly contents: ModeratedContents,
    log: Log,
  ) {
    this.drain = new Drain(
      () => this.endNext(),
      lookEveryMilliseconds,
      (error) => log.error('hold.expiry_failed', { error }),
    );
  }

  onApplicationBootstrap(): void {
    this.drain.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.drain.stop();
  }

  /** Resolves when every hold that is over now has ended. */
  idle(): Promise<void> {
    return this.drain.idle();
  }

  private endNext(): Promise<boolean> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const restored = await this.steps.endOverdue(tx);
      if (!restored) return false;
      await this.contents.of(restored.kind).restore(tx, restored);
      return true;
    });
  }
}
