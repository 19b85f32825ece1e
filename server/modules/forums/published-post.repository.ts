import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { PublishedPost } from './post-row.js';

// Words leave the database only for posts that are live, and of redacted ones only those that are left; every reader's page and every signal reads through this.
const published = `select p.id, p.thread_id as thread, p.author_id as "authorId", p.state, p.reply_to as "replyTo",
    answered.author_id as "answeredId", p.revision,
    coalesce(x.id, r.id) as "revisionId", r.language, case when w.source is not null then coalesce(x.source, w.source) end as source,
    p.removed_for as "removedFor", x.reason as "redactedFor",
    shown_mentions(w.revision_id) as mentions,
    p.published_at as "publishedAt", p.revised_at as "revisedAt"
  from post p join post_revision r on r.post_id = p.id and r.number = p.revision
  left join post answered on answered.id = p.reply_to
  left join post_text w on w.revision_id = r.id and p.state = 'live'
  left join post_redaction x on x.revision_id = r.id`;

/** The words of a post that is quoted are held, or were taken away wholly or in parts. */
const isGone = `(quoted.state in ('held', 'removed')
  or exists (select from post_redaction gone where gone.post_id = quoted.id))`;

/** Where a page of posts begins: before or after a post, or at the newest. */
export interface PostPage {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** Posts as readers may see them. What was never published is not here at all. */
@Injectable()
export class PublishedPostRepository {
  find(tx: Tx, ids: readonly string[]): Promise<PublishedPost[]> {
    return tx.query<PublishedPost>(`${published} where p.id = any($1::uuid[]) and p.published_at is not null`, [ids]);
  }

  /** A page of a thread in the order of publication, whichever way it was paged; at most one more than asked for. */
  async page(tx: Tx, thread: string, { before, after, limit }: PostPage): Promise<PublishedPost[]> {
    const anchor = after ?? before ?? null;
    const rows = await tx.query<PublishedPost>(
      `${published} where p.thread_id = $1 and p.published_seq is not null and ${this.bound(before, after)}
       order by p.published_seq ${after === undefined ? 'desc' : 'asc'} limit $3`,
      [thread, anchor, limit + 1],
    );
    return after === undefined ? rows.toReversed() : rows;
  }

  /** Whether readers of a thread have this post before them. */
  async isIn(tx: Tx, thread: string, id: string): Promise<boolean> {
    const row = await tx.one(
      `select 1 as one from post where id = $1 and thread_id = $2 and published_seq is not null`,
      [id, thread],
    );
    return row !== undefined;
  }

  /** What else an author has before every reader or in the same topic, newest first. */
  latestOf(tx: Tx, authorId: string, except: string, limit: number): Promise<PublishedPost[]> {
    return tx.query<PublishedPost>(
      `${published} where p.author_id = $1 and p.id <> $2 and p.state = 'live' and p.published_seq is not null
         and exists (
           select 1 from thread th join topic t on t.id = th.topic_id where th.id = p.thread_id
           and (t.place_kind is null or t.id = (
             select own.topic_id from thread own join post of on of.thread_id = own.id where of.id = $2)))
       order by p.published_at desc, p.id desc limit $3`,
      [authorId, except, limit],
    );
  }

  /** Of these posts those whose words are held, or were taken away wholly or in parts: nobody is shown quotes of them. */
  async gone(tx: Tx, posts: readonly string[]): Promise<ReadonlySet<string>> {
    if (posts.length === 0) return new Set();
    const rows = await tx.query<{ id: string }>(`select id from post quoted where id = any($1::uuid[]) and ${isGone}`, [
      posts,
    ]);
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * Of revisions, or of what is left of them, those that every member may read where they stand: their posts are live, what
   * was taken out of them is not in them, and neither is anything that they quote of posts whose words are gone, nor a name
   * that moderators withhold.
   */
  async readByAll(tx: Tx, owners: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.query<{ owner: string }>(
      `select owner from unnest($1::uuid[]) as owner left join post_redaction x on x.id = owner
       join post_revision r on r.id = coalesce(x.revision_id, owner) join post_shown s on s.revision_id = r.id
       join post p on p.id = r.post_id join thread th on th.id = p.thread_id join topic t on t.id = th.topic_id
       where p.state = 'live' and p.published_at is not null and t.place_kind is null
         and (x.id is not null or not exists (select from post_redaction whole where whole.post_id = p.id))
         and not exists (select from post_quote q join post quoted on quoted.id = q.quoted_id
           where q.revision_id = r.id and ${isGone})
         and not exists (select from mention m join member_name n on n.member_id = m.member_id
           where m.revision_id = r.id and n.withheld is not null)`,
      [owners],
    );
    return new Set(rows.map(({ owner }) => owner));
  }

  private bound(before: string | undefined, after: string | undefined): string {
    const anchor = `(select published_seq from post where id = $2 and thread_id = $1)`;
    if (after !== undefined) return `p.published_seq > ${anchor}`;
    return before === undefined ? `$2::uuid is null` : `p.published_seq < ${anchor}`;
  }
}
