import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ModeratedContents,
  type ContentCard,
  type ModeratedContent,
  type ModeratedItem,
  type ShownContent,
} from '../moderation/moderated-content.port.js';
import type { DyadMember } from '../../../shared/access/actor.js';
import type { RichText } from '../../../shared/language/rich-text.js';
import type { DeskContext } from '../../../shared/moderation/desk.schema.js';
import type { Tx } from '../../platform/database/tx.js';
import { ModeratedPostReading } from './moderated-post-reading.query.js';
import { PostCards } from './post-cards.query.js';
import { PostPublishing, type Placed } from './post-publishing.js';
import { PostRepository } from './post.repository.js';

/** What a moderator's decision, or the end of a hold, does to a post. */
@Injectable()
export class ModeratedPosts implements ModeratedContent, OnModuleInit {
  constructor(
    private readonly contents: ModeratedContents,
    private readonly posts: PostRepository,
    private readonly publishing: PostPublishing,
    private readonly cards: PostCards,
    private readonly reading: ModeratedPostReading,
  ) {}

  onModuleInit(): void {
    this.contents.register('post', this);
  }

  async publish(tx: Tx, item: ModeratedItem): Promise<void> {
    const placed = await this.placed(tx, item);
    await this.publishing.publish(tx, placed, item.revision);
    await this.publishing.tellAuthor(tx, placed, item.authorId);
  }

  async amend(tx: Tx, item: ModeratedItem): Promise<void> {
    const placed = await this.placed(tx, item);
    await this.publishing.show(tx, placed, item.revision);
    await this.publishing.tellAuthor(tx, placed, item.authorId);
  }

  async hold(tx: Tx, item: ModeratedItem): Promise<void> {
    await this.change(tx, item, 'held');
  }

  async restore(tx: Tx, item: ModeratedItem): Promise<void> {
    await this.change(tx, item, 'live');
  }

  async giveBack(tx: Tx, item: ModeratedItem & { readonly amends: boolean }): Promise<void> {
    if (!item.amends) await this.posts.setState(tx, item.content, 'returned');
    await this.publishing.tellAuthor(tx, await this.placed(tx, item), item.authorId);
  }

  describe(tx: Tx, items: readonly ModeratedItem[]): Promise<ReadonlyMap<string, ContentCard>> {
    return this.cards.of(tx, items);
  }

  surroundings(tx: Tx, item: ModeratedItem): Promise<DeskContext> {
    return this.cards.surroundings(tx, item);
  }

  shownTo(tx: Tx, member: DyadMember, item: ModeratedItem): Promise<ShownContent | undefined> {
    return this.reading.shownTo(tx, member, item);
  }

  wordsIn(tx: Tx, items: readonly ModeratedItem[], language: string): Promise<ReadonlyMap<string, string>> {
    return this.reading.wordsIn(tx, items, language);
  }

  read(key: string, source: string): RichText {
    return this.reading.read(key, source);
  }

  private async change(tx: Tx, item: ModeratedItem, state: 'live' | 'held'): Promise<void> {
    await this.posts.setState(tx, item.content, state);
    const placed = await this.placed(tx, item);
    await this.publishing.tellReaders(tx, placed);
    await this.publishing.tellAuthor(tx, placed, item.authorId);
  }

  private async placed(tx: Tx, { dyadId, content }: ModeratedItem): Promise<Placed> {
    return { dyadId, post: content, ...(await this.posts.placeOf(tx, content)) };
  }
}
