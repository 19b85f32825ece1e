import { Injectable } from '@nestjs/common';
import type { PostState } from '../../../shared/forums/post.schema.js';
import type { Tx } from '../../platform/database/tx.js';
import type { TopicPlace } from './place-guards.port.js';
import type { Mentions } from './rich-texts.js';

/** One's own post with the words one wrote last. */
export interface OwnPostRow {
  readonly id: string;
  readonly thread: string;
  readonly topic: string;
  readonly place: TopicPlace | null;
  readonly state: PostState;
  readonly replyTo: string | null;
  readonly revision: number;
  readonly revisionId: string;
  readonly language: string;
  readonly staysInside: boolean;
  readonly source: string;
  readonly mentions: Mentions | null;
  readonly writtenAt: Date;
}

const place = `case when t.place_kind is null then null
  else json_build_object('kind', t.place_kind, 'id', t.place_id) end as place`;

const own = `select p.id, p.thread_id as thread, t.slug as topic, ${place}, p.state, p.reply_to as "replyTo", r.number as revision,
    r.id as "revisionId", r.language, p.stays_inside as "staysInside", w.source,
    shown_mentions(r.id) as mentions,
    r.written_at as "writtenAt"
  from post p join post_revision r on r.post_id = p.id and r.number = p.latest_revision
  join post_text w on w.revision_id = r.id
  join thread th on th.id = p.thread_id join topic t on t.id = th.topic_id`;

const most = 200;

@Injectable()
export class OwnPostRepository {
  /** Posts of an author that wait, were returned, are held or removed, wholly or in parts, or have a newer revision that does; newest first. */
  waiting(tx: Tx, authorId: string): Promise<OwnPostRow[]> {
    return tx.query<OwnPostRow>(
      `${own} where p.author_id = $1 and (p.state in ('pending', 'held', 'returned', 'removed') or p.latest_revision > p.revision
         or exists (select from post_redaction x where x.post_id = p.id))
       order by p.id desc limit ${most}`,
      [authorId],
    );
  }

  find(tx: Tx, id: string, authorId: string): Promise<OwnPostRow | undefined> {
    return tx.one<OwnPostRow>(`${own} where p.id = $1 and p.author_id = $2`, [id, authorId]);
  }
}
