import { Injectable } from '@nestjs/common';
import type { DeskContext } from '../../../shared/moderation/desk.schema.js';
import type { ModeratedItem } from '../moderation/moderated-content.port.js';
import type { Tx } from '../../platform/database/tx.js';
import { ForumViews } from './forum-views.query.js';
import { PostRepository } from './post.repository.js';
import { PublishedPostRepository } from './published-post.repository.js';

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
}
