import { Injectable, type OnModuleInit } from '@nestjs/common';
import { postChanged } from '../../../shared/forums/forum.signals.js';
import type { DyadMember } from '../../../shared/access/actor.js';
import type { RichText } from '../../../shared/language/rich-text.js';
import type { DeskContext } from '../../../shared/moderation/desk.schema.js';
import {
  ModeratedContents,
  type Beginning,
  type ContentCard,
  type ModeratedContent,
  type ModeratedItem,
  type ShownContent,
} from '../moderation/moderated-content.port.js';
import { ModerationGate } from '../moderation/moderation-gate.port.js';
import { WithheldTranslations } from '../translation/withheld-translations.port.js';
import type { Tx } from '../../platform/database/tx.js';
import { Signals } from '../../platform/events/signals.js';
import { ModeratedTranslationReading } from './moderated-translation-reading.query.js';
import { RichTexts } from './rich-texts.js';

/** What decisions of moderators do to translations of posts. The original stays as it is, whatever becomes of them. */
@Injectable()
export class ModeratedTranslations implements ModeratedContent, OnModuleInit {
  constructor(
    private readonly contents: ModeratedContents,
    private readonly reading: ModeratedTranslationReading,
    private readonly withheld: WithheldTranslations,
    private readonly texts: RichTexts,
    private readonly gate: ModerationGate,
    private readonly signals: Signals,
  ) {}

  onModuleInit(): void {
    this.contents.register('translation', this);
  }

  /** It concerns the author of the post; whoever wrote a translation of it into this language stands too near as well. */
  async beginning(tx: Tx, dyadId: string, content: string): Promise<Beginning | undefined> {
    const found = (await this.reading.ofPosts(tx, [content])).get(content);
    if (!found?.translation.isShown || found.translation.dyadId !== dyadId) return undefined;
    const { thread: place, authorId, authorSide } = found.revision;
    const writers = await this.withheld.writersBeside(tx, found.translation);
    return { place, authorId, authorSide, revision: 1, concerns: writers.filter((one) => one !== authorId) };
  }

  async hold(tx: Tx, item: ModeratedItem): Promise<void> {
    await this.withheld.withhold(tx, item.content, 'held');
    await this.tell(tx, item);
  }

  async restore(tx: Tx, item: ModeratedItem): Promise<void> {
    await this.withheld.show(tx, item.content);
    await this.tell(tx, item);
  }

  async remove(tx: Tx, item: ModeratedItem): Promise<void> {
    await this.withheld.withhold(tx, item.content, 'removed');
    await this.tell(tx, item);
  }

  async reinstate(tx: Tx, item: ModeratedItem & { readonly shown: boolean }): Promise<void> {
    await (item.shown ? this.restore(tx, item) : this.hold(tx, item));
  }

  describe(tx: Tx, items: readonly ModeratedItem[]): Promise<ReadonlyMap<string, ContentCard>> {
    return this.reading.describe(tx, items);
  }

  surroundings(tx: Tx, item: ModeratedItem): Promise<DeskContext> {
    return this.reading.surroundings(tx, item);
  }

  shownTo(tx: Tx, member: DyadMember, item: ModeratedItem): Promise<ShownContent | undefined> {
    return this.reading.shownTo(tx, member, item);
  }

  wordsIn(tx: Tx, items: readonly ModeratedItem[], language: string): Promise<ReadonlyMap<string, string>> {
    return this.reading.wordsIn(tx, items, language);
  }

  read(key: string, source: string): RichText {
    return this.texts.of(key, source, null);
  }

  /** Tells everybody who may have it on a page: readers of the post, and the desks where the post itself is decided about. */
  private async tell(tx: Tx, { content, dyadId }: ModeratedItem): Promise<void> {
    const revision = (await this.reading.ofPosts(tx, [content])).get(content)?.revision;
    if (!revision) return;
    const { post, thread, topicId, isShown } = revision;
    await this.gate.contentChanged(tx, 'post', post);
    if (isShown) await this.signals.append(tx, dyadId, `topic:${topicId}`, postChanged, { thread, post });
  }
}
