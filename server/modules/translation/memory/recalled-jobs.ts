import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { groupsOf } from '../job-groups.js';
import type { Job } from '../translation-job.repository.js';
import type { Result } from '../translation-keeping.js';
import { TranslationQueue } from '../translation-queue.service.js';
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
    for (const group of groupsOf(jobs))
      await this.unitOfWork.run({ dyadId: group.dyadId }, async (tx) => {
        const texts = group.jobs.map(({ text }) => text);
        const recalled = await this.recalling.recall(tx, group.dyadId, texts, group);
        for (const [at, job] of group.jobs.entries()) {
          const translated = recalled[at];
          if (translated) done.push({ job, translated });
        }
      });
    if (done.length > 0) await this.queue.done(done);
    const ended = new Set(done.map(({ job }) => job));
    return jobs.filter((job) => !ended.has(job));
  }
}
