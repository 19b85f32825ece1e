import { Injectable } from '@nestjs/common';
import type { WhyNone } from '../../../shared/translation/egress.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { Facts } from '../../platform/events/facts.js';
import { CacheRepository } from './cache/cache.repository.js';
import type { Recalled } from './memory/recalling.js';
import type { Job } from './translation-job.repository.js';
import { translationReady } from './translation.events.js';
import { TranslationRepository, type Filling } from './translation.repository.js';
import type { Translated } from './translator.js';

/** What came of a job: what an engine or the memory made of it, or why nothing did. */
export interface Result {
  readonly job: Job;
  readonly translated: Translated | Recalled | WhyNone;
}

/** Puts what came of jobs where readers find it. */
@Injectable()
export class TranslationKeeping {
  constructor(
    private readonly translations: TranslationRepository,
    private readonly cache: CacheRepository,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  /** Keeps results of one dyad together, in the transaction in which their jobs end. */
  async keep(tx: Tx, dyadId: string, results: readonly Result[]): Promise<void> {
    if (results.length === 0) return;
    const now = this.clock.now();
    const filled = await this.translations.fill(
      tx,
      results.map(({ job, translated }) => ({ owner: job.owner, language: job.target, ...madeOf(translated, now) })),
    );
    const byPlace = new Map(results.map((result) => [placeOf(result.job.owner, result.job.target), result]));
    const kept = filled.flatMap(({ id, owner, language }) => {
      const result = byPlace.get(placeOf(owner, language));
      return result ? [{ id, ...result }] : [];
    });
    await this.cache.add(
      tx,
      dyadId,
      kept.flatMap(({ id, translated }) =>
        typeof translated === 'object' && 'answers' in translated
          ? translated.answers.map((answer) => ({ ...answer, translation: id }))
          : [],
      ),
    );
    await this.facts.recordAll(
      tx,
      dyadId,
      translationReady,
      kept.map(({ job: { ownerKind, owner, target } }) => ({ ownerKind, owner, language: target })),
    );
  }
}

const placeOf = (owner: string, language: string): string => `${owner} ${language}`;

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
