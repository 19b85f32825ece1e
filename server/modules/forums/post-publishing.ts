import { Injectable } from '@nestjs/common';
import { ownPostChanged, postChanged, postPublished, threadOpened } from '../../../shared/forums/forum.signals.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { Signals } from '../../platform/events/signals.js';
import { PostTextRepository } from './post-text.repository.js';
import { PostRepository } from './post.repository.js';
import { TextKeeping } from './text-keeping.js';

/** A post with the streams that tell of it. */
export interface Placed {
  readonly dyadId: string;
  readonly topicId: string;
  readonly thread: string;
  readonly post: string;
}

/**
 * Puts posts before readers and tells them. The topic's stream gives each post its place: its number is the number of
 * the signal, so everybody has the same order.
 */
@Injectable()
export class PostPublishing {
  constructor(
    private readonly posts: PostRepository,
    private readonly texts: PostTextRepository,
    private readonly keeping: TextKeeping,
    private readonly signals: Signals,
    private readonly clock: Clock,
  ) {}

  async publish(tx: Tx, { dyadId, topicId, thread, post }: Placed, revision: number): Promise<void> {
    const now = this.clock.now();
    const seq = await this.signals.append(tx, dyadId, `topic:${topicId}`, postPublished, { thread, post });
    const { opensThread } = await this.posts.publish(tx, post, seq, now);
    await this.texts.noteShown(tx, post, revision, now);
    if (opensThread) await this.signals.append(tx, dyadId, `topic:${topicId}`, threadOpened, { thread });
  }

  /** Shows another revision of a published post; what was translated of the one before is stale from then on. */
  async show(tx: Tx, placed: Placed, revision: number): Promise<void> {
    const now = this.clock.now();
    await this.posts.show(tx, placed.post, revision, now);
    await this.texts.noteShown(tx, placed.post, revision, now);
    await this.keeping.outdateBefore(tx, placed.post, revision);
    await this.tellReaders(tx, placed);
  }

  /** What goes with a post that readers do not have any more. */
  async hide(tx: Tx, post: string): Promise<void> {
    await this.keeping.hide(tx, post);
  }

  /** What comes back with a post that readers have again. */
  async showAgain(tx: Tx, post: string): Promise<void> {
    await this.keeping.showAgain(tx, post);
  }

  /** Tells readers that a published post is not what it was. */
  async tellReaders(tx: Tx, { dyadId, topicId, thread, post }: Placed): Promise<void> {
    await this.signals.append(tx, dyadId, `topic:${topicId}`, postChanged, { thread, post });
  }

  /** Tells the author alone. */
  async tellAuthor(tx: Tx, { dyadId, thread, post }: Placed, authorId: string): Promise<void> {
    await this.signals.append(tx, dyadId, `member:${authorId}`, ownPostChanged, { thread, post });
  }
}
