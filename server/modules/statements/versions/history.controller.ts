import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import * as contracts from '../../../../shared/statements/history.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../../platform/http/endpoint.js';
import { StatementHistory } from './statement-history.query.js';

@Controller()
export class HistoryController {
  constructor(private readonly history: StatementHistory) {}

  @Endpoint(contracts.readHistory)
  read(
    @Input() input: InputOf<typeof contracts.readHistory>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.readHistory>> {
    return this.history.read(input, permit);
  }

  @Endpoint(contracts.readAuthorship)
  authorship(
    @Input() input: InputOf<typeof contracts.readAuthorship>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.readAuthorship>> {
    return this.history.authorship(input, permit);
  }
}
