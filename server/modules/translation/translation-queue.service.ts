import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Facts } from '../../platform/events/facts.js';
import { timeOrderedId } from '../../platform/ids/ids.js';
import { TranslationJobRepository, type Job } from './translation-job.repository.js';
import { translationReady } from './translation.events.js';
import { TranslationRepository } from './translation.repository.js';
import type { WhyNone } from '../../../shared/translation/egress.rules.js';
import type { Translated } from './translator.js';

/** Longer than any engine is allowed to take. */
const leaseSeconds = 60;
/** The pauses after failures; after the last one people are asked instead. */
const pausesSeconds = [0, 15, 60, 300, 1800];

/** What came of a job, or why nothing did. */
export interface Result {
  readonly job: Job;
  readonly translated: Translated | WhyNone;
}

/** The engines' work list: takes jobs from it, and puts what came of them where readers find it. */
@Injectable()
export class TranslationQueue {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: TranslationJobRepository,
    private readonly translations: TranslationRepository,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  /** The next jobs that are due, for as long as a lease lasts. */
  take(most: number): Promise<Job[]> {
    return this.unitOfWork.run('all dyads', (tx) => this.jobs.claim(tx, this.clock.now(), { most, leaseSeconds }));
  }

  /** Stores results, but those of texts that have been revised or taken back since the jobs were taken. */
  async done(results: readonly Result[]): Promise<void> {
    for (const dyadId of new Set(results.map(({ job }) => job.dyadId)))
      await this.unitOfWork.run({ dyadId }, async (tx) => {
        for (const result of results) if (result.job.dyadId === dyadId) await this.keep(tx, result);
      });
  }

  /** Puts a job off after a failure, or gives it up after the last attempt. */
  async failed(job: Job): Promise<void> {
    const pause = pausesSeconds[job.attempts - 1];
    if (pause === undefined) return this.done([{ job, translated: 'engine_down' }]);
    // Some randomness, so that jobs which failed together do not come back together.
    const seconds = pause * (0.8 + Math.random() * 0.4);
    await this.unitOfWork.run({ dyadId: job.dyadId }, (tx) => this.jobs.postpone(tx, job, this.clock.in({ seconds })));
  }

  private async keep(tx: Tx, { job, translated }: Result): Promise<void> {
    if (!(await this.jobs.finish(tx, job))) return;
    const changed =
      typeof translated === 'string'
        ? await this.translations.mark(tx, job.owner, job.target, 'unavailable', translated)
        : await this.fill(tx, job, translated);
    if (changed) await this.tell(tx, job);
  }

  private fill(tx: Tx, job: Job, translated: Translated): Promise<boolean> {
    const { text, engine, engineVersion, via, doubts, unknownWords } = translated;
    return this.translations.fill(tx, {
      id: timeOrderedId(this.clock.now()),
      dyadId: job.dyadId,
      ownerKind: job.ownerKind,
      owner: job.owner,
      source: job.source,
      language: job.target,
      status: doubts.length > 0 ? 'doubtful' : 'machine',
      body: text,
      engine,
      engineVersion,
      via,
      checks: doubts,
      unknownWords,
      providedBy: null,
      whyNone: null,
      madeAt: this.clock.now(),
    });
  }

  private tell(tx: Tx, { dyadId, ownerKind, owner, target }: Job): Promise<void> {
    return this.facts.record(tx, dyadId, translationReady, { ownerKind, owner, language: target });
  }
}
