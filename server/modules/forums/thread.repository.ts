import { Injectable } from '@nestjs/common';
import type { TopicMode } from '../../../shared/access/conditions.js';
import type { Tx } from '../../platform/database/tx.js';
import type { TopicPlace } from './place-guards.port.js';
import type { LockedTopic, TopicRow } from './topic.repository.js';

/** A thread that readers can see. */
export interface ThreadRow {
  readonly id: string;
  readonly topicId: string;
  readonly authorId: string;
  readonly title: string;
  /** Nothing was taken out of the title, so its translations are of what is shown. */
  readonly titleIsWhole: boolean;
  readonly language: string;
  readonly postsA: number;
  readonly postsB: number;
  readonly postsNeutral: number;
  readonly closedAt: Date | null;
  readonly lastPostAt: Date | null;
}

/** A thread that readers can see, with the number of what was last told of its topic. */
export interface TellingThread extends ThreadRow {
  readonly place: TopicPlace | null;
  readonly seq: number;
}

/** A thread as one who writes in it needs to know it. */
export interface WritableThread {
  readonly id: string;
  readonly topicId: string;
  readonly place: TopicPlace | null;
  readonly mode: TopicMode;
  readonly isClosed: boolean;
}

// A title was written with the thread's first post: it is gone where that is held or removed, and what was taken out of the
// post was taken out of it.
const title = `case when exists (select from post opening where opening.id = opening_post_id
    and opening.state in ('held', 'removed')) then ''
  else coalesce((select x.title from post_redaction x where x.post_id = opening_post_id), title) end as title,
  not exists (select from post_redaction x where x.post_id = opening_post_id and x.title is not null) as "titleIsWhole"`;
const columns = `id, topic_id as "topicId", author_id as "authorId", ${title}, language, posts_a as "postsA", posts_b as "postsB",
  posts_neutral as "postsNeutral", coalesce(locked_at, closed_at) as "closedAt", last_post_at as "lastPostAt"`;
const place = `case when t.place_kind is null then null
  else json_build_object('kind', t.place_kind, 'id', t.place_id) end as place`;

/** How many threads are enough to find posts by their titles. */
const mostThreads = 200;

/** The topic of a thing, by its name for those who change its mode. */
export type TopicOfPlace = Pick<TopicRow, 'slug' | 'mode' | 'place'>;

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

  /** The threads of the forum of a dyad with the newest posts; each topic gives its own newest by its index. */
  latest(tx: Tx, dyadId: string, limit: number): Promise<ThreadRow[]> {
    return tx.query<ThreadRow>(
      `select latest.* from topic t cross join lateral (
         select ${columns} from thread where topic_id = t.id and opened_at is not null
         order by last_post_at desc, id desc limit $2) as latest
       where t.dyad_id = $1 and t.place_kind is null order by latest."lastPostAt" desc, latest.id desc limit $2`,
      [dyadId, limit],
    );
  }

  /** Of these threads those that readers can see, each with the number of its topic's stream as of one moment. */
  findTelling(tx: Tx, ids: readonly string[]): Promise<TellingThread[]> {
    return tx.query<TellingThread>(
      `select seen.*, ${place},
         coalesce((select h.seq from stream_head h where h.stream = 'topic:' || t.id), 0)::int as seq
       from (select ${columns} from thread where id = any($1::uuid[]) and opened_at is not null) as seen
       join topic t on t.id = seen."topicId"`,
      [ids],
    );
  }

  /** Threads that readers can see; one whose first post still waits is not among them. */
  findOpen(tx: Tx, ids: readonly string[]): Promise<ThreadRow[]> {
    return tx.query<ThreadRow>(`select ${columns} from thread where id = any($1::uuid[]) and opened_at is not null`, [
      ids,
    ]);
  }

  /**
   * Threads whose title, as readers see it, has all these words, or a translation of it does; newest first.
   * @param words in lower case
   * @param translated owners of translations that have them
   */
  async called(tx: Tx, dyadId: string, words: readonly string[], translated: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(
      `select id from (select id, last_post_at as "lastPostAt", ${title} from thread
         where dyad_id = $1 and opened_at is not null) as shown
       where shown.title <> '' and (shown."titleIsWhole" and id = any($3::uuid[]) or not exists (
         select 1 from unnest($2::text[]) as sought (word) where strpos(lower(shown.title), word) = 0))
       order by "lastPostAt" desc nulls last, id limit $4`,
      [dyadId, words, translated, mostThreads],
    );
    return rows.map(({ id }) => id);
  }

  /** Where one is about to write; the topic's mode cannot change before this transaction ends. */
  lockToWrite(tx: Tx, id: string): Promise<WritableThread | undefined> {
    return tx.one<WritableThread>(
      `select th.id, th.topic_id as "topicId", ${place}, t.mode, coalesce(th.locked_at, th.closed_at) is not null as "isClosed"
       from thread th join topic t on t.id = th.topic_id
       where th.id = $1 and th.opened_at is not null for share of t`,
      [id],
    );
  }

  /** Closes a thread to new posts, or opens it again. @returns its topic, or nothing when it is so already */
  async setClosed(tx: Tx, id: string, closedAt: Date | null): Promise<{ topicId: string } | undefined> {
    return tx.one<{ topicId: string }>(
      `update thread set closed_at = $2 where id = $1 and (closed_at is null) <> ($2::timestamptz is null)
       returning topic_id as "topicId"`,
      [id, closedAt],
    );
  }

  /** The topic of a thing; its mode cannot change before this transaction ends. */
  lockTopicOf(tx: Tx, { kind, id }: TopicPlace): Promise<LockedTopic | undefined> {
    return tx.one(`select id, mode, ${place} from topic t where place_kind = $1 and place_id = $2 for share`, [
      kind,
      id,
    ]);
  }

  async topicAt(tx: Tx, { kind, id }: TopicPlace): Promise<string> {
    const row = await tx.one<{ id: string }>(`select id from topic where place_kind = $1 and place_id = $2`, [
      kind,
      id,
    ]);
    if (!row) throw new Error(`A ${kind} has no topic`);
    return row.id;
  }

  /** The threads of a topic that readers can see, and those of one author whose first post is not published yet. */
  allOf(tx: Tx, topicId: string, authorId: string): Promise<{ readonly id: string; readonly isOpen: boolean }[]> {
    return tx.query(
      `select th.id, th.opened_at is not null as "isOpen" from thread th join post p on p.id = th.opening_post_id
       where th.topic_id = $1
         and (th.opened_at is not null or (th.author_id = $2 and p.state in ('pending', 'returned')))`,
      [topicId, authorId],
    );
  }

  topicsOf(tx: Tx, dyadId: string, kind: string): Promise<TopicOfPlace[]> {
    return tx.query<TopicOfPlace>(
      `select slug, mode, ${place} from topic t where dyad_id = $1 and place_kind = $2 order by opened_at desc, id`,
      [dyadId, kind],
    );
  }
}
