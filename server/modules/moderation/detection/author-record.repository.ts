import { Injectable } from '@nestjs/common';
import { approvalsToGraduate } from '../../../../shared/moderation/moderation.lifecycle.js';
import type { Tx } from '../../../platform/database/tx.js';

/** How an author's texts fared in this dyad. */
export interface AuthorRecord {
  /** Texts that a moderator approved, counted up to what suffices to graduate. */
  readonly approved: number;
  /** Of the last so many others of the same author: how many there are, and how many were returned or removed. */
  readonly recent: number;
  readonly restricted: number;
}

const recentItems = 20;

@Injectable()
export class AuthorRecordRepository {
  /** @param content what is looked at now, and does not count */
  async of(tx: Tx, authorId: string, content: string): Promise<AuthorRecord> {
    const row = await tx.one<AuthorRecord>(
      `select (select count(*)::int from (select from moderation_item
                where author_id = $1 and approved_at is not null and not amends limit $3) as enough) as approved,
              count(*)::int as recent,
              count(*) filter (where state in ('returned', 'actioned'))::int as restricted
       from (select state from moderation_item where author_id = $1 and content_id <> $2
             order by id desc limit $4) as last`,
      [authorId, content, approvalsToGraduate, recentItems],
    );
    return row ?? { approved: 0, recent: 0, restricted: 0 };
  }
}
