import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { MemoryLearning } from '../memory/memory-learning.js';
import { TranslationJobRepository } from '../translation-job.repository.js';
import { TranslationRepository, type NewTranslation } from '../translation.repository.js';
import type { ForPeople } from '../translations.port.js';

/** Words of people as readers have them: they take the place of whatever was there, and are remembered. */
@Injectable()
export class HumanWords {
  constructor(
    private readonly translations: TranslationRepository,
    private readonly jobs: TranslationJobRepository,
    private readonly memory: MemoryLearning,
  ) {}

  /** Puts a translation in the place of the one before, which is kept; no engine works on it any more. */
  async put(tx: Tx, of: ForPeople, written: NewTranslation & { readonly body: string }, at: Date): Promise<void> {
    const { id, owner, language, body } = written;
    await this.jobs.cancelOne(tx, owner, language);
    await this.translations.supersede(tx, owner, language, at);
    await this.translations.add(tx, written);
    if (!of.isForAll) return;
    const source = { text: of.text, language: of.language };
    await this.memory.learn(tx, { dyadId: of.dyadId, translation: id, source, target: { text: body, language } });
  }
}
