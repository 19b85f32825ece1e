import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import type { ThreadView } from '../../../shared/forums/post.schema.js';
import type { Tx } from '../../platform/database/tx.js';
import { ForumViews } from './forum-views.query.js';
import type { PublishedPost } from './post-row.js';
import { PublishedPostRepository, type PostPage } from './published-post.repository.js';
import type { TellingThread } from './thread.repository.js';
import { TopicRepository } from './topic.repository.js';
import { topicView } from './topic.view.js';

/** A page as readers ask for it: to one side of a post, around one, or the newest. */
export interface ThreadPage extends PostPage {
  readonly around?: string | undefined;
}

interface Shown {
  readonly shown: readonly PublishedPost[];
  readonly hasEarlier: boolean;
  readonly hasLater: boolean;
}

/** Looks a page of a thread up, in a fixed number of queries. */
@Injectable()
export class ThreadPages {
  constructor(
    private readonly topics: TopicRepository,
    private readonly posts: PublishedPostRepository,
    private readonly views: ForumViews,
  ) {}

  async of(tx: Tx, row: TellingThread, page: ThreadPage): Promise<ThreadView> {
    const [topic] = await this.topics.findMany(tx, [row.topicId]);
    const { shown, ...more } =
      page.around === undefined
        ? await this.pageOf(tx, row, page)
        : await this.around(tx, row, page.around, page.limit);
    const { threads, posts } = await this.views.page(tx, [row], shown);
    const [thread] = threads;
    if (!topic || !thread) throw new Failure('request.not_found');
    return {
      thread,
      topic: topicView(topic),
      posts,
      ...more,
      seq: row.seq,
    };
  }

  private async pageOf(tx: Tx, { id }: TellingThread, page: PostPage): Promise<Shown> {
    const found = await this.posts.page(tx, id, page);
    const isMore = found.length > page.limit;
    return page.after === undefined
      ? { shown: found.slice(isMore ? 1 : 0), hasEarlier: isMore, hasLater: page.before !== undefined }
      : { shown: found.slice(0, page.limit), hasEarlier: true, hasLater: isMore };
  }

  /** @throws Failure `post.not_found` for a post that is not before the readers of this thread */
  private async around(tx: Tx, thread: TellingThread, post: string, limit: number): Promise<Shown> {
    if (!(await this.posts.isIn(tx, thread.id, post))) throw new Failure('post.not_found');
    const half = Math.ceil(limit / 2);
    const earlier = await this.pageOf(tx, thread, { before: post, limit: half });
    const later = await this.pageOf(tx, thread, { after: post, limit: half });
    const shown = [...earlier.shown, ...(await this.posts.find(tx, [post])), ...later.shown];
    return { shown, hasEarlier: earlier.hasEarlier, hasLater: later.hasLater };
  }
}
