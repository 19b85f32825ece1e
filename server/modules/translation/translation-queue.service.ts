import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Facts } from '../../platform/events/facts.js';
import type { Recalled } from './memory/recalling.js';
import { TranslationJobRepository, type Job } from './translation-job.repository.js';
import { translationReady } from './translation.events.js';
import { TranslationRepository, type Filling } from './translation.repository.js';
import type { WhyNone } from '../../../shared/translation/egress.rules.js';
import type { Translated } from './translator.js';

/** Longer than any engine is allowed to take. */
const leaseSeconds = 60;
/** The pauses after failures; after the last one people are asked instead. */
const pausesSeconds = [0, 15, 60, 300, 1800];

/** What came of a job: what an engine or the memory made of it, or why nothing did. */
export interface Result {
  readonly job: Job;
  readonly translated: Translated | Recalled | WhyNone;
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
    for (const dyadId of new Set(results.map(({ job }) => job.dyadId))) {
      const ofDyad = results.filter(({ job }) => job.dyadId === dyadId);
      await this.unitOfWork.run({ dyadId }, (tx) => this.keep(tx, dyadId, ofDyad));
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

  private async keep(tx: Tx, dyadId: string, results: readonly Result[]): Promise<void> {
    const ended = await this.jobs.finish(
      tx,
      results.map(({ job }) => job),
    );
    const now = this.clock.now();
    const current = results.filter(({ job }) => ended.has(job.id));
    const filled = await this.translations.fill(
      tx,
      current.map(({ job, translated }) => ({ owner: job.owner, language: job.target, ...madeOf(translated, now) })),
    );
    const kinds = new Map(current.map(({ job }) => [job.owner, job.ownerKind]));
    await this.facts.recordAll(
      tx,
      dyadId,
      translationReady,
      filled.flatMap(({ owner, language }) => {
        const ownerKind = kinds.get(owner);
        return ownerKind ? [{ ownerKind, owner, language }] : [];
      }),
    );
  }
}

type Made = Omit<Filling, 'owner' | 'language'>;

const nothing = {
  body: null,
  engine: null,
  engineVersion: null,
  via: null,
  recalled: null,
  checks: [],
  unknownWords: [],
  whyNone: null,
  madeAt: null,
} as const;

function madeOf(translated: Result['translated'], madeAt: Date): Made {
  if (typeof translated === 'string') return { ...nothing, status: 'unavailable', whyNone: translated };
  return 'engine' in translated ? ofEngine(translated, madeAt) : ofMemory(translated, madeAt);
}

const ofEngine = ({ text, engine, engineVersion, via, doubts, unknownWords }: Translated, madeAt: Date): Made => ({
  ...nothing,
  status: doubts.length > 0 ? 'doubtful' : 'machine',
  body: text,
  engine,
  engineVersion,
  via,
  checks: doubts,
  unknownWords,
  madeAt,
});

const ofMemory = ({ text, match, origins, isAgreed }: Recalled, madeAt: Date): Made => ({
  ...nothing,
  status: 'memory',
  body: text,
  recalled: { match, origins: [...origins], isAgreed },
  madeAt,
});
