import { Injectable } from '@nestjs/common';
import type { AppealParty, AppealState, AppealVerdict } from '../../../../shared/moderation/appeal.rules.js';
import type { AppealView } from '../../../../shared/moderation/notice.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import { timesOf } from './appeal-times.js';
import { AppealVerdictRepository, type AppealSeat } from './appeal-verdict.repository.js';
import { AppealRepository, type ToldOf } from './appeal.repository.js';

/** The verdicts whose reasons make up an answer: whoever upholds agrees to less being left, too. */
const agreeing: Readonly<Record<AppealState, readonly AppealVerdict[]>> = {
  open: [],
  upheld: ['uphold'],
  varied: ['vary', 'uphold'],
  overturned: ['overturn'],
};

/** Appeals as those read them who made them: the reasons of those who came to the answer, by side and without names. */
@Injectable()
export class AppealAnswers {
  constructor(
    private readonly appeals: AppealRepository,
    private readonly verdicts: AppealVerdictRepository,
  ) {}

  async of(tx: Tx, party: AppealParty, told: ToldOf): Promise<AppealView | null> {
    const one = await this.appeals.against(tx, party, told);
    if (!one) return null;
    const seats = one.state === 'open' ? [] : await this.verdicts.seats(tx, one.id);
    return {
      id: one.id,
      isOwn: [one.statementId, one.answerId].includes(told.id),
      state: one.state,
      words: one.words,
      language: one.language,
      ...timesOf(one),
      decidedAt: one.decidedAt?.toISOString() ?? null,
      answers: answersOf(seats, agreeing[one.state]),
    };
  }
}

const answersOf = (seats: readonly AppealSeat[], verdicts: readonly AppealVerdict[]): AppealView['answers'] =>
  seats.flatMap(({ side, verdict, reasons }) =>
    verdict && reasons && verdicts.includes(verdict) ? [{ side, reasons }] : [],
  );
