import { Injectable } from '@nestjs/common';
import type { FileAnswer } from '../../../shared/contract/contract.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { Month } from '../../../shared/moderation/fairness/month.js';
import { translationStatisticsCsv } from '../../../shared/translation/statistics/translation-statistics-csv.js';
import type { TranslationStatistics } from '../../../shared/translation/statistics/translation-statistics.schema.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DyadReader } from '../dyads/dyad.reader.js';
import { TranslationStatisticsReading, type PublishedStatistics } from './translation-statistics.query.js';

const asWritten: Readonly<Record<'json' | 'csv', (statistics: TranslationStatistics) => string>> = {
  json: (statistics) => `${JSON.stringify(statistics, undefined, 2)}\n`,
  csv: translationStatisticsCsv,
};

/** What is published about translation, for anybody. */
@Injectable()
export class TranslationStatisticsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dyads: DyadReader,
    private readonly reading: TranslationStatisticsReading,
  ) {}

  /** @throws Failure `request.not_found` */
  async published(slug: string, month: Month | undefined): Promise<PublishedStatistics> {
    const dyad = await this.unitOfWork.run('all dyads', (tx) => this.dyads.named(tx, slug));
    return this.unitOfWork.run({ dyadId: dyad.id }, (tx) => this.reading.of(tx, dyad, month));
  }

  /** The same as a file. @throws Failure `request.not_found` also where no month is over yet */
  async file(slug: string, month: Month | undefined, format: 'json' | 'csv'): Promise<FileAnswer> {
    const { statistics } = await this.published(slug, month);
    if (!statistics) throw new Failure('request.not_found');
    const name = `translation-${slug}-${statistics.period.from.slice(0, 7)}.${format}`;
    return { name, latinName: name, content: asWritten[format](statistics), languages: ['en'] };
  }
}
