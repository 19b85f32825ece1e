import { Injectable } from '@nestjs/common';
import type { ErasedPart } from '../../../shared/record/erased-part.js';
import type { Tx } from '../../platform/database/tx.js';
import type { Mentions } from './rich-texts.js';

/** What the desk needs of one revision of a post, with the post it answers. */
export interface PostCardRow {
  readonly item: string;
  readonly thread: string;
  readonly threadTitle: string;
  readonly topicId: string;
  readonly topicTitle: Readonly<Record<string, string>>;
  readonly topicErased: readonly ErasedPart[];
  readonly revisionId: string;
  readonly language: string;
  readonly source: string;
  readonly mentions: Mentions | null;
  readonly replyTo: string | null;
}

@Injectable()
export class PostCardRepository {
  /** Revisions as moderators see them, whatever state they are in; without those whose words were taken back. */
  of(
    tx: Tx,
    items: readonly { readonly id: string; readonly content: string; readonly revision: number }[],
  ): Promise<PostCardRow[]> {
    return tx.query<PostCardRow>(
      `select wanted.item, p.thread_id as thread, th.title as "threadTitle", t.id as "topicId", t.title as "topicTitle", t.erased as "topicErased",
         r.id as "revisionId", r.language, w.source,
         shown_mentions(r.id) as mentions,
         p.reply_to as "replyTo"
       from unnest($1::uuid[], $2::uuid[], $3::int[]) as wanted (item, post, revision)
       join post p on p.id = wanted.post
       join post_revision r on r.post_id = p.id and r.number = wanted.revision
       join post_text w on w.revision_id = r.id
       join thread th on th.id = p.thread_id join topic t on t.id = th.topic_id`,
      [items.map((item) => item.id), items.map((item) => item.content), items.map((item) => item.revision)],
    );
  }
}
