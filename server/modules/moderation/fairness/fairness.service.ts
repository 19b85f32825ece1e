import { Injectable } from '@nestjs/common';
import type { FileAnswer } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { ModerationDigest } from '../../../../shared/moderation/digest/digest.schema.js';
import type { Month } from '../../../../shared/moderation/fairness/month.js';
import { transparencyCsv } from '../../../../shared/moderation/transparency/transparency-csv.js';
import type { TransparencyReport } from '../../../../shared/moderation/transparency/transparency.schema.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { DigestRepository } from './digest.repository.js';
import { MonthlyReportReader, type Published } from './monthly-reports.js';

const asWritten: Readonly<Record<'json' | 'csv', (report: TransparencyReport) => string>> = {
  json: (report) => `${JSON.stringify(report, undefined, 2)}\n`,
  csv: transparencyCsv,
};

/** What is published about moderation, for anybody. */
@Injectable()
export class FairnessService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dyads: DyadReader,
    private readonly reports: MonthlyReportReader,
    private readonly digests: DigestRepository,
  ) {}

  /** @throws Failure `request.not_found` */
  async published(slug: string, month: Month | undefined): Promise<Published> {
    const dyad = await this.unitOfWork.run('all dyads', (tx) => this.dyads.named(tx, slug));
    return this.unitOfWork.run({ dyadId: dyad.id }, (tx) => this.reports.of(tx, dyad, month));
  }

  /** @throws Failure `request.not_found` also for a day of which nothing was to be told */
  async digest(slug: string, day: string): Promise<ModerationDigest> {
    const { id } = await this.unitOfWork.run('all dyads', (tx) => this.dyads.named(tx, slug));
    const digest = await this.unitOfWork.run({ dyadId: id }, (tx) => this.digests.find(tx, id, day));
    if (!digest) throw new Failure('request.not_found');
    return digest;
  }

  /** The transparency report as a file. @throws Failure `request.not_found` also where no month is over yet */
  async file(slug: string, month: Month | undefined, format: 'json' | 'csv'): Promise<FileAnswer> {
    const { reports } = await this.published(slug, month);
    if (!reports) throw new Failure('request.not_found');
    const { transparency } = reports;
    const name = `transparency-${slug}-${transparency.period.from.slice(0, 7)}.${format}`;
    return { name, latinName: name, content: asWritten[format](transparency), languages: ['en'] };
  }
}
