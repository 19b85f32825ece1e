import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  outcomeOf,
  outcomeOnAppeal,
  reopensReports,
  type ReportOutcome,
} from '../../../../shared/moderation/report.rules.js';
import { ownReportDecided } from '../../../../shared/moderation/report.signals.js';
import { appeal, reportedWordsDays } from '../../../../shared/moderation/time-limits.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Signals } from '../../../platform/events/signals.js';
import { Retention } from '../../../platform/retention/retention.js';
import { StepFollowers, type TakenStep } from '../items/step-followers.js';
import { ReportAnswers } from '../reasons/report-answers.js';
import { ReportRepository, type ClosedReport } from './report.repository.js';

/** Closes reports when the item they are about is decided, tells those who made them, and forgets words in time. */
@Injectable()
export class ReportClosing implements OnModuleInit {
  constructor(
    private readonly followers: StepFollowers,
    private readonly reports: ReportRepository,
    private readonly answers: ReportAnswers,
    private readonly signals: Signals,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.followers.register('reports', (tx, step) => this.follow(tx, step));
    this.retention.register('words of decided reports', (tx, now) =>
      this.reports.forgetWords(tx, now, { months: appeal.openMonths, days: reportedWordsDays }),
    );
  }

  private async follow(tx: Tx, taken: TakenStep): Promise<void> {
    const { event, after } = taken;
    const step = { event: event.type, measure: event.payload.measure ?? null, state: after.state };
    if (reopensReports(step)) await this.reports.reopen(tx, after.id);
    const [turned, outcome] = [outcomeOnAppeal(step), outcomeOf(step)];
    if (turned !== undefined)
      await this.tell(tx, taken, turned, await this.reports.turn(tx, after.id, turned, event.at));
    if (outcome !== undefined)
      await this.tell(tx, taken, outcome, await this.reports.close(tx, after.id, outcome, event.at));
    // Nothing can be decided any more about words that are taken back: what was kept of them has no purpose left.
    if (after.state === 'withdrawn') await this.reports.eraseWords(tx, after.id);
  }

  private async tell(tx: Tx, step: TakenStep, outcome: ReportOutcome, reports: readonly ClosedReport[]): Promise<void> {
    for (const { id, reporter } of reports) {
      await this.answers.give(tx, step, reporter, outcome);
      await this.signals.append(tx, step.after.dyadId, `member:${reporter}`, ownReportDecided, { report: id });
    }
  }
}
