import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Deadlines } from '../deadlines/deadlines.js';
import type { Item } from '../items/item.js';
import { LookWorker } from './look-worker.js';

/** Asks that something written be looked at, as soon as it is committed. */
@Injectable()
export class LookRequests {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly worker: LookWorker,
    private readonly clock: Clock,
  ) {}

  /** For the words that a locked item has now; a look at earlier ones that is not finished comes to nothing. */
  async ask(tx: Tx, item: Item): Promise<void> {
    await this.forget(tx, item);
    await this.deadlines.set(tx, item.dyadId, { kind: 'look', itemId: item.id, dueAt: this.clock.now() });
    tx.afterCommit(() => this.worker.wake());
  }

  async forget(tx: Tx, item: Item): Promise<void> {
    await this.deadlines.settle(tx, { kinds: ['look'], itemId: item.id });
  }
}
