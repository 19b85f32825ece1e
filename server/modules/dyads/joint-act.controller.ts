import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import * as contracts from '../../../shared/dyads/joint-act.contract.js';
import type { Permit } from '../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../platform/http/endpoint.js';
import { JointActService } from './joint-act.service.js';

@Controller()
export class JointActController {
  constructor(private readonly acts: JointActService) {}

  @Endpoint(contracts.listJointActs)
  async list(
    @Input() _: InputOf<typeof contracts.listJointActs>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.listJointActs>> {
    return { acts: await this.acts.list(permit.member) };
  }

  @Endpoint(contracts.proposeJointAct)
  async propose(
    @Input() { body, idempotency }: InputOf<typeof contracts.proposeJointAct>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.proposeJointAct>> {
    return this.acts.propose(permit, idempotency, body);
  }

  @Endpoint(contracts.secondJointAct)
  async answer(
    @Input() { params, body }: InputOf<typeof contracts.secondJointAct>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.secondJointAct>> {
    return this.acts.answer(permit, params.act, body.answer);
  }
}
