import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import type { ThreadView } from '../../../shared/forums/post.schema.js';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ForumViews } from './forum-views.query.js';
import { Gathering } from './gathering.js';
import { PageMemory } from './page-memory.js';
import { PublishedPostRepository, type PostPage } from './published-post.repository.js';
import { ThreadRepository, type TellingThread } from './thread.repository.js';
import { TopicRepository } from './topic.repository.js';
import { topicView } from './topic.view.js';

/**
 * Pages of threads. Whether a thread can be seen in a dyad, and the number its stream has now, is asked of the
 * database for every reader, together for those of one moment; its page is looked up only when the number is new.
 */
@Injectable()
export class ThreadReading {
  private readonly memory = new PageMemory<ThreadView>();
  private readonly dyads = new Map<string, Gathering<string, TellingThread>>();
  private readonly underWay = new Map<string, Promise<ThreadView>>();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly topics: TopicRepository,
    private readonly threads: ThreadRepository,
    private readonly posts: PublishedPostRepository,
    private readonly views: ForumViews,
  ) {}

  /** @throws Failure `request.not_found` also for a thread whose first post still waits */
  async page(dyadId: string, thread: string, page: PostPage): Promise<ThreadView> {
    const row = await this.seenIn(dyadId).ask(thread);
    if (!row) throw new Failure('request.not_found');
    // The number is read before the content: what happens in between is told again, and not missed.
    const key = [dyadId, thread, page.before, page.after, page.limit].join();
    return this.memory.at(key, row.seq) ?? this.remembered(key, dyadId, row, page);
  }

  private seenIn(dyadId: string): Gathering<string, TellingThread> {
    const known = this.dyads.get(dyadId);
    if (known) return known;
    const made = new Gathering<string, TellingThread>((threads) =>
      this.unitOfWork.run({ dyadId }, async (tx) => {
        const rows = await this.threads.findTelling(tx, [...new Set(threads)]);
        return new Map(rows.map((row) => [row.id, row]));
      }),
    );
    this.dyads.set(dyadId, made);
    return made;
  }

  /** Looks a page up once, for all who ask for it at this number. */
  private remembered(key: string, dyadId: string, row: TellingThread, page: PostPage): Promise<ThreadView> {
    const name = `${key} ${row.seq}`;
    const known = this.underWay.get(name);
    if (known) return known;
    const lookedUp = this.unitOfWork
      .run({ dyadId }, (tx) => this.lookUp(tx, row, page))
      .then((view) => this.memory.remember(key, row.seq, view))
      .finally(() => this.underWay.delete(name));
    this.underWay.set(name, lookedUp);
    return lookedUp;
  }

  private async lookUp(tx: Tx, row: TellingThread, page: PostPage): Promise<ThreadView> {
    const [topic] = await this.topics.findMany(tx, [row.topicId]);
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
}
