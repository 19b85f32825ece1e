import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import * as contracts from '../../../../shared/moderation/template.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../../platform/http/endpoint.js';
import { TemplateService } from './template.service.js';

@Controller()
export class TemplateController {
  constructor(private readonly templates: TemplateService) {}

  @Endpoint(contracts.listTemplates)
  async list(
    @Input() _: InputOf<typeof contracts.listTemplates>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.listTemplates>> {
    return { templates: await this.templates.list(permit.member) };
  }

  @Endpoint(contracts.proposeTemplate)
  propose(
    @Input() input: InputOf<typeof contracts.proposeTemplate>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.proposeTemplate>> {
    return this.templates.propose(input, permit);
  }

  @Endpoint(contracts.reviseTemplate)
  revise(
    @Input() input: InputOf<typeof contracts.reviseTemplate>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.reviseTemplate>> {
    return this.templates.revise(input, permit);
  }

  @Endpoint(contracts.giveTemplateKey)
  giveKey(
    @Input() input: InputOf<typeof contracts.giveTemplateKey>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.giveTemplateKey>> {
    return this.templates.giveKey(input, permit);
  }
}
