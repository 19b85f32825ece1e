import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BackgroundWorker } from '../../../platform/events/background-worker.js';
import { Drains } from '../../../platform/events/drains.js';
import { CheckpointPublisher } from './checkpoint-publisher.js';
import { Integration } from './integration.js';
import { LogOpening } from './log-opening.js';

/** How many entries get their numbers in one transaction. */
const batch = 3000;

/** At most ten checkpoints a second: what comes meanwhile goes into the next one. */
const pauseMilliseconds = 100;

/** What another node handed over, or left behind when it died, is found this late. */
const pollMilliseconds = 1_000;

/**
 * Gives the entries that wait their numbers, and then signs the tree. Any node may do it: the row of a log's head is the
 * lock, so there is one sequencer at a time, and one that dies leaves nothing behind but work for the next.
 *
 * A tree is signed only after the transaction that stored it is durable. Whatever happens after that, the next signature
 * says the same: Ed25519 gives the same bytes for the same tree, and a checkpoint holds no time.
 */
@Injectable()
export class Sequencer extends BackgroundWorker {
  private earliestNext = 0;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly integration: Integration,
    private readonly opening: LogOpening,
    private readonly publisher: CheckpointPublisher,
    drains: Drains,
  ) {
    super(drains, { everyMilliseconds: pollMilliseconds, failure: 'record.sequencing_failed' });
  }

  protected override async turn(): Promise<boolean> {
    await pause(Math.max(0, this.earliestNext - Date.now()));
    const dyads = await this.unitOfWork.run('all dyads', (tx) => this.integration.withWork(tx));
    await this.publisher.ask(dyads);
    let isMore = false;
    for (const dyadId of dyads) isMore = (await this.publisher.guarded(dyadId, () => this.advance(dyadId))) || isMore;
    // Of a backlog every batch is as many entries as a checkpoint may have: nothing is gained by waiting for more.
    if (dyads.length > 0 && !isMore) this.earliestNext = Date.now() + pauseMilliseconds;
    return isMore;
  }

  /** Gives numbers in one transaction, and signs in the next. @returns whether more may wait */
  private async advance(dyadId: string): Promise<boolean> {
    const isMore = await this.unitOfWork.run({ dyadId }, async (tx) => {
      const head = await this.opening.locked(tx, dyadId);
      await this.publisher.compare(tx, head);
      return (await this.integration.advance(tx, head, batch)) === batch;
    });
    await this.unitOfWork.run({ dyadId }, (tx) => this.publisher.publish(tx, dyadId));
    return isMore;
  }
}
