import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import type { AnswerOf } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { listNotices } from '../../../../shared/moderation/notice.contract.js';
import { noticesAtOnce } from '../../../../shared/moderation/notice.rules.js';
import type { NoticeView } from '../../../../shared/moderation/notice.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import { StreamHistory } from '../../../platform/events/stream-history.js';
import { Strikes } from '../sanctions/strikes.query.js';
import { NoticeDetails } from './notice-details.query.js';
import { NoticeRepository } from './notice.repository.js';
import { lineView } from './notice.view.js';

/** What moderators told a member, for that member's eyes alone. */
@Injectable()
export class NoticesReader {
  constructor(
    private readonly notices: NoticeRepository,
    private readonly details: NoticeDetails,
    private readonly strikes: Strikes,
    private readonly history: StreamHistory,
  ) {}

  async list(tx: Tx, { memberId }: DyadMember, after: string | undefined): Promise<AnswerOf<typeof listNotices>> {
    const stream = `member:${memberId}`;
    const seq = await this.history.newest(tx, stream);
    const rows = await this.notices.page(tx, memberId, after, noticesAtOnce + 1);
    return {
      notices: rows.slice(0, noticesAtOnce).map(lineView),
      hasMore: rows.length > noticesAtOnce,
      unread: await this.notices.unread(tx, memberId),
      strikes: await this.strikes.of(tx, memberId),
      seq,
      stream,
    };
  }

  /** @throws Failure `request.not_found` for what is not there, or was told to somebody else */
  async find(tx: Tx, member: DyadMember, id: string): Promise<NoticeView> {
    const found = await this.details.find(tx, member, id);
    if (!found) throw new Failure('request.not_found');
    return found;
  }
}
