import { Injectable } from '@nestjs/common';
import type { Side } from '../../../shared/access/actor.js';
import type { Tx } from '../../platform/database/tx.js';

/** A published post as statistics of translation look at it. */
export interface ServedPost {
  readonly author: string;
  readonly authorSide: Side;
  readonly language: string;
  readonly publishedAt: Date;
  /** What its translations belong to: its revisions, or what is left of it where it is redacted. */
  readonly owners: readonly string[];
}

const inTheForum = `join thread th on th.id = p.thread_id join topic t on t.id = th.topic_id and t.place_kind is null`;

/** What is before every member: not what waits, was taken away or taken back, nor what stands where not all may read. */
@Injectable()
export class ServedPostRepository {
  /** Those published before a moment. */
  before(tx: Tx, dyadId: string, moment: Date): Promise<ServedPost[]> {
    return tx.query<ServedPost>(
      `select p.author_id as author, p.author_side as "authorSide", r.language, p.published_at as "publishedAt",
         coalesce(left_of.owners, (select array_agg(each.id) from post_revision each where each.post_id = p.id)) as owners
       from post p ${inTheForum}
       join post_revision r on r.post_id = p.id and r.number = p.revision
       left join (select post_id, array_agg(id) as owners from post_redaction where dyad_id = $1 group by post_id) left_of
         on left_of.post_id = p.id
       where p.dyad_id = $1 and p.state = 'live' and p.published_at < $2`,
      [dyadId, moment],
    );
  }

  /** The day on which the first was published; nothing before there is one. */
  async firstDay(tx: Tx, dyadId: string): Promise<string | undefined> {
    const row = await tx.one<{ day: string | null }>(
      `select (min(p.published_at) at time zone 'UTC')::date::text as day from post p ${inTheForum}
       where p.dyad_id = $1 and p.state = 'live'`,
      [dyadId],
    );
    return row?.day ?? undefined;
  }
}
