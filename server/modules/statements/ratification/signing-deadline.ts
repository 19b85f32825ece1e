import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BackgroundWorker } from '../../../platform/events/background-worker.js';
import { Drains } from '../../../platform/events/drains.js';
import { StatementRepository } from '../statement.repository.js';
import { RoundSteps } from './round-steps.js';

const lookEveryMilliseconds = 5_000;

/**
 * Gives back statements whose time of signing is over. The moment is a row, so it comes also when the server was down
 * then; of two nodes that look, one gets the row, and a signature that is being written goes before.
 */
@Injectable()
export class SigningDeadline extends BackgroundWorker {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: StatementRepository,
    private readonly steps: RoundSteps,
    private readonly clock: Clock,
    drains: Drains,
  ) {
    super(drains, { everyMilliseconds: lookEveryMilliseconds, failure: 'ratification.deadline_failed' });
  }

  protected override turn(): Promise<boolean> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const overdue = await this.statements.lockOverdue(tx, this.clock.now());
      if (overdue) await this.steps.pass(tx, overdue);
      return overdue !== undefined;
    });
  }
}
