import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { WithheldTranslationRepository, type WholeTranslation } from './withheld-translation.repository.js';

export type { WholeTranslation } from './withheld-translation.repository.js';

/** What moderators decide about translations. Whoever owns the texts tells those who read them. */
@Injectable()
export class WithheldTranslations {
  constructor(private readonly translations: WithheldTranslationRepository) {}

  /** Translations as they were made, whether readers have them or not, by id; earlier ones too. */
  async find(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, WholeTranslation>> {
    const found = ids.length === 0 ? [] : await this.translations.find(tx, ids);
    return new Map(found.map((one) => [one.id, one]));
  }

  /** The translations of texts, earlier ones too. */
  idsOf(tx: Tx, owners: readonly string[]): Promise<string[]> {
    return this.translations.idsOf(tx, owners);
  }

  /** Everybody who ever wrote a translation of the same text into the same language. */
  writersBeside(tx: Tx, { owner, language }: WholeTranslation): Promise<string[]> {
    return this.translations.writers(tx, owner, language);
  }

  /** Keeps a translation from readers, for a time or for good; the original stays with them. */
  withhold(tx: Tx, id: string, how: 'held' | 'removed'): Promise<void> {
    return this.translations.withhold(tx, id, how);
  }

  /** Shows a translation again. */
  show(tx: Tx, id: string): Promise<void> {
    return this.translations.withhold(tx, id, null);
  }
}
