import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { PublishedPost } from './post-row.js';
import type { Mentions } from './rich-texts.js';

/** A published post of the forum by its public name; the words are absent when they may not be shown. */
export interface CitableRow extends Pick<PublishedPost, 'id' | 'thread' | 'state' | 'revisionId' | 'language'> {
  readonly name: string;
  /** Empty where the post that begins the thread is held or removed. */
  readonly title: string;
  readonly titleIsWhole: boolean;
  readonly titleLanguage: string;
  readonly source: string | null;
  readonly mentions: Mentions | null;
  readonly publishedAt: Date;
}

const redacted = `from post_redaction x where x.post_id = th.opening_post_id and x.title is not null`;
const title = `case when exists (select from post opening where opening.id = th.opening_post_id
  and opening.state in ('held', 'removed')) then '' else coalesce((select x.title ${redacted}), th.title) end`;
const source = `case when w.source is not null then coalesce(x.source, w.source) end`;

// What is said about things of other modules is no part of the forum that every member reads: it cannot be cited.
const citable = `select p.public_name as name, p.id, p.thread_id as thread, p.state, ${title} as title,
    not exists (select ${redacted}) as "titleIsWhole", th.language as "titleLanguage", coalesce(x.id, r.id) as "revisionId",
    r.language, ${source} as source,
    (select jsonb_object_agg(m.name, m.member_id) from mention m where m.revision_id = w.revision_id) as mentions,
    p.published_at as "publishedAt"
  from post p join thread th on th.id = p.thread_id join topic t on t.id = th.topic_id and t.place_kind is null
  join post_revision r on r.post_id = p.id and r.number = p.revision
  left join post_text w on w.revision_id = r.id and p.state = 'live'
  left join post_redaction x on x.revision_id = r.id`;

// Words that a post only quotes are not searched where they are held or were taken away: then it is not found by words.
const quotesGone = `exists (select from post_quote q join post g on g.id = q.quoted_id where q.revision_id = r.id
  and (g.state in ('held', 'removed') or exists (select from post_redaction y where y.post_id = g.id)))`;

@Injectable()
export class CitablePostRepository {
  named(tx: Tx, dyadId: string, names: readonly string[]): Promise<CitableRow[]> {
    return tx.query<CitableRow>(
      `${citable} where p.dyad_id = $1 and p.public_name = any($2::uuid[]) and p.published_at is not null`,
      [dyadId, names],
    );
  }

  /** How things stand with posts, and nothing of what they say. */
  states(
    tx: Tx,
    dyadId: string,
    names: readonly string[],
  ): Promise<{ readonly name: string; readonly state: CitableRow['state'] }[]> {
    return tx.query(
      `select p.public_name as name, p.state
       from post p join thread th on th.id = p.thread_id join topic t on t.id = th.topic_id and t.place_kind is null
       where p.dyad_id = $1 and p.public_name = any($2::uuid[]) and p.published_at is not null`,
      [dyadId, names],
    );
  }

  /**
   * Live posts that have all these words in their text or in the title of their thread, newest first.
   * @param words in lower case
   * @param translated revisions and threads of which a translation has them
   */
  saying(
    tx: Tx,
    dyadId: string,
    words: readonly string[],
    translated: readonly string[],
    limit: number,
  ): Promise<CitableRow[]> {
    return tx.query<CitableRow>(
      `${citable} where p.dyad_id = $1 and p.state = 'live' and p.published_at is not null
         and (cardinality($2::text[]) = 0 or not ${quotesGone})
         and (coalesce(x.id, r.id) = any($3::uuid[])
           or (th.id = any($3::uuid[]) and ${title} = th.title)
           or not exists (select 1 from unnest($2::text[]) as sought (word)
             where strpos(lower(${title} || ' ' || ${source}), word) = 0))
       order by p.published_at desc, p.id desc limit $4`,
      [dyadId, words, translated, limit],
    );
  }
}
