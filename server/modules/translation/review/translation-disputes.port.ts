import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import { isOfOtherSide, type DisputeKind } from '../../../../shared/translation/human-work.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { timeOrderedId } from '../../../platform/ids/ids.js';
import { TranslationRepository } from '../translation.repository.js';
import type { Translatable } from '../translations.port.js';
import { DisputeRepository, type Dispute } from './dispute.repository.js';
import type { Worker } from './translation-proposals.port.js';
import { TranslationTelling } from './translation-telling.js';

/** What somebody says is wrong. */
export interface Objection {
  readonly translation: string;
  readonly kind: DisputeKind;
  readonly words: string;
  readonly by: Worker;
  /** Whoever wrote the original: they are told when its meaning is in question. */
  readonly author: string;
}

/**
 * Disputes about translations. Readers see that one is disputed until both sides stand behind another, or somebody of the
 * other side than whoever disputes it says why it is right.
 */
@Injectable()
export class TranslationDisputes {
  constructor(
    private readonly translations: TranslationRepository,
    private readonly disputes: DisputeRepository,
    private readonly telling: TranslationTelling,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `translation.closed` when readers have another by now; `translation.disputed` by the same person */
  async open(
    tx: Tx,
    of: Translatable,
    language: string,
    { translation, kind, words, by, author }: Objection,
  ): Promise<void> {
    const { dyadId, owner } = of;
    const current = await this.translations.lock(tx, owner, language);
    if (current?.id !== translation || current.body === null) throw new Failure('translation.closed');
    const at = this.clock.now();
    const { memberId: disputedBy, side } = by;
    const dispute = { id: timeOrderedId(at), dyadId, owner, language, translation, kind, words, disputedBy, side, at };
    if (!(await this.disputes.add(tx, dispute))) throw new Failure('translation.disputed');
    if (kind === 'meaning' && author !== disputedBy) await this.telling.member(tx, dispute, author, 'meaning_disputed');
    await this.telling.readers(tx, of, language);
  }

  /** A dispute with whoever wrote the translation, locked. @throws Failure `request.not_found`, `translation.closed` */
  async find(
    tx: Tx,
    of: Translatable,
    language: string,
    id: string,
  ): Promise<{ readonly dispute: Dispute; readonly writer: string | null }> {
    const dispute = await this.disputes.lock(tx, id, { owner: of.owner, language });
    if (!dispute) throw new Failure('request.not_found');
    if (dispute.state !== 'open') throw new Failure('translation.closed');
    const current = await this.translations.lock(tx, of.owner, language);
    return { dispute, writer: current?.providedBy ?? null };
  }

  /** @throws Failure `access.other_side` */
  async decline(tx: Tx, of: Translatable, dispute: Dispute, by: Worker, reason: string): Promise<void> {
    if (!isOfOtherSide(by.side, dispute.side)) throw new Failure('access.other_side');
    await this.disputes.decline(tx, dispute.id, reason, this.clock.now());
    await this.telling.member(tx, dispute, dispute.disputedBy, 'dispute_declined');
    await this.telling.readers(tx, of, dispute.language);
  }

  /** The author says so, too. */
  async confirm(tx: Tx, of: Translatable, dispute: Dispute): Promise<void> {
    await this.disputes.confirm(tx, dispute.id, this.clock.now());
    await this.telling.readers(tx, of, dispute.language);
  }

  /** Both sides stand behind a translation: what was said of others is resolved. */
  async correct(tx: Tx, { dyadId, owner }: Translatable, language: string, by: string): Promise<void> {
    const target = { owner, language };
    for (const { disputedBy } of await this.disputes.correct(tx, target, by, this.clock.now()))
      await this.telling.member(tx, { ...target, dyadId }, disputedBy, 'dispute_corrected');
  }
}
