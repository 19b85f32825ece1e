import { Injectable } from '@nestjs/common';
import type { Side } from '../../../shared/access/actor.js';
import type { TopicMode } from '../../../shared/access/conditions.js';
import type { Tx } from '../../platform/database/tx.js';

/** Where a translated text stands. */
export interface TranslatedPost {
  readonly post: string;
  readonly thread: string;
  readonly topicId: string;
  /** Readers see this revision now. */
  readonly isShown: boolean;
}

/** A revision that was translated, or what is left of it. */
export interface TranslatedRevision extends TranslatedPost {
  readonly owner: string;
  readonly number: number;
  readonly authorId: string;
  readonly authorSide: Side;
}

const places = `p.id as post, p.thread_id as thread, th.topic_id as "topicId",
  p.state = 'live' and p.revision = r.number as "isShown"`;

/** Finds what a translation belongs to. */
@Injectable()
export class TranslatedPlaceRepository {
  /** @param revisionId a revision, or what is left of a redacted one */
  postOf(tx: Tx, revisionId: string): Promise<TranslatedPost | undefined> {
    return tx.one<TranslatedPost>(
      `select ${places}
       from post_revision r join post p on p.id = r.post_id join thread th on th.id = p.thread_id
       where r.id = coalesce((select revision_id from post_redaction where id = $1), $1)`,
      [revisionId],
    );
  }

  /** The revisions that these are, or that they are left of. */
  revisionsOf(tx: Tx, owners: readonly string[]): Promise<TranslatedRevision[]> {
    return tx.query<TranslatedRevision>(
      `select owner, ${places}, r.number, p.author_id as "authorId", p.author_side as "authorSide"
       from unnest($1::uuid[]) as owner left join post_redaction x on x.id = owner
       join post_revision r on r.id = coalesce(x.revision_id, owner)
       join post p on p.id = r.post_id join thread th on th.id = p.thread_id`,
      [owners],
    );
  }

  /** How posts reach readers where a post stands. */
  async modeAt(tx: Tx, post: string): Promise<TopicMode> {
    const row = await tx.one<{ mode: TopicMode }>(
      `select t.mode from post p join thread th on th.id = p.thread_id join topic t on t.id = th.topic_id where p.id = $1`,
      [post],
    );
    if (!row) throw new Error('A post to translate is not there');
    return row.mode;
  }

  /** The topic of a thread that readers can see. */
  async topicOfOpenThread(tx: Tx, thread: string): Promise<string | undefined> {
    const row = await tx.one<{ topicId: string }>(
      `select topic_id as "topicId" from thread where id = $1 and opened_at is not null`,
      [thread],
    );
    return row?.topicId;
  }
}
