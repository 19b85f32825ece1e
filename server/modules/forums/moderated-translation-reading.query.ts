import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import type { DeskContext } from '../../../shared/moderation/desk.schema.js';
import type { ContentCard, ModeratedItem, ShownContent } from '../moderation/moderated-content.port.js';
import { TranslationReader, translationView } from '../translation/translation.reader.js';
import { WithheldTranslations, type WholeTranslation } from '../translation/withheld-translations.port.js';
import type { Tx } from '../../platform/database/tx.js';
import { PlaceAccess } from './place-access.js';
import { PostCards } from './post-cards.query.js';
import { PublishedPostRepository } from './published-post.repository.js';
import { RichTexts } from './rich-texts.js';
import { TranslatedPlaceRepository, type TranslatedRevision } from './translated-place.repository.js';

/** A translation of a post, and the revision that it is of. */
export interface TranslationOfPost {
  readonly translation: WholeTranslation;
  readonly revision: TranslatedRevision;
}

/** Translations of posts for moderation: as cards, with the original beside them, and as a reader has them now. */
@Injectable()
export class ModeratedTranslationReading {
  constructor(
    private readonly withheld: WithheldTranslations,
    private readonly translations: TranslationReader,
    private readonly places: TranslatedPlaceRepository,
    private readonly posts: PublishedPostRepository,
    private readonly cards: PostCards,
    private readonly access: PlaceAccess,
    private readonly texts: RichTexts,
  ) {}

  /** By the id of the translation; without those of other texts than posts. */
  async ofPosts(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, TranslationOfPost>> {
    const found = [...(await this.withheld.find(tx, ids)).values()].filter((one) => one.ownerKind === 'post_revision');
    const revisions = await this.places.revisionsOf(tx, [...new Set(found.map(({ owner }) => owner))]);
    return new Map(
      found.flatMap((translation) => {
        const revision = revisions.find(({ owner }) => owner === translation.owner);
        return revision ? [[translation.id, { translation, revision }] as const] : [];
      }),
    );
  }

  /** The original and exactly the translation that is decided about, whatever else was made of it since. */
  async describe(tx: Tx, items: readonly ModeratedItem[]): Promise<ReadonlyMap<string, ContentCard>> {
    const found = await this.ofPosts(
      tx,
      items.map(({ content }) => content),
    );
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
        const body = this.texts.of(translation.id, translation.body, null);
        const translations = [translationView({ ...translation, by: people.get(translation.id) }, body)];
        return [[id, { ...original, translations, judged: { language, body } }] as const];
      }),
    );
  }

  async surroundings(tx: Tx, item: ModeratedItem): Promise<DeskContext> {
    const post = (await this.ofPosts(tx, [item.content])).get(item.content)?.revision.post;
    return post === undefined ? { thread: [], byAuthor: [] } : this.cards.surroundings(tx, { ...item, content: post });
  }

  async shownTo(tx: Tx, member: DyadMember, { content }: ModeratedItem): Promise<ShownContent | undefined> {
    const found = (await this.ofPosts(tx, [content])).get(content);
    if (!found?.translation.isShown || !found.revision.isShown) return undefined;
    const { post: id, owner } = found.revision;
    const placeRight = await this.access.rightAtPost(tx, member, id);
    const [post] = placeRight === 'none' ? [] : await this.posts.find(tx, [id]);
    if (!post || post.source === null || post.revisionId !== owner) return undefined;
    const { language, status, engine, body: text, providedBy } = found.translation;
    return {
      placeRight,
      revision: 1,
      words: { language: post.language, text: post.source, translations: [{ language, status, engine, text }] },
      // A machine's words are nobody's: whoever wrote the original may report what became of it.
      writer: providedBy ?? content,
    };
  }

  async wordsIn(tx: Tx, items: readonly ModeratedItem[], language: string): Promise<ReadonlyMap<string, string>> {
    const found = await this.withheld.find(
      tx,
      items.map(({ content }) => content),
    );
    return new Map(
      items.flatMap(({ id, content }) => {
        const translation = found.get(content);
        return translation?.language === language ? [[id, translation.body] as const] : [];
      }),
    );
  }
}
