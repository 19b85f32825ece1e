import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BackgroundWorker } from '../../../platform/events/background-worker.js';
import { Drains } from '../../../platform/events/drains.js';
import { DeadlineDuties } from './deadline.port.js';
import { DeadlineRepository } from './deadline.repository.js';

const lookEveryMilliseconds = 5_000;
const restMilliseconds = 60_000;

/**
 * Does what is due. The moments are rows, so what was due while the server was down is done when it is back; of two nodes
 * that look, one does it.
 */
@Injectable()
export class DeadlineWorker extends BackgroundWorker {
  /** What could not be done, and until when it is left: so it keeps nothing else from being done. */
  private readonly failed = new Map<string, number>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly deadlines: DeadlineRepository,
    private readonly duties: DeadlineDuties,
    private readonly clock: Clock,
    drains: Drains,
  ) {
    super(drains, { everyMilliseconds: lookEveryMilliseconds, failure: 'moderation.deadline_failed' });
  }

  protected override async turn(): Promise<boolean> {
    let taken: string | undefined;
    try {
      return await this.unitOfWork.run('all dyads', async (tx) => {
        const due = await this.deadlines.take(tx, this.clock.now(), {
          kinds: this.duties.kinds,
          except: this.resting(),
        });
        taken = due?.id;
        if (due) await this.duties.do(tx, due);
        return due !== undefined;
      });
    } catch (error) {
      if (taken !== undefined) this.failed.set(taken, Date.now() + restMilliseconds);
      throw error;
    }
  }

  private resting(): string[] {
    for (const [id, until] of this.failed) if (until <= Date.now()) this.failed.delete(id);
    return [...this.failed.keys()];
  }
}
