import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import * as contracts from '../../../../shared/statements/suggestion.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../../platform/http/endpoint.js';
import { SuggestionDeciding } from './suggestion-deciding.service.js';
import { SuggestionPage } from './suggestion-page.query.js';
import { SuggestionService } from './suggestion.service.js';

@Controller()
export class SuggestionController {
  constructor(
    private readonly suggestions: SuggestionService,
    private readonly deciding: SuggestionDeciding,
    private readonly page: SuggestionPage,
  ) {}

  @Endpoint(contracts.listSuggestions)
  async list(
    @Input() { params }: InputOf<typeof contracts.listSuggestions>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.listSuggestions>> {
    return { suggestions: await this.page.list(params.statement, permit) };
  }

  @Endpoint(contracts.openSuggestion)
  open(
    @Input() input: InputOf<typeof contracts.openSuggestion>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.openSuggestion>> {
    return this.suggestions.open(input, permit);
  }

  @Endpoint(contracts.readSuggestion)
  read(
    @Input() { params }: InputOf<typeof contracts.readSuggestion>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.readSuggestion>> {
    return this.page.read(params, permit);
  }

  @Endpoint(contracts.acceptSuggestion)
  accept(@Input() input: InputOf<typeof contracts.acceptSuggestion>, @Allowed() permit: Permit): Promise<void> {
    return this.deciding.accept(input, permit);
  }

  @Endpoint(contracts.declineSuggestion)
  decline(@Input() input: InputOf<typeof contracts.declineSuggestion>, @Allowed() permit: Permit): Promise<void> {
    return this.deciding.decline(input, permit);
  }

  @Endpoint(contracts.withdrawSuggestion)
  withdraw(@Input() input: InputOf<typeof contracts.withdrawSuggestion>, @Allowed() permit: Permit): Promise<void> {
    return this.suggestions.withdraw(input, permit);
  }
}
