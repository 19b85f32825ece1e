import { Injectable } from '@nestjs/common';
import type { AnswerOf, FileAnswer, InputOf } from '../../../../shared/contract/contract.js';
import type { readCommitment } from '../../../../shared/commitments/commitment.contract.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { StreamHistory } from '../../../platform/events/stream-history.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import { CommitmentStories } from '../story/commitment-story.js';
import { commitmentsCsv, commitmentsJson } from './commitment-files.js';
import { CommitmentsReader } from './commitments.reader.js';

/** One commitment as a page, and all of a dyad as a file. */
@Injectable()
export class CommitmentPage {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dyads: DyadReader,
    private readonly reader: CommitmentsReader,
    private readonly stories: CommitmentStories,
    private readonly history: StreamHistory,
  ) {}

  /** @throws Failure `request.not_found` */
  read({ params }: InputOf<typeof readCommitment>): Promise<AnswerOf<typeof readCommitment>> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const view = await this.reader.one(tx, await this.dyads.named(tx, params.dyad), params.commitment);
      return { ...view, told: await this.history.newest(tx, `commitment:${view.id}`) };
    });
  }

  /** @throws Failure `request.not_found` */
  file(slug: string, format: 'csv' | 'json'): Promise<FileAnswer> {
    return this.unitOfWork.run('all dyads', async (tx) => {
      const dyad = await this.dyads.named(tx, slug);
      const all = await this.reader.all(tx, dyad);
      const languages = [dyad.languageOf.a, dyad.languageOf.b];
      const on = this.stories.today();
      const name = `${slug}-commitments-${on}.${format}`;
      const content = format === 'csv' ? commitmentsCsv(all, languages) : commitmentsJson(all, slug, on);
      return { name, latinName: name, content, languages };
    });
  }
}
