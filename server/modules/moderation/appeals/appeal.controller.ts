import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import { giveAppealVerdict, readAppeal } from '../../../../shared/moderation/appeal.contract.js';
import { appealDecision } from '../../../../shared/moderation/notice.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../../platform/http/endpoint.js';
import { AppealDeskService } from './appeal-desk.service.js';
import { AppealService } from './appeal.service.js';

@Controller()
export class AppealController {
  constructor(
    private readonly appeals: AppealService,
    private readonly desk: AppealDeskService,
  ) {}

  @Endpoint(appealDecision)
  appeal(
    @Input() input: InputOf<typeof appealDecision>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof appealDecision>> {
    return this.appeals.appeal(input, permit);
  }

  @Endpoint(readAppeal)
  read(
    @Input() { params }: InputOf<typeof readAppeal>,
    @Allowed() { member }: Permit,
  ): Promise<AnswerOf<typeof readAppeal>> {
    return this.desk.read(member, params.item);
  }

  @Endpoint(giveAppealVerdict)
  judge(
    @Input() input: InputOf<typeof giveAppealVerdict>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof giveAppealVerdict>> {
    return this.desk.judge(input, permit);
  }
}
