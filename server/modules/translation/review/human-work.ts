import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { OutdatedTranslation } from '../translation.repository.js';
import { DisputeRepository } from './dispute.repository.js';
import { NewsRepository } from './news.repository.js';
import { ProposalRepository } from './proposal.repository.js';
import { TranslationTelling } from './translation-telling.js';
import { WorkRepository } from './work.repository.js';

/** What becomes of people's work on translations when texts are written anew, or are gone. */
@Injectable()
export class HumanWork {
  constructor(
    private readonly proposals: ProposalRepository,
    private readonly disputes: DisputeRepository,
    private readonly works: WorkRepository,
    private readonly news: NewsRepository,
    private readonly telling: TranslationTelling,
  ) {}

  /** Ends what waits, and tells those whose translations are of an earlier text now. */
  async outdate(tx: Tx, owners: readonly string[], shown: readonly OutdatedTranslation[], at: Date): Promise<void> {
    const waiting = await this.proposals.outdate(tx, owners, at);
    await this.works.releaseAll(tx, owners);
    const writers = [...shown.map((one) => ({ ...one, writer: one.providedBy })), ...waiting.map(byProposer)];
    for (const { writer, ...target } of writers)
      if (writer !== null) await this.telling.member(tx, target, writer, 'source_edited');
  }

  /** Deletes all of it. */
  async remove(tx: Tx, owners: readonly string[]): Promise<void> {
    await this.proposals.remove(tx, owners);
    await this.disputes.remove(tx, owners);
    await this.works.remove(tx, owners);
    await this.news.remove(tx, owners);
  }
}

const byProposer = <One extends { readonly proposedBy: string }>(one: One): One & { readonly writer: string } => ({
  ...one,
  writer: one.proposedBy,
});
