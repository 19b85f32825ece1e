import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import type { DeskContext } from '../../../shared/moderation/desk.schema.js';
import { nowhere, type ModeratedItem, type PlaceName } from '../moderation/moderated-content.port.js';
import type { Tx } from '../../platform/database/tx.js';
import { ForumViews } from './forum-views.query.js';
import { PlaceAccess } from './place-access.js';
import { PostRepository } from './post.repository.js';
import { PublishedPostRepository } from './published-post.repository.js';
import { ThreadRepository } from './thread.repository.js';

const postsBefore = 5;
const postsAfter = 2;
const postsOfAuthor = 5;

/**
 * What stands around a moderated post: what every member can read, and, where the post is at a place that not all may
 * read, what else was said there.
 */
@Injectable()
export class PostSurroundings {
  constructor(
    private readonly places: PostRepository,
    private readonly published: PublishedPostRepository,
    private readonly views: ForumViews,
    private readonly access: PlaceAccess,
    private readonly threads: ThreadRepository,
  ) {}

  async of(tx: Tx, { content, authorId }: ModeratedItem): Promise<DeskContext> {
    const { thread } = await this.places.placeOf(tx, content);
    const isShown = await this.published.isIn(tx, thread, content);
    const earlier = await this.published.page(tx, thread, { limit: postsBefore, ...(isShown && { before: content }) });
    const later = isShown ? await this.published.page(tx, thread, { limit: postsAfter, after: content }) : [];
    const others = await this.published.latestOf(tx, authorId, content, postsOfAuthor);
    return {
      thread: await this.views.posts(tx, [...earlier.slice(-postsBefore), ...later.slice(0, postsAfter)]),
      byAuthor: await this.views.posts(tx, others),
    };
  }

  /**
   * The conversation as it is told to somebody whom a decision concerns. A title belongs to the words of a thread's first
   * post: where these are not shown, only their author is told it.
   * @param place the thread with its title as it was written
   */
  async placeFor(tx: Tx, member: DyadMember, place: PlaceName): Promise<PlaceName> {
    const { thread } = place;
    if (thread === null || (await this.access.rightAtThread(tx, member, thread)) === 'none') return nowhere;
    const [shown] = await this.threads.findOpen(tx, [thread]);
    // One that was never published is known to its author, and to nobody else who could be told of it.
    if (!shown || shown.authorId === member.memberId) return place;
    return { thread, threadTitle: shown.title === '' ? null : shown.title };
  }
}
