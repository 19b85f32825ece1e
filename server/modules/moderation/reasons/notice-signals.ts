import { Injectable } from '@nestjs/common';
import { noticeChanged } from '../../../../shared/moderation/notice.signals.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Signals } from '../../../platform/events/signals.js';

/** Tells members, live and without a word of what it says, that there is something for them to read. */
@Injectable()
export class NoticeSignals {
  constructor(private readonly signals: Signals) {}

  async changed(tx: Tx, to: { readonly dyadId: string; readonly memberId: string }, notice: string): Promise<void> {
    await this.signals.append(tx, to.dyadId, `member:${to.memberId}`, noticeChanged, { notice });
  }
}
