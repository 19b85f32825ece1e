import { Injectable } from '@nestjs/common';
import type { ReasonCode } from '../../../shared/moderation/reasons.js';
import type { Tx } from '../../platform/database/tx.js';

/** The text that readers see of a redacted post. */
export interface Redaction {
  readonly id: string;
  readonly dyadId: string;
  readonly post: string;
  readonly revisionId: string;
  readonly source: string;
  /** The title of the thread that the post begins, where passages were taken out of it too. */
  readonly title: string | null;
  readonly reason: ReasonCode;
  readonly at: Date;
}

/** A published post that quotes another. */
export interface Quoting {
  readonly post: string;
  readonly thread: string;
  readonly topicId: string;
}

const counts = `posts_a = posts_a + sign * (author_side = 'a')::int,
  posts_b = posts_b + sign * (author_side = 'b')::int,
  posts_neutral = posts_neutral + sign * (author_side = 'neutral')::int`;

/** What decisions of both sides leave of posts. */
@Injectable()
export class PostRestrictionRepository {
  /** Takes a post from readers; the thread counts one less if they had it. */
  async remove(tx: Tx, id: string, reason: ReasonCode): Promise<void> {
    await tx.query(
      `with removed as (
         update post set state = 'removed', removed_for = $2 where id = $1 and state <> 'withdrawn'
         returning thread_id, author_side, published_at, -1 as sign)
       update thread set ${counts} from removed where thread.id = removed.thread_id and removed.published_at is not null`,
      [id, reason],
    );
  }

  /** Gives a published post back to readers after a hold or a removal. @returns whether there was anything to give */
  async restore(tx: Tx, id: string): Promise<boolean> {
    const row = await tx.one(
      `with before as (
         select id, state from post where id = $1 and state in ('held', 'removed') and published_at is not null for update),
       restored as (
         update post set state = 'live', removed_for = null from before where post.id = before.id
         returning post.id, thread_id, author_side, (before.state = 'removed')::int as sign),
       counted as (
         update thread set ${counts} from restored where thread.id = restored.thread_id)
       select id from restored`,
      [id],
    );
    return row !== undefined;
  }

  /** A post that was never published and was removed waits again. */
  async waitAgain(tx: Tx, id: string): Promise<void> {
    await tx.query(
      `update post set state = 'pending', removed_for = null where id = $1 and state = 'removed' and published_at is null`,
      [id],
    );
  }

  /** Whether readers had this post ever, and where it stands. */
  async standing(tx: Tx, id: string): Promise<{ readonly state: string; readonly isPublished: boolean }> {
    const row = await tx.one<{ state: string; isPublished: boolean }>(
      `select state, published_at is not null as "isPublished" from post where id = $1`,
      [id],
    );
    if (!row) throw new Error('A moderated post is not there');
    return row;
  }

  /** One of a post at most: a later one takes the place of an earlier. */
  async redact(tx: Tx, { id, dyadId, post, revisionId, source, title, reason, at }: Redaction): Promise<void> {
    await tx.query(`delete from post_redaction where post_id = $1`, [post]);
    await tx.query(
      `insert into post_redaction (id, dyad_id, post_id, revision_id, source, title, reason, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, dyadId, post, revisionId, source, title, reason, at],
    );
  }

  /** The title of the thread that a post begins. */
  async titleBegunBy(tx: Tx, post: string): Promise<string | undefined> {
    const row = await tx.one<{ title: string }>(`select title from thread where opening_post_id = $1`, [post]);
    return row?.title;
  }

  /** @returns the id of the redaction that is gone now, if there was one */
  async unredact(tx: Tx, post: string): Promise<string | undefined> {
    const row = await tx.one<{ id: string }>(`delete from post_redaction where post_id = $1 returning id`, [post]);
    return row?.id;
  }

  async lockThread(tx: Tx, thread: string, lockedAt: Date | null): Promise<void> {
    await tx.query(`update thread set locked_at = $2 where id = $1`, [thread, lockedAt]);
  }

  /** The published posts whose shown revision quotes a post by name, in the order of their ids. */
  quoting(tx: Tx, post: string): Promise<Quoting[]> {
    return tx.query<Quoting>(
      `select p.id as post, p.thread_id as thread, th.topic_id as "topicId"
       from post_quote q join post_revision r on r.id = q.revision_id
       join post p on p.id = r.post_id and p.revision = r.number
       join thread th on th.id = p.thread_id
       where q.quoted_id = $1 and p.state = 'live' and p.published_at is not null order by p.id`,
      [post],
    );
  }
}
