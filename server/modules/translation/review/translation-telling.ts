import { Injectable } from '@nestjs/common';
import type { TranslationNewsKind } from '../../../../shared/translation/human-work.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Facts } from '../../../platform/events/facts.js';
import { timeOrderedId } from '../../../platform/ids/ids.js';
import { translationReady, type OwnerKind } from '../translation.events.js';
import { NewsRepository } from './news.repository.js';
import type { Target } from './proposal.repository.js';

/** Tells readers that a translation is not what it was, and members what became of their part in it. */
@Injectable()
export class TranslationTelling {
  constructor(
    private readonly facts: Facts,
    private readonly news: NewsRepository,
    private readonly clock: Clock,
  ) {}

  readers(tx: Tx, of: { dyadId: string; ownerKind: OwnerKind; owner: string }, language: string): Promise<void> {
    const { dyadId, ownerKind, owner } = of;
    return this.facts.record(tx, dyadId, translationReady, { ownerKind, owner, language });
  }

  async member(
    tx: Tx,
    { dyadId, owner, language }: Target & { readonly dyadId: string },
    member: string,
    kind: TranslationNewsKind,
  ): Promise<void> {
    const at = this.clock.now();
    await this.news.add(tx, { id: timeOrderedId(at), dyadId, owner, language, member, kind, at });
  }
}
