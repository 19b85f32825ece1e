import { Controller } from '@nestjs/common';
import type { AnswerOf, FileAnswer, InputOf } from '../../../../shared/contract/contract.js';
import * as contracts from '../../../../shared/moderation/notice.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Allowed, Endpoint, Input } from '../../../platform/http/endpoint.js';
import { NoticeService } from './notice.service.js';
import { NoticesReader } from './notices.query.js';

@Controller()
export class NoticeController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: NoticesReader,
    private readonly service: NoticeService,
  ) {}

  @Endpoint(contracts.listNotices)
  list(
    @Input() { query }: InputOf<typeof contracts.listNotices>,
    @Allowed() { member }: Permit,
  ): Promise<AnswerOf<typeof contracts.listNotices>> {
    return this.unitOfWork.run({ dyadId: member.dyadId }, (tx) => this.notices.list(tx, member, query.after));
  }

  @Endpoint(contracts.readNotice)
  read(
    @Input() { params }: InputOf<typeof contracts.readNotice>,
    @Allowed() { member }: Permit,
  ): Promise<AnswerOf<typeof contracts.readNotice>> {
    return this.unitOfWork.run({ dyadId: member.dyadId }, (tx) => this.notices.find(tx, member, params.notice));
  }

  @Endpoint(contracts.acknowledgeNotice)
  acknowledge(
    @Input() { params }: InputOf<typeof contracts.acknowledgeNotice>,
    @Allowed() { member }: Permit,
  ): Promise<AnswerOf<typeof contracts.acknowledgeNotice>> {
    return this.service.acknowledge(member, params.notice);
  }

  @Endpoint(contracts.exportStatement)
  export(
    @Input() { params }: InputOf<typeof contracts.exportStatement>,
    @Allowed() { member }: Permit,
  ): Promise<FileAnswer> {
    return this.service.export(member, params.notice);
  }

  @Endpoint(contracts.exportDisclosure)
  exportDisclosure(
    @Input() { params }: InputOf<typeof contracts.exportDisclosure>,
    @Allowed() { member }: Permit,
  ): Promise<FileAnswer> {
    return this.service.exportDisclosure(member, params.notice);
  }
}
