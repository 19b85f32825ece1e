import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import type { RichText } from '../../../shared/language/rich-text.js';
import type { DeskContext } from '../../../shared/moderation/desk.schema.js';
import type { ContentCard, ModeratedItem, PlaceName } from '../moderation/moderated-content.port.js';
import { TranslationReader, translationView } from '../translation/translation.reader.js';
import type { Tx } from '../../platform/database/tx.js';
import { PostCards } from './post-cards.query.js';
import { RichTexts } from './rich-texts.js';
import { TranslationsOfPosts } from './translations-of-posts.query.js';

/** Translations of posts as the desk shows them: with the original beside them, and what stands around it. */
@Injectable()
export class TranslationCards {
  constructor(
    private readonly found: TranslationsOfPosts,
    private readonly translations: TranslationReader,
    private readonly cards: PostCards,
    private readonly texts: RichTexts,
  ) {}

  /** The original and exactly the translation that is decided about, whatever else was made of it since. */
  async of(tx: Tx, items: readonly ModeratedItem[]): Promise<ReadonlyMap<string, ContentCard>> {
    const found = await this.found.find(tx, contentsOf(items));
    const ofPosts = items.flatMap((item) => {
      const revision = found.get(item.content)?.revision;
      return revision ? [{ ...item, content: revision.post, revision: revision.number }] : [];
    });
    const originals = await this.cards.of(tx, ofPosts);
    const people = await this.translations.providers(
      tx,
      [...found.values()].map(({ translation }) => translation),
    );
    return new Map(
      items.flatMap(({ id, content }) => {
        const [original, translation] = [originals.get(id), found.get(content)?.translation];
        if (!original || !translation) return [];
        const { language } = translation;
        const body = this.read(translation.id, translation.body);
        const made = { ...translation, by: people.get(translation.id), whyNone: null };
        const translations = [translationView(made, body)];
        return [[id, { ...original, translations, judged: { language, body } }] as const];
      }),
    );
  }

  async surroundings(tx: Tx, item: ModeratedItem): Promise<DeskContext> {
    const found = await this.found.one(tx, item.content);
    return found
      ? this.cards.surroundings(tx, { ...item, content: found.revision.post })
      : { thread: [], byAuthor: [] };
  }

  placeFor(tx: Tx, member: DyadMember, place: PlaceName): Promise<PlaceName> {
    return this.cards.placeFor(tx, member, place);
  }

  async wordsIn(tx: Tx, items: readonly ModeratedItem[], language: string): Promise<ReadonlyMap<string, string>> {
    const found = await this.found.find(tx, contentsOf(items));
    return new Map(
      items.flatMap(({ id, content }) => {
        const translation = found.get(content)?.translation;
        return translation?.language === language ? [[id, translation.body] as const] : [];
      }),
    );
  }

  read(key: string, source: string): RichText {
    return this.texts.of(key, source, null);
  }
}

const contentsOf = (items: readonly ModeratedItem[]): string[] => items.map(({ content }) => content);
