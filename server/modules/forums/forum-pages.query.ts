import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import type { ThreadView, TopicView, ThreadBrief } from '../../../shared/forums/post.schema.js';
import type { Tx } from '../../platform/database/tx.js';
import { StreamHistory } from '../../platform/events/stream-history.js';
import { ForumViews } from './forum-views.query.js';
import { PageMemory } from './page-memory.js';
import { PublishedPostRepository, type PostPage } from './published-post.repository.js';
import { ThreadRepository, type ThreadRow } from './thread.repository.js';
import { TopicRepository } from './topic.repository.js';
import { topicView } from './topic.view.js';

/** The pages of the forum, each in a fixed number of queries. */
@Injectable()
export class ForumPages {
  private readonly memory = new PageMemory<ThreadView>();

  constructor(
    private readonly topicRows: TopicRepository,
    private readonly threads: ThreadRepository,
    private readonly posts: PublishedPostRepository,
    private readonly views: ForumViews,
    private readonly history: StreamHistory,
  ) {}

  async topics(tx: Tx, dyadId: string): Promise<TopicView[]> {
    return (await this.topicRows.list(tx, dyadId)).map(topicView);
  }

  /** @throws Failure `request.not_found` also for a thread whose first post still waits */
  async thread(tx: Tx, id: string, page: PostPage): Promise<ThreadView> {
    const row = await this.threads.findWithSeq(tx, id);
    if (!row) throw new Failure('request.not_found');
    // The number is read before the content: what happens in between is told again, and not missed.
    const key = [id, page.before, page.after, page.limit].join();
    return this.memory.at(key, row.seq) ?? this.memory.remember(key, row.seq, await this.lookUp(tx, row, page));
  }

  private async lookUp(tx: Tx, row: ThreadRow & { readonly seq: number }, page: PostPage): Promise<ThreadView> {
    const [topic] = await this.topicRows.findMany(tx, [row.topicId]);
    const found = await this.posts.page(tx, row.id, page);
    const isMore = found.length > page.limit;
    const shown = page.after === undefined ? found.slice(isMore ? 1 : 0) : found.slice(0, page.limit);
    const { threads, posts } = await this.views.page(tx, [row], shown);
    const [thread] = threads;
    if (!topic || !thread) throw new Failure('request.not_found');
    return {
      thread,
      topic: topicView(topic),
      posts,
      hasEarlier: page.after === undefined ? isMore : true,
      hasLater: page.after === undefined ? page.before !== undefined : isMore,
      seq: row.seq,
    };
  }

  async topic(
    tx: Tx,
    dyadId: string,
    slug: string,
    { before, limit }: { before?: string | undefined; limit: number },
  ): Promise<{ topic: TopicView; threads: ThreadBrief[]; hasMore: boolean; seq: number }> {
    const topic = await this.topicRows.findBySlug(tx, dyadId, slug);
    if (!topic) throw new Failure('request.not_found');
    const seq = await this.history.newest(tx, `topic:${topic.id}`);
    const found = await this.threads.page(tx, topic.id, before, limit + 1);
    const threads = await this.views.threads(tx, found.slice(0, limit));
    return { topic: topicView(topic), threads, hasMore: found.length > limit, seq };
  }
}
