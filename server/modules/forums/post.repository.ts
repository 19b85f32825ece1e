import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { AuthoredPost, NewPost, NewThread } from './post-row.js';

/** What publishing a post did around it. */
export interface Published {
  readonly thread: string;
  readonly authorId: string;
  /** It was the thread's first post, so the thread can be seen from now on. */
  readonly opensThread: boolean;
}

const place = `case when t.place_kind is null then null
  else json_build_object('kind', t.place_kind, 'id', t.place_id) end as place`;

/** The posts and where they stand. */
@Injectable()
export class PostRepository {
  async addThread(tx: Tx, thread: NewThread): Promise<void> {
    await tx.query(
      `insert into thread (id, dyad_id, topic_id, author_id, opening_post_id, title, language, written_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        thread.id,
        thread.dyadId,
        thread.topicId,
        thread.authorId,
        thread.openingPostId,
        thread.title,
        thread.language,
        thread.writtenAt,
      ],
    );
  }

  async add(tx: Tx, post: NewPost): Promise<void> {
    await tx.query(
      `insert into post
         (id, public_name, dyad_id, thread_id, author_id, author_side, reply_to, state, revision, latest_revision,
          written_at, stays_inside)
       values ($1, $2, $3, $4, $5, $6, $7, 'pending', 1, 1, $8, $9)`,
      [
        post.id,
        post.publicName,
        post.dyadId,
        post.thread,
        post.authorId,
        post.authorSide,
        post.replyTo,
        post.writtenAt,
        post.staysInside,
      ],
    );
  }

  /** A post with its place, for what its author does with it; the topic's mode cannot change before the end. */
  lockToChange(tx: Tx, id: string): Promise<AuthoredPost | undefined> {
    return tx.one<AuthoredPost>(
      `select p.id, p.thread_id as thread, t.id as "topicId", t.slug as topic, ${place}, t.mode, p.author_id as "authorId",
         p.author_side as "authorSide", p.state, p.revision, p.latest_revision as "latestRevision",
         p.published_at is not null as "isPublished", answered.author_id as "answeredId"
       from post p join thread th on th.id = p.thread_id join topic t on t.id = th.topic_id
       left join post answered on answered.id = p.reply_to
       where p.id = $1 for share of t`,
      [id],
    );
  }

  /** Where a post is, whatever state it is in. */
  async placeOf(tx: Tx, id: string): Promise<{ thread: string; topicId: string; opensThread: boolean }> {
    const row = await tx.one<{ thread: string; topicId: string; opensThread: boolean }>(
      `select p.thread_id as thread, th.topic_id as "topicId", th.opening_post_id = p.id as "opensThread"
       from post p join thread th on th.id = p.thread_id where p.id = $1`,
      [id],
    );
    if (!row) throw new Error('A moderated post is not there');
    return row;
  }

  /** Whether a post can be answered in this thread: published, and not taken back. */
  async canBeAnswered(tx: Tx, id: string, thread: string): Promise<boolean> {
    const row = await tx.one(
      `select 1 as one from post where id = $1 and thread_id = $2 and state in ('live', 'held') and published_at is not null`,
      [id, thread],
    );
    return row !== undefined;
  }

  async authorOf(tx: Tx, id: string): Promise<string | null> {
    const row = await tx.one<{ authorId: string }>(`select author_id as "authorId" from post where id = $1`, [id]);
    return row?.authorId ?? null;
  }

  /** Gives a post its place among the published ones: `seq` is that of the signal that tells it. */
  async publish(tx: Tx, id: string, seq: number, at: Date): Promise<Published> {
    const row = await tx.one<Published>(
      `with published as (
         update post set state = 'live', revision = latest_revision, published_seq = $2, published_at = $3
         where id = $1 returning id, thread_id, author_id, author_side)
       update thread set
         posts_a = posts_a + (author_side = 'a')::int,
         posts_b = posts_b + (author_side = 'b')::int,
         posts_neutral = posts_neutral + (author_side = 'neutral')::int,
         last_post_at = greatest(last_post_at, $3), opened_at = coalesce(opened_at, $3)
       from published where thread.id = published.thread_id
       returning thread.id as thread, published.author_id as "authorId", thread.opening_post_id = published.id as "opensThread"`,
      [id, seq, at],
    );
    if (!row) throw new Error('A post to publish is not there');
    return row;
  }

  /** Another revision is shown from now on. */
  async show(tx: Tx, id: string, revision: number, at: Date): Promise<void> {
    await tx.query(`update post set revision = $2, revised_at = $3 where id = $1`, [id, revision, at]);
  }

  /** A newer revision was written; `isPublished` posts go on showing the earlier one. */
  async noteLatest(tx: Tx, post: AuthoredPost, revision: number): Promise<void> {
    await tx.query(
      post.isPublished
        ? `update post set latest_revision = $2 where id = $1`
        : `update post set latest_revision = $2, revision = $2, state = 'pending' where id = $1`,
      [post.id, revision],
    );
  }

  /** From now on the words of a post may go to no translation engine of others; that is not taken back. */
  async keepInside(tx: Tx, id: string): Promise<void> {
    await tx.query(`update post set stays_inside = true where id = $1`, [id]);
  }

  async setState(tx: Tx, id: string, state: 'held' | 'returned'): Promise<void> {
    await tx.query(`update post set state = $2 where id = $1`, [id, state]);
  }

  /** Takes a post back: its place stays, and the thread counts one post less if readers had it. */
  async withdraw(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `with taken as (
         update post set state = 'withdrawn', latest_revision = revision, removed_for = null from
           (select id, state from post where id = $1 for update) as before
         where post.id = before.id
         returning thread_id, author_side, published_at, before.state = 'removed' as was_removed)
       update thread set
         posts_a = posts_a - (author_side = 'a')::int,
         posts_b = posts_b - (author_side = 'b')::int,
         posts_neutral = posts_neutral - (author_side = 'neutral')::int
       from taken where thread.id = taken.thread_id and taken.published_at is not null and not taken.was_removed`,
      [id],
    );
  }
}
