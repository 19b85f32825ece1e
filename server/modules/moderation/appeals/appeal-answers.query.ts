import { Injectable } from '@nestjs/common';
import type { AppealView } from '../../../../shared/moderation/notice.schema.js';
import { appeal as limits } from '../../../../shared/moderation/time-limits.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import { AppealRepository } from './appeal.repository.js';

const dayMilliseconds = 86_400_000;
const daysAfter = (moment: Date, days: number): string =>
  new Date(moment.getTime() + days * dayMilliseconds).toISOString();

/** Appeals as those read them who made them. */
@Injectable()
export class AppealAnswers {
  constructor(private readonly appeals: AppealRepository) {}

  async of(tx: Tx, notice: string): Promise<AppealView | null> {
    const one = await this.appeals.ofNotice(tx, notice);
    if (!one) return null;
    return {
      id: one.id,
      state: one.state,
      words: one.words,
      language: one.language,
      openedAt: one.openedAt.toISOString(),
      targetAt: daysAfter(one.openedAt, limits.targetDays),
      endAt: daysAfter(one.openedAt, limits.maximumDays),
      decidedAt: one.decidedAt?.toISOString() ?? null,
      answers: [],
    };
  }
}
