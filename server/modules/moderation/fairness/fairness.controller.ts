import { Controller } from '@nestjs/common';
import type { AnswerOf, FileAnswer, InputOf } from '../../../../shared/contract/contract.js';
import * as contracts from '../../../../shared/moderation/fairness.contract.js';
import { Endpoint, Input } from '../../../platform/http/endpoint.js';
import { FairnessService } from './fairness.service.js';

@Controller()
export class FairnessController {
  constructor(private readonly service: FairnessService) {}

  @Endpoint(contracts.readFairness)
  async fairness(
    @Input() { params, query }: InputOf<typeof contracts.readFairness>,
  ): Promise<AnswerOf<typeof contracts.readFairness>> {
    const { months, reports } = await this.service.published(params.dyad, query.month);
    return { months: [...months], report: reports?.fairness ?? null };
  }

  @Endpoint(contracts.readTransparency)
  async transparency(
    @Input() { params, query }: InputOf<typeof contracts.readTransparency>,
  ): Promise<AnswerOf<typeof contracts.readTransparency>> {
    const { months, reports } = await this.service.published(params.dyad, query.month);
    return { months: [...months], report: reports?.transparency ?? null };
  }

  @Endpoint(contracts.readDigest)
  digest(@Input() { params }: InputOf<typeof contracts.readDigest>): Promise<AnswerOf<typeof contracts.readDigest>> {
    return this.service.digest(params.dyad, params.day);
  }

  @Endpoint(contracts.transparencyAsJson)
  json(@Input() { params, query }: InputOf<typeof contracts.transparencyAsJson>): Promise<FileAnswer> {
    return this.service.file(params.dyad, query.month, 'json');
  }

  @Endpoint(contracts.transparencyAsCsv)
  csv(@Input() { params, query }: InputOf<typeof contracts.transparencyAsCsv>): Promise<FileAnswer> {
    return this.service.file(params.dyad, query.month, 'csv');
  }
}
