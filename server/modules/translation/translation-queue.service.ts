import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { TranslationKeeping, type Result } from './translation-keeping.js';
import { TranslationJobRepository, type Job, type Share } from './translation-job.repository.js';

/** Longer than any engine is allowed to take. */
const leaseSeconds = 60;
/** The pauses after failures; after the last one people are asked instead. */
const pausesSeconds = [0, 15, 60, 300, 1800];

/** The engines' work list: takes jobs from it, and puts what came of them where readers find it. */
@Injectable()
export class TranslationQueue {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: TranslationJobRepository,
    private readonly keeping: TranslationKeeping,
    private readonly clock: Clock,
  ) {}

  /** The next jobs that are due, for as long as a lease lasts. */
  take(share: Share): Promise<Job[]> {
    return this.unitOfWork.run('all dyads', (tx) => this.jobs.claim(tx, this.clock.now(), { ...share, leaseSeconds }));
  }

  /** Stores results, but those of texts that have been revised or taken back since the jobs were taken. */
  async done(results: readonly Result[]): Promise<void> {
    for (const dyadId of new Set(results.map(({ job }) => job.dyadId))) {
      const ofDyad = results.filter(({ job }) => job.dyadId === dyadId);
      await this.unitOfWork.run({ dyadId }, async (tx) => {
        const ended = await this.jobs.finish(
          tx,
          ofDyad.map(({ job }) => job),
        );
        await this.keeping.keep(
          tx,
          dyadId,
          ofDyad.filter(({ job }) => ended.has(job.id)),
        );
      });
    }
  }

  /** Puts a job off after a failure, or gives it up after the last attempt. */
  async failed(job: Job): Promise<void> {
    const pause = pausesSeconds[job.attempts - 1];
    if (pause === undefined) return this.done([{ job, translated: 'engine_down' }]);
    // Some randomness, so that jobs which failed together do not come back together.
    const seconds = pause * (0.8 + Math.random() * 0.4);
    await this.unitOfWork.run({ dyadId: job.dyadId }, (tx) => this.jobs.postpone(tx, job, this.clock.in({ seconds })));
  }
}
