import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Drain } from '../../platform/events/drain.js';
import { Drains } from '../../platform/events/drains.js';
import { Log } from '../../platform/logging/log.js';
import { inTime } from './in-time.js';
import type { Job } from './translation-job.repository.js';
import { TranslationQueue } from './translation-queue.service.js';
import { Translator } from './translator.js';

/** Two at a time: engines are heavy, and the forum comes first. */
const atOnce = 2;
const lookEveryMilliseconds = 5_000;
const longestMilliseconds = 30_000;

/** Has engines translate what waits, in the background. Nothing that people do ever waits for it. */
@Injectable()
export class TranslationWorker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly drains: readonly Drain[];

  constructor(
    private readonly queue: TranslationQueue,
    private readonly translator: Translator,
    private readonly log: Log,
    drains: Drains,
  ) {
    this.drains = Array.from({ length: atOnce }, () =>
      drains.of(() => this.next(), lookEveryMilliseconds, 'translation.worker_failed'),
    );
  }

  onApplicationBootstrap(): void {
    for (const drain of this.drains) drain.start();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.drains.map((drain) => drain.stop()));
  }

  wake(): void {
    for (const drain of this.drains) drain.wake();
  }

  /** Resolves when everything that is due now was tried. */
  async idle(): Promise<void> {
    await Promise.all(this.drains.map((drain) => drain.idle()));
  }

  private async next(): Promise<boolean> {
    const job = await this.queue.take();
    if (!job) return false;
    await this.work(job);
    return true;
  }

  private async work(job: Job): Promise<void> {
    try {
      await this.queue.done(
        job,
        await inTime(this.translator.translate(job.text, job.source, job.target), longestMilliseconds),
      );
    } catch (error) {
      const { source, target, attempts } = job;
      this.log.warn('translation.attempt_failed', { error, source, target, attempts });
      await this.queue.failed(job);
    }
  }
}
