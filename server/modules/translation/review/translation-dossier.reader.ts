import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { TranslationReader, type TranslationFound } from '../translation.reader.js';
import { TranslationRepository } from '../translation.repository.js';
import { DisputeRepository, type Dispute } from './dispute.repository.js';
import { ProposalRepository, type Proposal, type Stance, type Target } from './proposal.repository.js';

export type { Dispute } from './dispute.repository.js';
export type { Proposal, Stance } from './proposal.repository.js';

/** Everything there is of one text in one language. */
export interface Dossier {
  /** What readers have, or had before others took its place; newest first, what readers have first. */
  readonly made: readonly (TranslationFound & { readonly isCurrent: boolean })[];
  readonly proposals: readonly Proposal[];
  /** Who stands behind any of them. */
  readonly stances: readonly Stance[];
  readonly disputes: readonly Dispute[];
}

/** Reads what people did about one translation, for those who work with it. */
@Injectable()
export class TranslationDossiers {
  constructor(
    private readonly translations: TranslationRepository,
    private readonly reader: TranslationReader,
    private readonly proposals: ProposalRepository,
    private readonly disputes: DisputeRepository,
  ) {}

  /** @param member whose own declined proposals are in it */
  async of(tx: Tx, target: Target, member: string): Promise<Dossier> {
    const rows = await this.translations.ever(tx, target.owner, target.language);
    const credits = await this.reader.providers(tx, rows);
    const proposals = await this.proposals.waiting(tx, target, member);
    const [current] = rows;
    const judged = [...(current ? [current.id] : []), ...proposals.map(({ id }) => id)];
    return {
      made: rows.map((row) => ({ ...row, by: credits.get(row.id) })),
      proposals,
      stances: await this.proposals.standing(tx, judged),
      disputes: await this.disputes.of(tx, target),
    };
  }
}
