import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { BackgroundWorker } from '../../../platform/events/background-worker.js';
import { Drains } from '../../../platform/events/drains.js';
import { Log } from '../../../platform/logging/log.js';
import { FeedRepository, type DueFeed } from './feed.repository.js';
import { WitnessFeeding } from './witness-feeding.js';

/** How often it is looked whether there is something to send. */
const pollMilliseconds = 1_000;

/**
 * Sends checkpoints to the witnesses that have an address. Nothing waits for it: a checkpoint is published before anybody
 * is sent it, and a witness that does not answer is tried again after a pause that grows. Any node may do it; a witness that
 * one of them has taken is not due for the others.
 */
@Injectable()
export class WitnessFeeder extends BackgroundWorker {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly feeds: FeedRepository,
    private readonly feeding: WitnessFeeding,
    private readonly journal: Log,
    drains: Drains,
  ) {
    super(drains, { everyMilliseconds: pollMilliseconds, failure: 'record.feeding_failed' });
  }

  protected override async turn(): Promise<boolean> {
    const due = await this.unitOfWork.run('all dyads', (tx) => this.feeds.due(tx));
    await Promise.all(due.map((feed) => this.feed(feed)));
    return due.length > 0;
  }

  /** One that fails keeps no other waiting: it is due again when its pause is over. */
  private async feed(feed: DueFeed): Promise<void> {
    try {
      const fed = await this.feeding.feed(feed);
      if ('signed' in fed)
        await this.unitOfWork.run({ dyadId: feed.dyadId }, (tx) => this.feeds.acknowledge(tx, feed, fed.signed));
      else if ('refused' in fed)
        this.journal.warn('record.witness_refused', { dyad: feed.dyadId, status: fed.refused });
      else this.journal.error('record.witness_contradicts', { dyad: feed.dyadId });
    } catch (error) {
      this.journal.warn('record.witness_unreachable', { dyad: feed.dyadId, error });
    }
  }
}
