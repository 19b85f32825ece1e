import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import type { listOwnReports } from '../../../../shared/moderation/report.contract.js';
import type { OwnReportView } from '../../../../shared/moderation/report.schema.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { ownReportView } from './own-report.view.js';
import { ReportReadingRepository } from './report-reading.repository.js';

/** What people see of their own reports: how far each has come, and what became of it. */
@Injectable()
export class OwnReports {
  constructor(
    private readonly reports: ReportReadingRepository,
    private readonly clock: Clock,
  ) {}

  async page(
    tx: Tx,
    memberId: string,
    { before, limit }: InputOf<typeof listOwnReports>['query'],
  ): Promise<AnswerOf<typeof listOwnReports>> {
    const found = await this.reports.ofReporter(tx, memberId, { before, limit: limit + 1, now: this.clock.now() });
    return { reports: found.slice(0, limit).map(ownReportView), hasMore: found.length > limit };
  }

  /** A report that was just made. */
  async one(tx: Tx, id: string): Promise<OwnReportView> {
    const found = await this.reports.find(tx, id, this.clock.now());
    if (!found) throw new Error('A report that was made is not there');
    return ownReportView(found);
  }
}
