import { Injectable } from '@nestjs/common';
import { appealableUntil } from '../../../../shared/moderation/appeal.rules.js';
import type { ItemState } from '../../../../shared/moderation/moderation.lifecycle.js';
import type { ReportOutcome } from '../../../../shared/moderation/notice.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import { randomId } from '../../../platform/ids/ids.js';
import type { TakenStep } from '../items/item-news.js';
import { ItemSourceRepository } from './item-source.repository.js';
import { NoticeSignals } from './notice-signals.js';
import { ReportAnswerRepository } from './report-answer.repository.js';

const outcomeOf = (state: ItemState): ReportOutcome =>
  state === 'actioned' ? 'restricted' : state === 'withdrawn' ? 'withdrawn' : 'left';

/** Tells everybody who reported something what became of it, when the case is closed. */
@Injectable()
export class ReportAnswers {
  constructor(
    private readonly sources: ItemSourceRepository,
    private readonly answers: ReportAnswerRepository,
    private readonly notices: NoticeSignals,
  ) {}

  async give(tx: Tx, { event, after }: TakenStep): Promise<void> {
    const outcome = outcomeOf(after.state);
    for (const memberId of await this.sources.unanswered(tx, after.id)) {
      const answer = {
        id: randomId(),
        dyadId: after.dyadId,
        memberId,
        itemId: after.id,
        eventId: event.id,
        outcome,
        at: event.at,
        appealableUntil: outcome === 'left' ? appealableUntil(event.at) : null,
        readAt: null,
      };
      await this.answers.add(tx, answer);
      await this.notices.changed(tx, answer, answer.id);
    }
  }
}
