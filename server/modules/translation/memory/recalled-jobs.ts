import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Job } from '../translation-job.repository.js';
import { TranslationQueue, type Result } from '../translation-queue.service.js';
import { Recalling } from './recalling.js';

/** The memory is asked before any engine is. */
@Injectable()
export class RecalledJobs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recalling: Recalling,
    private readonly queue: TranslationQueue,
  ) {}

  /** Does the jobs whose texts are remembered. @returns those that are left to engines */
  async leave(jobs: readonly Job[]): Promise<Job[]> {
    const done: Result[] = [];
    for (const dyadId of new Set(jobs.map((job) => job.dyadId)))
      await this.unitOfWork.run({ dyadId }, async (tx) => {
        for (const job of jobs.filter((one) => one.dyadId === dyadId)) {
          const recalled = await this.recalling.recall(tx, dyadId, job.text, job);
          if (recalled) done.push({ job, translated: recalled });
        }
      });
    if (done.length > 0) await this.queue.done(done);
    const owners = new Set(done.map(({ job }) => job));
    return jobs.filter((job) => !owners.has(job));
  }
}
