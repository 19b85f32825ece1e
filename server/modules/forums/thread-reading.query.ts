import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import type { ThreadView } from '../../../shared/forums/post.schema.js';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ForumViews } from './forum-views.query.js';
import { Gathering } from './gathering.js';
import { PageMemory } from './page-memory.js';
import type { PublishedPost } from './post-row.js';
import { PublishedPostRepository, type PostPage } from './published-post.repository.js';
import { ThreadRepository, type TellingThread } from './thread.repository.js';
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
  async page(dyadId: string, thread: string, page: ThreadPage): Promise<ThreadView> {
    const row = await this.seenIn(dyadId).ask(thread);
    if (!row) throw new Failure('request.not_found');
    // The number is read before the content: what happens in between is told again, and not missed.
    const key = [dyadId, thread, page.before, page.after, page.around, page.limit].join();
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
  private remembered(key: string, dyadId: string, row: TellingThread, page: ThreadPage): Promise<ThreadView> {
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

  private async lookUp(tx: Tx, row: TellingThread, page: ThreadPage): Promise<ThreadView> {
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
