import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Drain } from '../../../platform/events/drain.js';
import { Log } from '../../../platform/logging/log.js';
import { Detection } from '../detection.port.js';
import { LookFiling } from './look-filing.js';
import { LookTaking } from './look-taking.js';

const lookEveryMilliseconds = 5_000;

/**
 * Has detection look at what was written, after it was written: nobody waits for it. Looking takes seconds at times, so it
 * is done between two transactions, and not by the worker of the other deadlines, which would be late by it. A look that
 * was not finished is taken again; that is harmless, since only the first that is filed counts.
 */
@Injectable()
export class LookWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly drain: Drain;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly taking: LookTaking,
    private readonly detection: Detection,
    private readonly filing: LookFiling,
    log: Log,
  ) {
    this.drain = new Drain(
      () => this.doNext(),
      lookEveryMilliseconds,
      (error) => log.error('moderation.look_failed', { error }),
    );
  }

  onApplicationBootstrap(): void {
    this.drain.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.drain.stop();
  }

  wake(): void {
    this.drain.wake();
  }

  /** Resolves when everything that is due now was looked at. */
  idle(): Promise<void> {
    return this.drain.idle();
  }

  private async doNext(): Promise<boolean> {
    const due = await this.unitOfWork.run('all dyads', (tx) => this.taking.next(tx));
    if (!due) return false;
    const found = due.submitted && (await this.detection.look(due.submitted));
    await this.unitOfWork.run('all dyads', (tx) => this.filing.file(tx, due, found));
    return true;
  }
}
