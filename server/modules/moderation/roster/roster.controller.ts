import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import { confirmProxyKey } from '../../../../shared/moderation/proposal.contract.js';
import { keepOwnDuty, readRoster } from '../../../../shared/moderation/roster.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../../platform/http/endpoint.js';
import { DutyService } from './duty.service.js';
import { ProxyReviewService } from './proxy-review.service.js';

@Controller()
export class RosterController {
  constructor(
    private readonly duties: DutyService,
    private readonly reviews: ProxyReviewService,
  ) {}

  @Endpoint(readRoster)
  async read(@Input() _: InputOf<typeof readRoster>, @Allowed() permit: Permit): Promise<AnswerOf<typeof readRoster>> {
    return { roster: await this.duties.list(permit) };
  }

  @Endpoint(keepOwnDuty)
  async keepOwn(
    @Input() { body }: InputOf<typeof keepOwnDuty>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof keepOwnDuty>> {
    return this.duties.keepOwn(permit, body.onCall);
  }

  @Endpoint(confirmProxyKey)
  async confirm(
    @Input() input: InputOf<typeof confirmProxyKey>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof confirmProxyKey>> {
    return this.reviews.confirm(input, permit);
  }
}
