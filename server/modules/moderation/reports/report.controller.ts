import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import { listOwnReports, reportContent } from '../../../../shared/moderation/report.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Allowed, Endpoint, Input } from '../../../platform/http/endpoint.js';
import { OwnReports } from './own-reports.query.js';
import { ReportService } from './report.service.js';

@Controller()
export class ReportController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ReportService,
    private readonly own: OwnReports,
  ) {}

  @Endpoint(reportContent)
  async report(
    @Input() input: InputOf<typeof reportContent>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof reportContent>> {
    return this.reports.report(input, permit);
  }

  @Endpoint(listOwnReports)
  async listOwn(
    @Input() { query }: InputOf<typeof listOwnReports>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof listOwnReports>> {
    const { dyadId, memberId } = permit.member;
    return this.unitOfWork.run({ dyadId }, (tx) => this.own.page(tx, memberId, query));
  }
}
