import { Injectable, type OnModuleInit } from '@nestjs/common';
import { outcomeOf, outcomeOnAppeal } from '../../../../shared/moderation/report.rules.js';
import { ownReportDecided } from '../../../../shared/moderation/report.signals.js';
import { appeal, reportedWordsDays } from '../../../../shared/moderation/time-limits.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Signals } from '../../../platform/events/signals.js';
import { Retention } from '../../../platform/retention/retention.js';
import { StepFollowers, type TakenStep } from '../items/step-followers.js';
import { ReportRepository } from './report.repository.js';

/** Closes reports when the item they are about is decided, tells those who made them, and forgets words in time. */
@Injectable()
export class ReportClosing implements OnModuleInit {
  constructor(
    private readonly followers: StepFollowers,
    private readonly reports: ReportRepository,
    private readonly signals: Signals,
    private readonly retention: Retention,
  ) {}

  onModuleInit(): void {
    this.followers.register('reports', (tx, step) => this.follow(tx, step));
    this.retention.register('words of decided reports', (tx, now) =>
      this.reports.forgetWords(tx, now, { months: appeal.openMonths, days: reportedWordsDays }),
    );
  }

  private async follow(tx: Tx, { event, after }: TakenStep): Promise<void> {
    const step = { event: event.type, measure: event.payload.measure ?? null, state: after.state };
    const [outcome, turned] = [outcomeOf(step), outcomeOnAppeal(step)];
    const closed = turned === undefined ? [] : await this.reports.turn(tx, after.id, turned, event.at);
    if (outcome !== undefined) closed.push(...(await this.reports.close(tx, after.id, outcome, event.at)));
    // Nothing can be decided any more about words that are taken back: what was kept of them has no purpose left.
    if (after.state === 'withdrawn') await this.reports.eraseWords(tx, after.id);
    for (const { id, reporter } of closed)
      await this.signals.append(tx, after.dyadId, `member:${reporter}`, ownReportDecided, { report: id });
  }
}
