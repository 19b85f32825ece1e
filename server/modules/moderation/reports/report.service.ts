import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { reportPost } from '../../../../shared/moderation/report.contract.js';
import type { OwnReportView } from '../../../../shared/moderation/report.schema.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ItemRepository } from '../items/item.repository.js';
import { ModeratedContents } from '../moderated-content.port.js';
import { OwnReports } from './own-reports.query.js';
import { ReportFiling } from './report-filing.js';

/** Telling the moderators of both sides that something should be looked at. */
@Injectable()
export class ReportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: ItemRepository,
    private readonly contents: ModeratedContents,
    private readonly filing: ReportFiling,
    private readonly own: OwnReports,
  ) {}

  /** @throws Failure `post.not_found` also for a post that is not shown now, or stands where the caller may not read. */
  reportPost({ params, body, idempotency }: InputOf<typeof reportPost>, permit: Permit): Promise<OwnReportView> {
    const { member } = permit;
    return this.unitOfWork.once({ dyadId: member.dyadId }, permit, idempotency, async (tx) => {
      const [item] = await this.items.lockOf(tx, 'post', params.post);
      const shown = item && (await this.contents.of('post').shownTo(tx, member, item));
      if (!item || !shown) throw new Failure('post.not_found');
      permit.require('report.write', { authorId: item.authorId, placeRight: shown.placeRight });
      return this.own.one(tx, await this.filing.file(tx, member, item, shown, body));
    });
  }
}
