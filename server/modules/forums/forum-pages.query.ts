import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import type { ThreadBrief, ThreadOfTopic, TopicView } from '../../../shared/forums/post.schema.js';
import type { Tx } from '../../platform/database/tx.js';
import { StreamHistory } from '../../platform/events/stream-history.js';
import { ForumViews } from './forum-views.query.js';
import { ThreadRepository } from './thread.repository.js';
import { TopicRepository } from './topic.repository.js';
import { jointTitle, topicView } from './topic.view.js';

/** The pages above threads, each in a fixed number of queries. */
@Injectable()
export class ForumPages {
  constructor(
    private readonly topicRows: TopicRepository,
    private readonly threads: ThreadRepository,
    private readonly views: ForumViews,
    private readonly history: StreamHistory,
  ) {}

  async topics(tx: Tx, dyadId: string): Promise<TopicView[]> {
    return (await this.topicRows.list(tx, dyadId)).map(topicView);
  }

  async latest(tx: Tx, dyadId: string, limit: number): Promise<ThreadOfTopic[]> {
    const found = await this.threads.latest(tx, dyadId, limit);
    const topics = await this.topicRows.findMany(tx, [...new Set(found.map((row) => row.topicId))]);
    const topicOf = new Map(found.map((row) => [row.id, topics.find(({ id }) => id === row.topicId)]));
    return (await this.views.threads(tx, found)).flatMap((thread) => {
      const topic = topicOf.get(thread.id);
      return topic
        ? [{ ...thread, topic: { slug: topic.slug, title: jointTitle(topic.title, topic.id, topic.erased) } }]
        : [];
    });
  }

  async topic(
    tx: Tx,
    dyadId: string,
    slug: string,
    { before, limit }: { before?: string | undefined; limit: number },
  ): Promise<{ topic: TopicView; threads: ThreadBrief[]; hasMore: boolean; seq: number }> {
    const topic = await this.topicRows.findBySlug(tx, dyadId, slug);
    if (!topic || topic.place) throw new Failure('request.not_found');
    const seq = await this.history.newest(tx, `topic:${topic.id}`);
    const found = await this.threads.page(tx, topic.id, before, limit + 1);
    const threads = await this.views.threads(tx, found.slice(0, limit));
    return { topic: topicView(topic), threads, hasMore: found.length > limit, seq };
  }
}
