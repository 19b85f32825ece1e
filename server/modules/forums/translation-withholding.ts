import { Injectable } from '@nestjs/common';
import { postChanged } from '../../../shared/forums/forum.signals.js';
import type { ModeratedItem } from '../moderation/moderated-content.port.js';
import { ModerationGate } from '../moderation/moderation-gate.port.js';
import { WithheldTranslations } from '../translation/withheld-translations.port.js';
import type { Tx } from '../../platform/database/tx.js';
import { Signals } from '../../platform/events/signals.js';
import { TranslationsOfPosts } from './translations-of-posts.query.js';

/**
 * Keeps translations of posts from readers, and shows them again. Everybody who may have one on a page is told: readers of
 * the post, and the desks where the post itself is decided about.
 */
@Injectable()
export class TranslationWithholding {
  constructor(
    private readonly withheld: WithheldTranslations,
    private readonly found: TranslationsOfPosts,
    private readonly gate: ModerationGate,
    private readonly signals: Signals,
  ) {}

  async withhold(tx: Tx, item: ModeratedItem, how: 'held' | 'removed'): Promise<void> {
    await this.withheld.withhold(tx, item.content, how);
    await this.tell(tx, item);
  }

  async show(tx: Tx, item: ModeratedItem): Promise<void> {
    await this.withheld.show(tx, item.content);
    await this.tell(tx, item);
  }

  private async tell(tx: Tx, { content, dyadId }: ModeratedItem): Promise<void> {
    const found = await this.found.one(tx, content);
    if (!found) return;
    const { post, thread, topicId, isShown } = found.revision;
    await this.gate.contentChanged(tx, 'post', post);
    if (isShown) await this.signals.append(tx, dyadId, `topic:${topicId}`, postChanged, { thread, post });
  }
}
