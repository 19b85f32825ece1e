import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BackgroundWorker } from '../../../platform/events/background-worker.js';
import { Drains } from '../../../platform/events/drains.js';
import { Detection } from '../detection.port.js';
import { LookFiling } from './look-filing.js';
import { LookTaking } from './look-taking.js';

const lookEveryMilliseconds = 5_000;
/** What is written within so long is taken up together: where much is written, people come before detection. */
const gatherMilliseconds = 250;
const mostAtOnce = 10;

/**
 * Has detection look at what was written, after it was written: nobody waits for it. Looking takes seconds at times, so it
 * is done between two transactions, and not by the worker of the other deadlines, which would be late by it. A look that
 * was not finished is taken again; that is harmless, since only the first that is filed counts.
 */
@Injectable()
export class LookWorker extends BackgroundWorker {
  private gathering: NodeJS.Timeout | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly taking: LookTaking,
    private readonly detection: Detection,
    private readonly filing: LookFiling,
    drains: Drains,
  ) {
    super(drains, { everyMilliseconds: lookEveryMilliseconds, failure: 'moderation.look_failed' });
  }

  override async onModuleDestroy(): Promise<void> {
    clearTimeout(this.gathering);
    await super.onModuleDestroy();
  }

  override wake(): void {
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      super.wake();
    }, gatherMilliseconds).unref();
  }

  protected override async turn(): Promise<boolean> {
    const due = await this.unitOfWork.run('all dyads', (tx) => this.taking.next(tx, mostAtOnce));
    for (const look of due) {
      const found = look.submitted && (await this.detection.look(look.submitted));
      await this.unitOfWork.run('all dyads', (tx) => this.filing.file(tx, look, found));
    }
    return due.length === mostAtOnce;
  }
}
