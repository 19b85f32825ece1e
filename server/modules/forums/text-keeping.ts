import { Injectable } from '@nestjs/common';
import { restOf } from '../../../shared/translation/retranslation.rules.js';
import { Translations } from '../translation/translations.port.js';
import { WithheldTranslations } from '../translation/withheld-translations.port.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { timeOrderedId } from '../../platform/ids/ids.js';
import { PostTextRepository, type EarlierRevision } from './post-text.repository.js';
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

  /** Keeps a revision and has it translated, an edited one after a rest; work on earlier ones that nobody reads ends. */
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
    const earlier = number > 1 ? await this.texts.before(tx, post, number) : [];
    // What readers have before them until this one passed the gate still gets its translations.
    await this.translations.cancel(tx, idsOf(earlier.filter(({ isShown }) => !isShown)));
    await this.translations.request(
      tx,
      { dyadId, ownerKind: 'post_revision', owner: id, language, text: text.text, staysInside },
      targets,
      this.rest(earlier),
    );
  }

  /** Whether a revision says this, word for word and in the same language. */
  async isSame(tx: Tx, post: string, revision: number, { text, language }: ReadText): Promise<boolean> {
    const [written] = await this.texts.numbered(tx, [{ post, revision }]);
    return written?.source === text && written.language === language;
  }

  /** Readers have another revision from now on: translations of those before it are of what was there before. */
  async outdateBefore(tx: Tx, post: string, number: number): Promise<void> {
    await this.translations.outdate(tx, idsOf(await this.texts.before(tx, post, number)));
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

  /** Readers do not have a post any more: what became of its words in other languages is used for no other post. */
  async hide(tx: Tx, post: string): Promise<void> {
    await this.translations.rest(tx, await this.texts.owners(tx, post));
  }

  /** Readers have a post again, but for what was taken out of it. */
  async showAgain(tx: Tx, post: string): Promise<void> {
    await this.translations.wake(tx, await this.texts.shownOwners(tx, post));
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

  private rest(earlier: readonly EarlierRevision[]): number {
    const now = this.clock.now().getTime();
    const [, ...edits] = earlier.map(({ writtenAt }) => (now - writtenAt.getTime()) / 1000);
    return earlier.length === 0 ? 0 : restOf(edits);
  }
}

const idsOf = (revisions: readonly EarlierRevision[]): string[] => revisions.map(({ id }) => id);
