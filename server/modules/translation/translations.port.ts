import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { Facts } from '../../platform/events/facts.js';
import { timeOrderedId } from '../../platform/ids/ids.js';
import { translationReady, type OwnerKind } from './translation.events.js';
import { TranslationJobRepository } from './translation-job.repository.js';
import { TranslationRepository, type NewTranslation } from './translation.repository.js';
import { TranslationWorker } from './translation-worker.js';

/** A text of ours that others should be able to read. */
export interface Translatable {
  readonly dyadId: string;
  readonly ownerKind: OwnerKind;
  readonly owner: string;
  readonly language: string;
  readonly text: string;
}

/** A translation that a person wrote. */
export interface Provided {
  readonly language: string;
  readonly text: string;
  readonly providedBy: string;
}

/** How texts get their translations. Asking for one is a row in the asker's transaction; nobody waits for an engine. */
@Injectable()
export class Translations {
  constructor(
    private readonly translations: TranslationRepository,
    private readonly jobs: TranslationJobRepository,
    private readonly worker: TranslationWorker,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  /**
   * Has a text translated into the given languages; its own language among them is left out.
   * @param restSeconds how long engines leave it, since its author may go on writing
   */
  async request(tx: Tx, of: Translatable, targets: readonly string[], restSeconds = 0): Promise<void> {
    const now = this.clock.now();
    for (const target of targets) {
      if (target === of.language) continue;
      await this.translations.add(tx, this.empty(of, target, 'pending'));
      await this.jobs.add(
        tx,
        { ...of, id: timeOrderedId(now), source: of.language, target },
        this.clock.in({ seconds: restSeconds }),
      );
    }
    tx.afterCommit(() => this.worker.wake());
  }

  /** Ends the engines' work on texts that are not current any more; what they find later is dropped. */
  async cancel(tx: Tx, owners: readonly string[]): Promise<void> {
    await this.jobs.cancel(tx, owners);
  }

  /** Notes that texts were written anew, and ends the engines' work on them; readers keep what was translated, as stale. */
  async outdate(tx: Tx, owners: readonly string[]): Promise<void> {
    if (owners.length === 0) return;
    await this.jobs.cancel(tx, owners);
    await this.translations.outdate(tx, owners, this.clock.now());
  }

  /** Deletes every translation of texts that were taken back, and the work on them. */
  async remove(tx: Tx, owners: readonly string[]): Promise<void> {
    await this.jobs.cancel(tx, owners);
    await this.translations.remove(tx, owners);
  }

  /**
   * Asks people for a translation that no engine made, or made doubtfully, or that moderators removed. A doubtful text
   * stays until a better one is there.
   * @throws Failure `translation.not_needed` when there is a good one, or an engine is still at work
   */
  async ask(tx: Tx, of: Translatable, target: string): Promise<void> {
    if (target === of.language) throw new Failure('translation.not_needed');
    const current = await this.translations.lock(tx, of.owner, target);
    if (current && !['unavailable', 'asked', 'doubtful', 'removed'].includes(current.status))
      throw new Failure('translation.not_needed');
    if (!current) await this.translations.add(tx, this.empty(of, target, 'asked'));
    else if (current.status === 'unavailable') await this.translations.mark(tx, of.owner, target, 'asked');
    else return;
    await this.tell(tx, of, target);
  }

  /** Puts a person's translation in the place of whatever was there; the earlier one is kept. */
  async provide(tx: Tx, of: Translatable, { language, text, providedBy }: Provided): Promise<void> {
    if (language === of.language) throw new Failure('translation.not_needed');
    const now = this.clock.now();
    await this.jobs.cancelOne(tx, of.owner, language);
    await this.translations.supersede(tx, of.owner, language, now);
    await this.translations.add(tx, { ...this.empty(of, language, 'human'), body: text, providedBy, madeAt: now });
    await this.tell(tx, of, language);
  }

  private tell(tx: Tx, { dyadId, ownerKind, owner }: Translatable, language: string): Promise<void> {
    return this.facts.record(tx, dyadId, translationReady, { ownerKind, owner, language });
  }

  private empty(of: Translatable, language: string, status: NewTranslation['status']): NewTranslation {
    return {
      id: timeOrderedId(this.clock.now()),
      dyadId: of.dyadId,
      ownerKind: of.ownerKind,
      owner: of.owner,
      source: of.language,
      language,
      status,
      body: null,
      engine: null,
      engineVersion: null,
      via: null,
      checks: [],
      unknownWords: [],
      providedBy: null,
      madeAt: null,
    };
  }
}
