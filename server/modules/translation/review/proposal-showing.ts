import { Injectable } from '@nestjs/common';
import type { TranslationNewsKind } from '../../../../shared/translation/human-work.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { TranslationJobRepository } from '../translation-job.repository.js';
import { TranslationRepository } from '../translation.repository.js';
import type { Translatable } from '../translations.port.js';
import { ProposalRepository, type Proposal } from './proposal.repository.js';
import { TranslationTelling } from './translation-telling.js';

/** Puts people's translations before readers, and tells whom it concerns. */
@Injectable()
export class ProposalShowing {
  constructor(
    private readonly translations: TranslationRepository,
    private readonly proposals: ProposalRepository,
    private readonly jobs: TranslationJobRepository,
    private readonly telling: TranslationTelling,
    private readonly clock: Clock,
  ) {}

  /** Puts a person's translation in the place of whatever readers had; that is kept. */
  async show(
    tx: Tx,
    of: Translatable,
    { id, language, body, proposedBy }: Pick<Proposal, 'id' | 'language' | 'body' | 'proposedBy'>,
  ): Promise<void> {
    const { dyadId, ownerKind, owner, language: source } = of;
    const now = this.clock.now();
    await this.jobs.cancelOne(tx, owner, language);
    await this.translations.supersede(tx, owner, language, now);
    await this.translations.add(tx, {
      id,
      dyadId,
      ownerKind,
      owner,
      source,
      language,
      body,
      status: 'human',
      providedBy: proposedBy,
      madeAt: now,
      engine: null,
      engineVersion: null,
      via: null,
      whyNone: null,
      checks: [],
      unknownWords: [],
    });
    await this.proposals.close(tx, id, 'shown', now);
    await this.tellReaders(tx, of, language);
  }

  tellReaders(tx: Tx, of: Translatable, language: string): Promise<void> {
    return this.telling.readers(tx, of, language);
  }

  tellWriter(
    tx: Tx,
    { dyadId, owner }: Translatable,
    language: string,
    writer: string,
    kind: TranslationNewsKind,
  ): Promise<void> {
    return this.telling.member(tx, { dyadId, owner, language }, writer, kind);
  }
}
