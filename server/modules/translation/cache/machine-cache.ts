import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { TranslationEngine } from '../engine/translation-engine.js';
import { AgreedTerms } from '../glossary/agreed-terms.js';
import type { Wish } from '../translator.js';
import { cacheKey } from './cache-key.js';
import { CachedEngine } from './cached-engine.js';
import { CacheRepository } from './cache.repository.js';

/** What engines made of passages before, inside each dyad: to share it would tell one what is said in another. */
@Injectable()
export class MachineCache {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly answers: CacheRepository,
    private readonly glossary: AgreedTerms,
  ) {}

  /** An engine behind the cache of a dyad, with the glossary in force. */
  async before(engine: TranslationEngine, { dyadId, source, target }: Wish): Promise<CachedEngine> {
    const { version: glossary, pairs } = await this.glossary.inForce(dyadId, { source, target });
    return new CachedEngine(engine, pairs, async (terms, passages) => {
      const keys = passages.map((html) => cacheKey({ ...terms, glossary }, html));
      const known = await this.unitOfWork.run({ dyadId }, (tx) => this.answers.find(tx, dyadId, keys));
      return { keys, known };
    });
  }
}
