import { Injectable } from '@nestjs/common';
import type { RichText } from '../../../shared/language/rich-text.js';
import { standingOf } from '../../../shared/translation/human-work.rules.js';
import type { TranslationView } from '../../../shared/translation/translation.schema.js';
import { MemberReader, type Credit } from '../dyads/member.reader.js';
import type { Tx } from '../../platform/database/tx.js';
import { TranslationRepository, type StoredTranslation } from './translation.repository.js';

const mostOwners = 200;

/** A translation with the person who wrote it, if a person did, as they want it said. */
export interface TranslationFound extends Omit<StoredTranslation, 'providedBy'> {
  readonly by: Credit | undefined;
}

/** Reads translations for screens: all that a page needs at once. */
@Injectable()
export class TranslationReader {
  constructor(
    private readonly translations: TranslationRepository,
    private readonly members: MemberReader,
  ) {}

  /** The current translations by owner; owners without any are not in it. */
  async of(tx: Tx, owners: readonly string[]): Promise<ReadonlyMap<string, readonly TranslationFound[]>> {
    const rows = owners.length === 0 ? [] : await this.translations.of(tx, owners);
    const providers = await this.providers(tx, rows);
    const found = new Map<string, TranslationFound[]>();
    for (const { providedBy: _, ...row } of rows) {
      const list = found.get(row.owner) ?? [];
      list.push({ ...row, by: providers.get(row.id) });
      found.set(row.owner, list);
    }
    return found;
  }

  /** Who wrote translations, by the id of the translation; without those that machines made. */
  async providers(
    tx: Tx,
    translations: readonly Pick<StoredTranslation, 'id' | 'providedBy'>[],
  ): Promise<ReadonlyMap<string, Credit>> {
    const written = translations.flatMap(({ id, providedBy }) => (providedBy === null ? [] : [{ id, providedBy }]));
    const people = await this.members.credits(
      tx,
      written.map(({ providedBy }) => providedBy),
    );
    return new Map(
      written.flatMap(({ id, providedBy }) => {
        const person = people.get(providedBy);
        return person ? [[id, person] as const] : [];
      }),
    );
  }

  /**
   * Owners with a current translation that has all these words; the newest ones, since nobody reads so many.
   * @param words in lower case
   */
  saying(tx: Tx, dyadId: string, words: readonly string[]): Promise<string[]> {
    return this.translations.saying(tx, dyadId, words, mostOwners);
  }
}

/** A translation as readers see it; the caller reads its Markdown. */
export function translationView(found: TranslationFound, body: RichText | null): TranslationView {
  return {
    id: found.id,
    language: found.language,
    status: found.status,
    body,
    engine: found.engine,
    via: found.via,
    memory: found.recalled,
    madeOn: found.madeAt?.toISOString().slice(0, 10) ?? null,
    by: found.by ?? null,
    standing: standingOf(found.behind),
    disputed: found.disputed,
    whyNone: found.body === null ? found.whyNone : null,
    doubts: [...found.checks],
    unknownWords: [...found.unknownWords],
    stale: null,
  };
}
