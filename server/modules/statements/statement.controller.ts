import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import * as contracts from '../../../shared/statements/statement.contract.js';
import type { Permit } from '../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../platform/http/endpoint.js';
import { ClauseKeyService } from './clause-key.service.js';
import { ClauseService } from './clause.service.js';
import { StatementPage } from './statement-page.query.js';
import { StatementService } from './statement.service.js';

@Controller()
export class StatementController {
  constructor(
    private readonly statements: StatementService,
    private readonly page: StatementPage,
    private readonly clauses: ClauseService,
    private readonly keys: ClauseKeyService,
  ) {}

  @Endpoint(contracts.listStatements)
  async list(
    @Input() _: InputOf<typeof contracts.listStatements>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.listStatements>> {
    return { statements: await this.statements.list(permit.member) };
  }

  @Endpoint(contracts.openStatement)
  open(
    @Input() input: InputOf<typeof contracts.openStatement>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.openStatement>> {
    return this.statements.open(input, permit);
  }

  @Endpoint(contracts.readStatement)
  read(
    @Input() { params }: InputOf<typeof contracts.readStatement>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.readStatement>> {
    return this.page.read(params.statement, permit);
  }

  @Endpoint(contracts.addClause)
  addClause(
    @Input() input: InputOf<typeof contracts.addClause>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof contracts.addClause>> {
    return this.clauses.add(input, permit);
  }

  @Endpoint(contracts.moveClause)
  moveClause(@Input() input: InputOf<typeof contracts.moveClause>, @Allowed() permit: Permit): Promise<void> {
    return this.clauses.move(input, permit);
  }

  @Endpoint(contracts.removeClause)
  removeClause(@Input() input: InputOf<typeof contracts.removeClause>, @Allowed() permit: Permit): Promise<void> {
    return this.clauses.remove(input, permit);
  }

  @Endpoint(contracts.giveClauseKey)
  giveKey(@Input() input: InputOf<typeof contracts.giveClauseKey>, @Allowed() permit: Permit): Promise<void> {
    return this.keys.give(input, permit);
  }

  @Endpoint(contracts.withdrawClauseKey)
  withdrawKey(@Input() input: InputOf<typeof contracts.withdrawClauseKey>, @Allowed() permit: Permit): Promise<void> {
    return this.keys.withdraw(input, permit);
  }
}
