import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { TranslationEngine } from '../engine/translation-engine.js';
import { GlossaryRepository } from '../glossary/glossary.repository.js';
import { cacheKey } from './cache-key.js';
import { CachedEngine } from './cached-engine.js';
import { CacheRepository } from './cache.repository.js';

/** What engines made of passages before, inside each dyad: to share it would tell one what is said in another. */
@Injectable()
export class MachineCache {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly answers: CacheRepository,
    private readonly glossary: GlossaryRepository,
  ) {}

  /** An engine behind the cache of a dyad. */
  before(engine: TranslationEngine, dyadId: string): CachedEngine {
    return new CachedEngine(engine, (terms, passages) =>
      this.unitOfWork.run({ dyadId }, async (tx) => {
        const glossary = await this.glossary.newest(tx, dyadId);
        const keys = passages.map((html) => cacheKey({ ...terms, glossary }, html));
        return { keys, known: await this.answers.find(tx, dyadId, keys) };
      }),
    );
  }
}
