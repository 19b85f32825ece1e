import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import * as contracts from '../../../../shared/statements/visibility.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../../platform/http/endpoint.js';
import { PublicDrafts } from './public-drafts.query.js';
import { VisibilityService } from './visibility.service.js';

@Controller()
export class VisibilityController {
  constructor(
    private readonly visibility: VisibilityService,
    private readonly drafts: PublicDrafts,
  ) {}

  @Endpoint(contracts.readStatementVisibility)
  read(
    @Input() { params }: InputOf<typeof contracts.readStatementVisibility>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.readStatementVisibility>> {
    return this.visibility.read(params.statement, permit);
  }

  @Endpoint(contracts.giveVisibilityKey)
  give(
    @Input() input: InputOf<typeof contracts.giveVisibilityKey>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.giveVisibilityKey>> {
    return this.visibility.give(input, permit);
  }

  @Endpoint(contracts.listPublicDrafts)
  async list(
    @Input() { params }: InputOf<typeof contracts.listPublicDrafts>,
  ): Promise<AnswerOf<typeof contracts.listPublicDrafts>> {
    return { drafts: await this.drafts.list(params.dyad) };
  }

  @Endpoint(contracts.readPublicDraft)
  readDraft(
    @Input() { params }: InputOf<typeof contracts.readPublicDraft>,
  ): Promise<AnswerOf<typeof contracts.readPublicDraft>> {
    return this.drafts.read(params.dyad, params.statement);
  }
}
