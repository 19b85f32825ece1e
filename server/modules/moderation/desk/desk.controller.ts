import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import {
  approveItem,
  holdItem,
  holdPost,
  readDesk,
  readDeskContext,
  readDeskItem,
  readDeskPrecedents,
  returnItem,
} from '../../../../shared/moderation/desk.contract.js';
import { releaseItem } from '../../../../shared/moderation/proposal.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Allowed, Endpoint, Input } from '../../../platform/http/endpoint.js';
import { DeskReader } from './desk.query.js';
import { DeskService } from './desk.service.js';
import { PrecedentReader } from './precedents.query.js';

@Controller()
export class DeskController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: DeskReader,
    private readonly precedents: PrecedentReader,
    private readonly decisions: DeskService,
  ) {}

  @Endpoint(readDesk)
  async read(
    @Input() { query }: InputOf<typeof readDesk>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof readDesk>> {
    const { member } = permit;
    return this.unitOfWork.run({ dyadId: member.dyadId }, (tx) => this.desk.page(tx, member, query));
  }

  @Endpoint(readDeskItem)
  async readItem(
    @Input() { params }: InputOf<typeof readDeskItem>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof readDeskItem>> {
    return this.unitOfWork.run({ dyadId: permit.member.dyadId }, (tx) => this.desk.find(tx, params.item));
  }

  @Endpoint(readDeskContext)
  async readContext(
    @Input() { params }: InputOf<typeof readDeskContext>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof readDeskContext>> {
    return this.unitOfWork.run({ dyadId: permit.member.dyadId }, (tx) => this.desk.context(tx, params.item));
  }

  @Endpoint(readDeskPrecedents)
  async readPrecedents(
    @Input() { params }: InputOf<typeof readDeskPrecedents>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof readDeskPrecedents>> {
    return this.unitOfWork.run({ dyadId: permit.member.dyadId }, (tx) => this.precedents.of(tx, params.item));
  }

  @Endpoint(approveItem)
  async approve(
    @Input() input: InputOf<typeof approveItem>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof approveItem>> {
    return this.decisions.approve(input, permit);
  }

  @Endpoint(holdItem)
  async hold(@Input() input: InputOf<typeof holdItem>, @Allowed() permit: Permit): Promise<AnswerOf<typeof holdItem>> {
    return this.decisions.hold(input, permit);
  }

  @Endpoint(holdPost)
  async holdPost(
    @Input() input: InputOf<typeof holdPost>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof holdPost>> {
    return this.decisions.holdPost(input, permit);
  }

  @Endpoint(releaseItem)
  async release(
    @Input() input: InputOf<typeof releaseItem>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof releaseItem>> {
    return this.decisions.release(input, permit);
  }

  @Endpoint(returnItem)
  async giveBack(
    @Input() input: InputOf<typeof returnItem>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof returnItem>> {
    return this.decisions.giveBack(input, permit);
  }
}
