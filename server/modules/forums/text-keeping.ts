import { Injectable } from '@nestjs/common';
import { Translations } from '../translation/translations.port.js';
import { WithheldTranslations } from '../translation/withheld-translations.port.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { timeOrderedId } from '../../platform/ids/ids.js';
import { PostTextRepository } from './post-text.repository.js';
import { quotedIn } from './quotes.js';
import type { ReadText } from './text-reading.js';

/** Keeps words together with what must live and die with them: mentions, and translations. */
@Injectable()
export class TextKeeping {
  constructor(
    private readonly texts: PostTextRepository,
    private readonly translations: Translations,
    private readonly withheld: WithheldTranslations,
    private readonly clock: Clock,
  ) {}

  /** Keeps a revision and has it translated; work on earlier ones ends. */
  async keep(tx: Tx, dyadId: string, post: string, number: number, text: ReadText): Promise<void> {
    const id = timeOrderedId(this.clock.now());
    const { language, mentions, targets, body } = text;
    await this.texts.add(tx, {
      id,
      dyadId,
      post,
      number,
      language,
      mentions,
      quotes: quotedIn(body),
      source: text.text,
      writtenAt: this.clock.now(),
    });
    const staysInside = await this.texts.staysInside(tx, post);
    if (number > 1) await this.translations.cancel(tx, await this.texts.olderThan(tx, post, number));
    await this.translations.request(
      tx,
      { dyadId, ownerKind: 'post_revision', owner: id, language, text: text.text, staysInside },
      targets,
    );
  }

  /** Has the title of a thread translated into the languages of its first post's translations. */
  async keepTitle(
    tx: Tx,
    dyadId: string,
    { thread, post }: { readonly thread: string; readonly post: string },
    title: string,
    { language, targets }: ReadText,
  ): Promise<void> {
    const staysInside = await this.texts.staysInside(tx, post);
    await this.translations.request(
      tx,
      { dyadId, ownerKind: 'thread_title', owner: thread, language, text: title, staysInside },
      targets,
    );
  }

  /**
   * Deletes the words of a post, every revision of them, and every translation.
   * @returns the translations that there were
   */
  async erase(tx: Tx, post: string): Promise<string[]> {
    const owners = await this.texts.erase(tx, post);
    const translations = await this.withheld.idsOf(tx, owners);
    await this.translations.remove(tx, owners);
    return translations;
  }
}
