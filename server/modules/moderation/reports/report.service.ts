import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { reportContent } from '../../../../shared/moderation/report.contract.js';
import type { OwnReportView } from '../../../../shared/moderation/report.schema.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { writerSeenBy } from '../items/decidable-items.js';
import { PointedItems } from '../items/pointed-items.js';
import { ModeratedContents } from '../moderated-content.port.js';
import { OwnReports } from './own-reports.query.js';
import { ReportFiling } from './report-filing.js';

/** Telling the moderators of both sides that something should be looked at. */
@Injectable()
export class ReportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: PointedItems,
    private readonly contents: ModeratedContents,
    private readonly filing: ReportFiling,
    private readonly own: OwnReports,
  ) {}

  /** @throws Failure `request.not_found` also for what is not shown now, or stands where the caller may not read. */
  report({ params, body, idempotency }: InputOf<typeof reportContent>, permit: Permit): Promise<OwnReportView> {
    const { member } = permit;
    const { dyadId } = member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      const { kind } = params;
      const owner = this.contents.of(kind);
      const content = owner.meant ? await owner.meant(tx, params.content) : params.content;
      const item = content && (await this.items.lock(tx, { dyadId, kind, content }, 'reader'));
      const shown = item && (await owner.shownTo(tx, member, item));
      if (!item || !shown) throw new Failure('request.not_found');
      const authorId = shown.writer ?? writerSeenBy(member, item);
      permit.require('report.write', { authorId, placeRight: shown.placeRight });
      return this.own.one(tx, await this.filing.file(tx, member, item, shown, body));
    });
  }
}
