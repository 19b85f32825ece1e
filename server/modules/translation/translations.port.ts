import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { timeOrderedId } from '../../platform/ids/ids.js';
import type { OwnerKind } from './translation.events.js';
import { HumanWork } from './review/human-work.js';
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

/** A text for engines to translate. */
export interface ForEngines extends Translatable {
  /** Whether it may go to no engine of others, whatever both sides consent to. */
  readonly staysInside: boolean;
}

/** A text for people to translate. */
export interface ForPeople extends Translatable {
  /** Every member may read it where it stands; translations of no other text are remembered. */
  readonly isForAll: boolean;
}

/** How texts get their translations. Asking for one is a row in the asker's transaction; nobody waits for an engine. */
@Injectable()
export class Translations {
  constructor(
    private readonly translations: TranslationRepository,
    private readonly jobs: TranslationJobRepository,
    private readonly worker: TranslationWorker,
    private readonly people: HumanWork,
    private readonly clock: Clock,
  ) {}

  /**
   * Has a text translated into the given languages; its own language among them is left out.
   * @param restSeconds how long engines leave it, since its author may go on writing
   */
  async request(tx: Tx, of: ForEngines, targets: readonly string[], restSeconds = 0): Promise<void> {
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
    await this.translations.forgetPassages(tx, owners);
  }

  /** Readers do not have texts any more: what people and engines made of them is used for no other text. */
  async rest(tx: Tx, owners: readonly string[]): Promise<void> {
    await this.translations.rest(tx, owners, true);
    await this.translations.forgetPassages(tx, owners);
  }

  /** Readers have texts again. */
  wake(tx: Tx, owners: readonly string[]): Promise<void> {
    return this.translations.rest(tx, owners, false);
  }

  /** Notes that texts were written anew, and ends the engines' work on them; readers keep what was translated, as stale. */
  async outdate(tx: Tx, owners: readonly string[]): Promise<void> {
    if (owners.length === 0) return;
    await this.jobs.cancel(tx, owners);
    const now = this.clock.now();
    await this.people.outdate(tx, owners, await this.translations.outdate(tx, owners, now), now);
  }

  /** Deletes every translation of texts that were taken back, and the work on them. */
  async remove(tx: Tx, owners: readonly string[]): Promise<void> {
    await this.jobs.cancel(tx, owners);
    await this.people.remove(tx, owners);
    await this.translations.remove(tx, owners);
  }

  /** Notes that people were asked for a translation that nothing was known of. */
  addAsked(tx: Tx, of: Translatable, language: string): Promise<void> {
    return this.translations.add(tx, this.empty(of, language, 'asked'));
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
      recalled: null,
      checks: [],
      unknownWords: [],
      providedBy: null,
      whyNone: null,
      madeAt: null,
    };
  }
}
