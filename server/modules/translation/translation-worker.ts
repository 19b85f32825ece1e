import { Injectable } from '@nestjs/common';
import { BackgroundWorker } from '../../platform/events/background-worker.js';
import { Drains } from '../../platform/events/drains.js';
import { Log } from '../../platform/logging/log.js';
import { isOfOneText } from './engine/translation-engine.js';
import { inTime } from './in-time.js';
import { groupsOf } from './job-groups.js';
import type { Job } from './translation-job.repository.js';
import { TranslationQueue } from './translation-queue.service.js';
import { RecalledJobs } from './memory/recalled-jobs.js';
import { NoEngine, Translator } from './translator.js';

/** Two at a time: engines are heavy, and the forum comes first. */
const atOnce = 2;
const lookEveryMilliseconds = 5_000;
/** Long enough for one engine to fail and for another to be asked; shorter than the lease of a job. */
const longestMilliseconds = 50_000;

/** What waits goes to an engine together, so that much is done soon: about what it gets in one request. */
const together = { most: 50, characters: 8_000 };

/** Whether a share was as large as it may be: there may be more then. */
const isFull = (taken: readonly Job[]): boolean =>
  taken.length === together.most || taken.reduce((sum, { text }) => sum + text.length, 0) >= together.characters;

/** Has engines translate what waits, in the background. Nothing that people do ever waits for it. */
@Injectable()
export class TranslationWorker extends BackgroundWorker {
  constructor(
    private readonly queue: TranslationQueue,
    private readonly memory: RecalledJobs,
    private readonly translator: Translator,
    private readonly log: Log,
    drains: Drains,
  ) {
    super(drains, { everyMilliseconds: lookEveryMilliseconds, failure: 'translation.worker_failed', atOnce });
  }

  protected override async turn(): Promise<boolean> {
    const taken = await this.queue.take(together);
    const jobs = await this.memory.leave(taken);
    for (const group of groupsOf(jobs)) await this.work(group.jobs);
    return isFull(taken);
  }

  /** Has an engine translate texts of one group together; one that it makes nothing of fails by itself. */
  private async work(jobs: readonly Job[]): Promise<void> {
    const [first] = jobs;
    if (!first) return;
    const { source, target, attempts } = first;
    try {
      const texts = jobs.map(({ text }) => text);
      const made = await inTime(this.translator.translateAll(texts, first), longestMilliseconds);
      await this.queue.done(jobs.map((job, at) => ({ job, translated: made[at] ?? 'engine_down' })));
    } catch (error) {
      if (jobs.length > 1 && isOfOneText(error)) {
        for (const job of jobs) await this.work([job]);
        return;
      }
      if (error instanceof NoEngine) return this.queue.done(jobs.map((job) => ({ job, translated: error.why })));
      this.log.warn('translation.attempt_failed', { error, source, target, attempts, texts: jobs.length });
      for (const job of jobs) await this.queue.failed(job);
    }
  }
}
