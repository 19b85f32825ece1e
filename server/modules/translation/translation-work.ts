import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { TranslationJobRepository, type Job } from './translation-job.repository.js';
import { TranslationWorker } from './translation-worker.js';

/** The engines' work list, for those who put something on it or take it off. */
@Injectable()
export class TranslationWork {
  constructor(
    private readonly jobs: TranslationJobRepository,
    private readonly worker: TranslationWorker,
  ) {}

  /** Puts a text on the list; engines see it once the transaction is over. */
  async add(tx: Tx, job: Omit<Job, 'attempts'>, nextAt: Date): Promise<void> {
    await this.jobs.add(tx, job, nextAt);
    tx.afterCommit(() => this.worker.wake());
  }

  cancel(tx: Tx, owners: readonly string[]): Promise<void> {
    return this.jobs.cancel(tx, owners);
  }

  cancelOne(tx: Tx, owner: string, target: string): Promise<void> {
    return this.jobs.cancelOne(tx, owner, target);
  }
}
