import { Controller } from '@nestjs/common';
import type { AnswerOf, FileAnswer, InputOf } from '../../../shared/contract/contract.js';
import * as contracts from '../../../shared/translation/statistics/translation-statistics.contract.js';
import { Endpoint, Input } from '../../platform/http/endpoint.js';
import { TranslationStatisticsService } from './translation-statistics.service.js';

@Controller()
export class TranslationStatisticsController {
  constructor(private readonly service: TranslationStatisticsService) {}

  @Endpoint(contracts.readTranslationStatistics)
  async statistics(
    @Input() { params, query }: InputOf<typeof contracts.readTranslationStatistics>,
  ): Promise<AnswerOf<typeof contracts.readTranslationStatistics>> {
    const { months, statistics } = await this.service.published(params.dyad, query.month);
    return { months: [...months], statistics };
  }

  @Endpoint(contracts.translationStatisticsAsJson)
  json(@Input() { params, query }: InputOf<typeof contracts.translationStatisticsAsJson>): Promise<FileAnswer> {
    return this.service.file(params.dyad, query.month, 'json');
  }

  @Endpoint(contracts.translationStatisticsAsCsv)
  csv(@Input() { params, query }: InputOf<typeof contracts.translationStatisticsAsCsv>): Promise<FileAnswer> {
    return this.service.file(params.dyad, query.month, 'csv');
  }
}
