import { Injectable } from '@nestjs/common';
import { appealableUntil } from '../../../../shared/moderation/appeal.rules.js';
import { isAppealable, type ReportOutcome } from '../../../../shared/moderation/report.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import { randomId } from '../../../platform/ids/ids.js';
import type { TakenStep } from '../items/step-followers.js';
import { NoticeSignals } from './notice-signals.js';
import { ReportAnswerRepository } from './report-answer.repository.js';

/** Tells somebody who reported something what became of it. */
@Injectable()
export class ReportAnswers {
  constructor(
    private readonly answers: ReportAnswerRepository,
    private readonly notices: NoticeSignals,
  ) {}

  async give(tx: Tx, { event, after }: TakenStep, memberId: string, outcome: ReportOutcome): Promise<void> {
    const answer = {
      id: randomId(),
      dyadId: after.dyadId,
      memberId,
      itemId: after.id,
      eventId: event.id,
      outcome,
      at: event.at,
      appealableUntil: isAppealable(outcome) ? appealableUntil(event.at) : null,
      readAt: null,
    };
    await this.answers.add(tx, answer);
    await this.notices.changed(tx, answer, answer.id);
  }
}
