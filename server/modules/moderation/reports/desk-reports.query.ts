import { Injectable } from '@nestjs/common';
import type { DeskReports } from '../../../../shared/moderation/report.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import { ModeratedContents } from '../moderated-content.port.js';
import { deskReportsView } from './desk-reports.view.js';
import { ReportReadingRepository } from './report-reading.repository.js';

/** What readers reported, as the desk may know it: reasons and sides, and what was read, without anybody's name. */
@Injectable()
export class DeskReportReader {
  constructor(
    private readonly reports: ReportReadingRepository,
    private readonly contents: ModeratedContents,
  ) {}

  /** By item, for a whole page of the desk: two queries. */
  async of(tx: Tx, items: readonly string[]): Promise<ReadonlyMap<string, DeskReports>> {
    const groups = await this.reports.groups(tx, items);
    const snapshots = await this.reports.snapshots(tx, items);
    const content = this.contents.of('post');
    return new Map(
      items.map((item) => [
        item,
        deskReportsView(
          groups.filter(({ itemId }) => itemId === item),
          snapshots.filter(({ itemId }) => itemId === item),
          (key, source) => content.read(key, source),
        ),
      ]),
    );
  }
}
