import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  ModeratedContents,
  type ContentCard,
  type ModeratedItem,
  type PlaceName,
  type ShownContent,
  type WrittenContent,
} from '../moderation/moderated-content.port.js';
import type { DyadMember } from '../../../shared/access/actor.js';
import type { RichText } from '../../../shared/language/rich-text.js';
import type { ReasonCode } from '../../../shared/moderation/reasons.js';
import type { DeskContext } from '../../../shared/moderation/desk.schema.js';
import type { Tx } from '../../platform/database/tx.js';
import { ModeratedPostReading } from './moderated-post-reading.query.js';
import { PostCards } from './post-cards.query.js';
import { PostRedacting } from './post-redacting.js';
import { PostRestricting } from './post-restricting.js';

/** What decisions of moderators, and the end of a hold, do to posts. */
@Injectable()
export class ModeratedPosts implements WrittenContent, OnModuleInit {
  constructor(
    private readonly contents: ModeratedContents,
    private readonly restricting: PostRestricting,
    private readonly redacting: PostRedacting,
    private readonly cards: PostCards,
    private readonly reading: ModeratedPostReading,
  ) {}

  onModuleInit(): void {
    this.contents.registerWritten('post', this);
  }

  /** A post passes the gate when it is written: its item is there before anybody can point at it. */
  beginning(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  publish(tx: Tx, item: ModeratedItem): Promise<void> {
    return this.restricting.publish(tx, item);
  }

  amend(tx: Tx, item: ModeratedItem): Promise<void> {
    return this.restricting.amend(tx, item);
  }

  hold(tx: Tx, item: ModeratedItem): Promise<void> {
    return this.restricting.hold(tx, item);
  }

  restore(tx: Tx, item: ModeratedItem): Promise<void> {
    return this.restricting.restore(tx, item);
  }

  giveBack(tx: Tx, item: ModeratedItem & { readonly amends: boolean }): Promise<void> {
    return this.restricting.giveBack(tx, item);
  }

  remove(tx: Tx, item: ModeratedItem, reason: ReasonCode): Promise<void> {
    return this.restricting.remove(tx, item, reason);
  }

  async redact(tx: Tx, item: ModeratedItem, passages: readonly string[], reason: ReasonCode): Promise<void> {
    await this.redacting.redact(tx, item, passages, reason);
    await this.restricting.tellChanged(tx, item);
  }

  contains(tx: Tx, item: ModeratedItem, passages: readonly string[]): Promise<boolean> {
    return this.redacting.contains(tx, item, passages);
  }

  lock(tx: Tx, item: ModeratedItem, isLocked: boolean): Promise<void> {
    return this.restricting.lock(tx, item, isLocked);
  }

  async reinstate(tx: Tx, item: ModeratedItem & { readonly shown: boolean }): Promise<void> {
    await this.redacting.undo(tx, item.content);
    await this.restricting.reinstate(tx, item);
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

  placeFor(tx: Tx, member: DyadMember, _item: ModeratedItem, card: ContentCard): Promise<PlaceName> {
    return this.cards.placeFor(tx, member, card);
  }

  read(key: string, source: string): RichText {
    return this.reading.read(key, source);
  }
}
