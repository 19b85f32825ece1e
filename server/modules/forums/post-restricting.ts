import { Injectable } from '@nestjs/common';
import { threadChanged } from '../../../shared/forums/forum.signals.js';
import type { ReasonCode } from '../../../shared/moderation/reasons.js';
import type { ModeratedItem } from '../moderation/moderated-content.port.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { Signals } from '../../platform/events/signals.js';
import { PostPublishing, type Placed } from './post-publishing.js';
import { PostRestrictionRepository } from './post-restriction.repository.js';
import { PostRepository } from './post.repository.js';

/** A post with where it stands, and whether its thread begins with it. */
type PlacedPost = Placed & { readonly opensThread: boolean };

/**
 * Puts posts before readers, and takes them away. Whatever changes is told to everybody who may have it on a page: readers of
 * the post, of the thread that it begins, of other posts that quote it, and its author.
 */
@Injectable()
export class PostRestricting {
  constructor(
    private readonly posts: PostRepository,
    private readonly restrictions: PostRestrictionRepository,
    private readonly publishing: PostPublishing,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

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
    await this.posts.setState(tx, item.content, 'held');
    await this.publishing.hide(tx, item.content);
    await this.tellChanged(tx, item);
  }

  async giveBack(tx: Tx, item: ModeratedItem & { readonly amends: boolean }): Promise<void> {
    if (!item.amends) await this.posts.setState(tx, item.content, 'returned');
    await this.publishing.tellAuthor(tx, await this.placed(tx, item), item.authorId);
  }

  async remove(tx: Tx, item: ModeratedItem, reason: ReasonCode): Promise<void> {
    await this.restrictions.remove(tx, item.content, reason);
    await this.publishing.hide(tx, item.content);
    await this.tellChanged(tx, item);
  }

  /** Shows a post again, or for the first time; nothing happens to one that readers have, or that was taken back. */
  async restore(tx: Tx, item: ModeratedItem): Promise<void> {
    const { state, isPublished } = await this.restrictions.standing(tx, item.content);
    if (state === 'live' || state === 'withdrawn') return;
    if (!isPublished) {
      await this.restrictions.waitAgain(tx, item.content);
      await this.publish(tx, item);
      return;
    }
    await this.restrictions.restore(tx, item.content);
    await this.publishing.showAgain(tx, item.content);
    await this.tellChanged(tx, item);
  }

  async reinstate(tx: Tx, item: ModeratedItem & { readonly shown: boolean }): Promise<void> {
    if (item.shown) {
      await this.restore(tx, item);
      await this.publishing.showAgain(tx, item.content);
    } else {
      await this.restrictions.waitAgain(tx, item.content);
      await this.publishing.hide(tx, item.content);
    }
    await this.tellChanged(tx, item);
  }

  async lock(tx: Tx, item: ModeratedItem, isLocked: boolean): Promise<void> {
    const { dyadId, topicId, thread } = await this.placed(tx, item);
    await this.restrictions.lockThread(tx, thread, isLocked ? this.clock.now() : null);
    await this.signals.append(tx, dyadId, `topic:${topicId}`, threadChanged, { thread });
  }

  /** Tells everybody who may have the post, its title or a quote of it on a page. */
  async tellChanged(tx: Tx, item: ModeratedItem): Promise<void> {
    const placed = await this.placed(tx, item);
    const { isPublished } = await this.restrictions.standing(tx, item.content);
    if (isPublished) await this.tellReaders(tx, placed);
    await this.publishing.tellAuthor(tx, placed, item.authorId);
  }

  private async tellReaders(tx: Tx, placed: PlacedPost): Promise<void> {
    const { dyadId, topicId, thread, post, opensThread } = placed;
    await this.publishing.tellReaders(tx, placed);
    if (opensThread) await this.signals.append(tx, dyadId, `topic:${topicId}`, threadChanged, { thread });
    for (const quoting of await this.restrictions.quoting(tx, post))
      await this.publishing.tellReaders(tx, { ...quoting, dyadId });
  }

  private async placed(tx: Tx, { dyadId, content }: ModeratedItem): Promise<PlacedPost> {
    return { dyadId, post: content, ...(await this.posts.placeOf(tx, content)) };
  }
}
