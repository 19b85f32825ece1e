import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import { humanWork } from '../../../../shared/translation/human-work.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { TranslationRepository } from '../translation.repository.js';
import { Translations, type Translatable } from '../translations.port.js';
import { TranslationTelling } from './translation-telling.js';
import { WorkRepository } from './work.repository.js';

const hourSeconds = 3600;

/** Asking people for translations. */
@Injectable()
export class TranslationRequests {
  constructor(
    private readonly all: Translations,
    private readonly translations: TranslationRepository,
    private readonly works: WorkRepository,
    private readonly telling: TranslationTelling,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks people for a translation that nobody made, or a machine did, or that moderators removed. What a machine made stays
   * until a better one is there.
   * @throws Failure `translation.not_needed` when a person made one, or an engine is still at work; `request.too_fast`
   */
  async ask(tx: Tx, of: Translatable, language: string, member: string): Promise<void> {
    if (language === of.language) throw new Failure('translation.not_needed');
    const { owner, dyadId } = of;
    const current = await this.translations.lock(tx, owner, language);
    if (current && ['human', 'pending', 'held'].includes(current.status)) throw new Failure('translation.not_needed');
    await this.within(tx, member);
    await this.works.ask(tx, dyadId, { owner, language }, member, this.clock.now());
    if (!current) await this.all.addAsked(tx, of, language);
    else if (current.status === 'unavailable') await this.translations.ask(tx, owner, language);
    else return;
    await this.telling.readers(tx, of, language);
  }

  private async within(tx: Tx, member: string): Promise<void> {
    const now = this.clock.now();
    const asked = await this.works.askedSince(tx, member, this.clock.in({ hours: -1 }));
    const [first] = asked.slice(-humanWork.requestsAnHour);
    if (first === undefined || asked.length < humanWork.requestsAnHour) return;
    const seconds = hourSeconds - Math.floor((now.getTime() - first.getTime()) / 1000);
    throw new Failure('request.too_fast', { seconds: Math.max(1, seconds) });
  }
}
