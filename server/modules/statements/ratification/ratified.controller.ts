import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../../shared/contract/contract.js';
import { listRatified, readRatified } from '../../../../shared/statements/ratification.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Endpoint, Input } from '../../../platform/http/endpoint.js';
import { RatifiedList } from './ratified-list.query.js';
import { RatifiedReader } from './ratified.reader.js';

@Controller()
export class RatifiedController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ratified: RatifiedReader,
    private readonly all: RatifiedList,
  ) {}

  @Endpoint(readRatified)
  read(@Input() { params }: InputOf<typeof readRatified>): Promise<AnswerOf<typeof readRatified>> {
    return this.unitOfWork.run('all dyads', (tx) => this.ratified.read(tx, params.dyad, params.statement));
  }

  @Endpoint(listRatified)
  async list(@Input() { params }: InputOf<typeof listRatified>): Promise<AnswerOf<typeof listRatified>> {
    return { statements: await this.unitOfWork.run('all dyads', (tx) => this.all.of(tx, params.dyad)) };
  }
}
