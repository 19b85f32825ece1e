import { Injectable } from '@nestjs/common';
import type { TranslationNewsKind } from '../../../../shared/translation/human-work.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { ForPeople, Translatable } from '../translations.port.js';
import { HumanWords } from './human-words.js';
import { ProposalRepository, type Proposal } from './proposal.repository.js';
import { TranslationTelling } from './translation-telling.js';

/** Puts people's translations before readers, and tells whom it concerns. */
@Injectable()
export class ProposalShowing {
  constructor(
    private readonly words: HumanWords,
    private readonly proposals: ProposalRepository,
    private readonly telling: TranslationTelling,
    private readonly clock: Clock,
  ) {}

  /** Puts a person's translation in the place of whatever readers had; that is kept. */
  async show(
    tx: Tx,
    of: ForPeople,
    { id, language, body, proposedBy }: Pick<Proposal, 'id' | 'language' | 'body' | 'proposedBy'>,
  ): Promise<void> {
    const { dyadId, ownerKind, owner, language: source } = of;
    const now = this.clock.now();
    const written = {
      id,
      dyadId,
      ownerKind,
      owner,
      source,
      language,
      body,
      status: 'human' as const,
      providedBy: proposedBy,
      madeAt: now,
      engine: null,
      engineVersion: null,
      via: null,
      recalled: null,
      whyNone: null,
      checks: [],
      unknownWords: [],
    };
    await this.words.put(tx, of, written, now);
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
