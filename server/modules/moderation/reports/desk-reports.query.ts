import { Injectable } from '@nestjs/common';
import type { DeskReports } from '../../../../shared/moderation/report.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Item } from '../items/item.js';
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
  async of(tx: Tx, items: readonly Pick<Item, 'id' | 'kind'>[]): Promise<ReadonlyMap<string, DeskReports>> {
    const ids = items.map(({ id }) => id);
    const groups = await this.reports.groups(tx, ids);
    const snapshots = await this.reports.snapshots(tx, ids);
    return new Map(
      items.map(({ id, kind }) => [
        id,
        deskReportsView(
          groups.filter(({ itemId }) => itemId === id),
          snapshots.filter(({ itemId }) => itemId === id),
          (key, source) => this.contents.of(kind).read(key, source),
        ),
      ]),
    );
  }
}
