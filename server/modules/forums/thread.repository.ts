import { Injectable } from '@nestjs/common';
import type { TopicMode } from '../../../shared/access/conditions.js';
import type { Tx } from '../../platform/database/tx.js';

/** A thread that readers can see. */
export interface ThreadRow {
  readonly id: string;
  readonly topicId: string;
  readonly authorId: string;
  readonly title: string;
  readonly language: string;
  readonly postsA: number;
  readonly postsB: number;
  readonly postsNeutral: number;
  readonly closedAt: Date | null;
  readonly lastPostAt: Date | null;
}

/** A thread that readers can see, with the number of what was last told of its topic. */
export interface TellingThread extends ThreadRow {
  readonly seq: number;
}

/** A thread as one who writes in it needs to know it. */
export interface WritableThread {
  readonly id: string;
  readonly topicId: string;
  readonly mode: TopicMode;
  readonly isClosed: boolean;
}

const columns = `id, topic_id as "topicId", author_id as "authorId", title, language, posts_a as "postsA", posts_b as "postsB",
  posts_neutral as "postsNeutral", closed_at as "closedAt", last_post_at as "lastPostAt"`;

@Injectable()
export class ThreadRepository {
  /** The threads of a topic, those with the newest posts first. */
  page(tx: Tx, topicId: string, before: string | undefined, limit: number): Promise<ThreadRow[]> {
    return tx.query<ThreadRow>(
      `select ${columns} from thread
       where topic_id = $1 and opened_at is not null and ($2::timestamptz is null or last_post_at < $2)
       order by last_post_at desc, id desc limit $3`,
      [topicId, before ?? null, limit],
    );
  }

  /** The threads of a dyad with the newest posts; each topic gives its own newest by its index. */
  latest(tx: Tx, dyadId: string, limit: number): Promise<ThreadRow[]> {
    return tx.query<ThreadRow>(
      `select latest.* from topic t cross join lateral (
         select ${columns} from thread where topic_id = t.id and opened_at is not null
         order by last_post_at desc, id desc limit $2) as latest
       where t.dyad_id = $1 order by latest."lastPostAt" desc, latest.id desc limit $2`,
      [dyadId, limit],
    );
  }

  /** Of these threads those that readers can see, each with the number of its topic's stream as of one moment. */
  findTelling(tx: Tx, ids: readonly string[]): Promise<TellingThread[]> {
    return tx.query<TellingThread>(
      `select ${columns}, coalesce((select h.seq from stream_head h where h.stream = 'topic:' || topic_id), 0)::int as seq
       from thread where id = any($1::uuid[]) and opened_at is not null`,
      [ids],
    );
  }

  /** Threads that readers can see; one whose first post still waits is not among them. */
  findOpen(tx: Tx, ids: readonly string[]): Promise<ThreadRow[]> {
    return tx.query<ThreadRow>(`select ${columns} from thread where id = any($1::uuid[]) and opened_at is not null`, [
      ids,
    ]);
  }

  /** Where one is about to write; the topic's mode cannot change before this transaction ends. */
  lockToWrite(tx: Tx, id: string): Promise<WritableThread | undefined> {
    return tx.one<WritableThread>(
      `select th.id, th.topic_id as "topicId", t.mode, th.closed_at is not null as "isClosed"
       from thread th join topic t on t.id = th.topic_id
       where th.id = $1 and th.opened_at is not null for share of t`,
      [id],
    );
  }
}
