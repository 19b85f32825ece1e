import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import { fairnessReport } from '../../../../shared/moderation/fairness/fairness-report.js';
import type { FairnessReport } from '../../../../shared/moderation/fairness/fairness.schema.js';
import { closedMonths, daysOf, nextMonth, startOf, type Month } from '../../../../shared/moderation/fairness/month.js';
import { transparencyReportOf } from '../../../../shared/moderation/transparency/transparency.js';
import type { TransparencyReport } from '../../../../shared/moderation/transparency/transparency.schema.js';
import { Clock } from '../../../platform/clock/clock.js';
import { dayOf } from '../../../platform/clock/day.js';
import type { Tx } from '../../../platform/database/tx.js';
import { KeptResults } from '../../../platform/results/kept-results.js';
import type { DyadProfile } from '../../dyads/dyad.reader.js';
import { CaseEventRepository } from './case-event.repository.js';
import { historyOf } from './case-reading.js';
import { fairnessFactsOf } from './fairness-facts-of.js';
import { OutsideRequestRepository } from './outside-request.repository.js';
import { transparencyFactsOf } from './transparency-facts-of.js';

/** What is published of one month. */
export interface MonthlyReports {
  readonly fairness: FairnessReport;
  readonly transparency: TransparencyReport;
}

/** What is published, and of which months there is more. */
export interface Published {
  readonly months: readonly Month[];
  readonly reports: MonthlyReports | null;
}

const mostKept = 200;

/**
 * Makes the reports of months that are over. What happened in them does not change any more, so each is made once and kept in
 * memory while it is asked for.
 */
@Injectable()
export class MonthlyReportReader {
  private readonly kept = new KeptResults<MonthlyReports>(mostKept);

  constructor(
    private readonly events: CaseEventRepository,
    private readonly requests: OutsideRequestRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * @param asked a month; without it the newest
   * @throws Failure `request.not_found` for a month that is not over, or in which there was no dialogue yet
   */
  async of(tx: Tx, dyad: Pick<DyadProfile, 'id' | 'slug'>, asked: Month | undefined): Promise<Published> {
    const firstDay = await this.events.firstDay(tx, dyad.id);
    const months = firstDay === undefined ? [] : closedMonths(firstDay, dayOf(this.clock.now()));
    const month = asked ?? months[0];
    if (asked !== undefined && !months.includes(asked)) throw new Failure('request.not_found');
    return { months, reports: month === undefined ? null : await this.reportsOf(tx, dyad, month) };
  }

  private reportsOf(tx: Tx, dyad: Pick<DyadProfile, 'id' | 'slug'>, month: Month): Promise<MonthlyReports> {
    return this.kept.of(`${dyad.id} ${month}`, () => this.make(tx, dyad, month));
  }

  private async make(tx: Tx, { id, slug }: Pick<DyadProfile, 'id' | 'slug'>, month: Month): Promise<MonthlyReports> {
    const { from, to } = daysOf(month);
    const history = historyOf(await this.events.before(tx, id, new Date(startOf(nextMonth(month)))));
    const requests = await this.requests.between(tx, id, from, to);
    return {
      fairness: fairnessReport(fairnessFactsOf(history, month)),
      transparency: transparencyReportOf({ ...transparencyFactsOf(history, month), dyad: slug, requests }),
    };
  }
}
