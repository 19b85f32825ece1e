import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { PublishedPost } from './post-row.js';

/** A published post of the forum by its public name: where it is, and nothing of what it says. */
export interface CitableRow extends Pick<PublishedPost, 'id' | 'thread' | 'state'> {
  readonly name: string;
}

/** Where words were found besides in what posts say: texts of which a translation has them, and threads by their titles. */
export interface FoundElsewhere {
  readonly translated: readonly string[];
  readonly threads: readonly string[];
}

// What is said about things of other modules is no part of the forum that every member reads: it cannot be cited.
const citable = `select p.public_name as name, p.id, p.thread_id as thread, p.state
  from post p join thread th on th.id = p.thread_id join topic t on t.id = th.topic_id and t.place_kind is null`;

@Injectable()
export class CitablePostRepository {
  named(tx: Tx, dyadId: string, names: readonly string[]): Promise<CitableRow[]> {
    return tx.query<CitableRow>(
      `${citable} where p.dyad_id = $1 and p.public_name = any($2::uuid[]) and p.published_at is not null`,
      [dyadId, names],
    );
  }

  /**
   * Live posts that have all these words in what readers see of their text, newest first. Nobody learns from it which
   * words were taken out of a post, nor those of a post that is gone from one that quotes it.
   * @param words in lower case
   */
  saying(
    tx: Tx,
    dyadId: string,
    words: readonly string[],
    { translated, threads }: FoundElsewhere,
    limit: number,
  ): Promise<CitableRow[]> {
    return tx.query<CitableRow>(
      `${citable}
       join post_revision r on r.post_id = p.id and r.number = p.revision
       join post_text w on w.revision_id = r.id
       left join post_redaction x on x.revision_id = r.id
       where p.dyad_id = $1 and p.state = 'live' and p.published_at is not null
         and (th.id = any($4::uuid[]) or not exists (
             select 1 from post_quote q join post quoted on quoted.id = q.quoted_id
             where q.revision_id = r.id and (quoted.state in ('held', 'removed')
               or exists (select 1 from post_redaction taken where taken.post_id = quoted.id)))
           and (coalesce(x.id, r.id) = any($3::uuid[]) or not exists (
             select 1 from unnest($2::text[]) as sought (word)
             where strpos(lower(coalesce(x.source, w.source)), word) = 0)))
       order by p.published_at desc, p.id desc limit $5`,
      [dyadId, words, translated, threads, limit],
    );
  }
}
