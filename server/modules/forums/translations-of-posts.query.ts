import { Injectable } from '@nestjs/common';
import { WithheldTranslations, type WholeTranslation } from '../translation/withheld-translations.port.js';
import type { Tx } from '../../platform/database/tx.js';
import { TranslatedPlaceRepository, type TranslatedRevision } from './translated-place.repository.js';

/** A translation of a post, and the revision that it is of. */
export interface TranslationOfPost {
  readonly translation: WholeTranslation;
  readonly revision: TranslatedRevision;
}

/** Finds translations together with the posts that they are of. */
@Injectable()
export class TranslationsOfPosts {
  constructor(
    private readonly withheld: WithheldTranslations,
    private readonly places: TranslatedPlaceRepository,
  ) {}

  /** By the id of the translation, whether readers have it or not; without those of other texts than posts. */
  async find(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, TranslationOfPost>> {
    const found = [...(await this.withheld.find(tx, ids)).values()].filter((one) => one.ownerKind === 'post_revision');
    const revisions = await this.places.revisionsOf(tx, [...new Set(found.map(({ owner }) => owner))]);
    return new Map(
      found.flatMap((translation) => {
        const revision = revisions.find(({ owner }) => owner === translation.owner);
        return revision ? [[translation.id, { translation, revision }] as const] : [];
      }),
    );
  }

  /** Everybody who ever wrote a translation of the same words into the same language. */
  writersBeside(tx: Tx, { translation }: TranslationOfPost): Promise<string[]> {
    return this.withheld.writersBeside(tx, translation);
  }

  async one(tx: Tx, id: string): Promise<TranslationOfPost | undefined> {
    return (await this.find(tx, [id])).get(id);
  }
}
