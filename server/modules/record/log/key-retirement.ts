import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BackgroundWorker } from '../../../platform/events/background-worker.js';
import { Drains } from '../../../platform/events/drains.js';
import { LogKeyRepository } from './log-key.repository.js';
import { PolicyChanges } from './log-policy.js';
import { LogRepository } from './log.repository.js';

/** A key retires with a day; within the hour the log says so. */
const pollMilliseconds = 3_600_000;

/**
 * An old key signs no more from its day on, and whoever reads the policy no longer finds it there, without anybody doing
 * anything. What is left to do then is that the log says that its policy changed; of several nodes one does.
 */
@Injectable()
export class KeyRetirement extends BackgroundWorker {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly keys: LogKeyRepository,
    private readonly log: LogRepository,
    private readonly changes: PolicyChanges,
    drains: Drains,
  ) {
    super(drains, { everyMilliseconds: pollMilliseconds, failure: 'record.retiring_failed' });
  }

  protected override async turn(): Promise<boolean> {
    const dyads = await this.unitOfWork.run('all dyads', (tx) => this.keys.unsaid(tx));
    for (const dyadId of dyads) await this.say(dyadId);
    return false;
  }

  private say(dyadId: string): Promise<void> {
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const head = await this.log.locked(tx, dyadId);
      if (head && (await this.keys.sayRetired(tx, dyadId)))
        await this.changes.say(tx, dyadId, head.subject, 'platform');
    });
  }
}
