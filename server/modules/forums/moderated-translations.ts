import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import type { RichText } from '../../../shared/language/rich-text.js';
import type { DeskContext } from '../../../shared/moderation/desk.schema.js';
import {
  ModeratedContents,
  type Beginning,
  type ContentCard,
  type ModeratedContent,
  type ModeratedItem,
  type PlaceName,
  type ShownContent,
} from '../moderation/moderated-content.port.js';
import type { Tx } from '../../platform/database/tx.js';
import { ShownTranslations } from './shown-translations.query.js';
import { TranslationCards } from './translation-cards.query.js';
import { TranslationWithholding } from './translation-withholding.js';
import { TranslationsOfPosts } from './translations-of-posts.query.js';

/** What decisions of moderators do to translations of posts. The original stays as it is, whatever becomes of them. */
@Injectable()
export class ModeratedTranslations implements ModeratedContent, OnModuleInit {
  constructor(
    private readonly contents: ModeratedContents,
    private readonly found: TranslationsOfPosts,
    private readonly shown: ShownTranslations,
    private readonly cards: TranslationCards,
    private readonly withholding: TranslationWithholding,
  ) {}

  onModuleInit(): void {
    this.contents.register('translation', this);
  }

  /** It concerns the author of the post; whoever wrote a translation of it into this language stands too near as well. */
  async beginning(tx: Tx, dyadId: string, content: string): Promise<Beginning | undefined> {
    const found = await this.found.one(tx, content);
    if (!found?.translation.isShown || found.translation.dyadId !== dyadId) return undefined;
    const { thread: place, authorId, authorSide } = found.revision;
    const writers = await this.found.writersBeside(tx, found);
    return { place, authorId, authorSide, revision: 1, concerns: writers.filter((one) => one !== authorId) };
  }

  hold(tx: Tx, item: ModeratedItem): Promise<void> {
    return this.withholding.withhold(tx, item, 'held');
  }

  restore(tx: Tx, item: ModeratedItem): Promise<void> {
    return this.withholding.show(tx, item);
  }

  remove(tx: Tx, item: ModeratedItem): Promise<void> {
    return this.withholding.withhold(tx, item, 'removed');
  }

  reinstate(tx: Tx, item: ModeratedItem & { readonly shown: boolean }): Promise<void> {
    return item.shown ? this.restore(tx, item) : this.hold(tx, item);
  }

  describe(tx: Tx, items: readonly ModeratedItem[]): Promise<ReadonlyMap<string, ContentCard>> {
    return this.cards.of(tx, items);
  }

  surroundings(tx: Tx, item: ModeratedItem): Promise<DeskContext> {
    return this.cards.surroundings(tx, item);
  }

  shownTo(tx: Tx, member: DyadMember, item: ModeratedItem): Promise<ShownContent | undefined> {
    return this.shown.to(tx, member, item);
  }

  wordsIn(tx: Tx, items: readonly ModeratedItem[], language: string): Promise<ReadonlyMap<string, string>> {
    return this.cards.wordsIn(tx, items, language);
  }

  placeFor(tx: Tx, member: DyadMember, _item: ModeratedItem, card: ContentCard): Promise<PlaceName> {
    return this.cards.placeFor(tx, member, card);
  }

  read(key: string, source: string): RichText {
    return this.cards.read(key, source);
  }
}
