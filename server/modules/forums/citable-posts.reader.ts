import { Injectable } from '@nestjs/common';
import type { TopicView } from '../../../shared/forums/post.schema.js';
import { plainText } from '../../../shared/language/plain-text.js';
import { TranslationReader, type TranslationFound } from '../translation/translation.reader.js';
import { dayOf } from '../../platform/clock/day.js';
import type { Tx } from '../../platform/database/tx.js';
import { CitablePostRepository, type CitableRow } from './citable-post.repository.js';
import { RichTexts, type Mentions } from './rich-texts.js';

type InBoth = TopicView['title'];

/** `held` by moderators; `gone`: taken back or removed. */
export type CitableState = 'there' | 'held' | 'gone';

/** A post of the forum as a member may know it. */
export interface CitablePost {
  readonly name: string;
  readonly state: CitableState;
  readonly place: { readonly thread: string; readonly post: string };
  /** The title of its thread and how its text begins, each with its translations; nothing unless it is there. */
  readonly said: { readonly thread: InBoth; readonly words: InBoth; readonly on: string } | null;
}

/** How many letters of a post are enough to know it again. */
const beginning = 160;

/** Posts of the forum for texts that cite them, by names that say nothing: neither who wrote them nor when. */
@Injectable()
export class CitablePosts {
  constructor(
    private readonly posts: CitablePostRepository,
    private readonly translations: TranslationReader,
    private readonly texts: RichTexts,
  ) {}

  /** Those that were published in the forum of this dyad; two queries, however many are asked for. */
  async named(tx: Tx, dyadId: string, names: readonly string[]): Promise<CitablePost[]> {
    return this.dressed(tx, await this.posts.named(tx, dyadId, names));
  }

  /** The same for whoever is no member: no word of them is even read. */
  async states(tx: Tx, dyadId: string, names: readonly string[]): Promise<ReadonlyMap<string, CitableState>> {
    const rows = await this.posts.states(tx, dyadId, names);
    return new Map(rows.map(({ name, state }) => [name, stateOf(state)]));
  }

  /**
   * Live posts with all these words, in the original or in one translation; newest first. Without words, the newest.
   * @param words in lower case
   */
  async saying(tx: Tx, dyadId: string, words: readonly string[], limit: number): Promise<CitablePost[]> {
    const translated = words.length === 0 ? [] : await this.translations.saying(tx, dyadId, words);
    return this.dressed(tx, await this.posts.saying(tx, dyadId, words, translated, limit));
  }

  private async dressed(tx: Tx, rows: readonly CitableRow[]): Promise<CitablePost[]> {
    const live = rows.filter(({ state }) => state === 'live');
    const found = await this.translations.of(tx, [...new Set(live.flatMap((row) => [row.thread, row.revisionId]))]);
    return rows.map((row) => ({
      name: row.name,
      state: stateOf(row.state),
      place: { thread: row.thread, post: row.id },
      said: this.saidBy(row, found),
    }));
  }

  private saidBy(row: CitableRow, found: ReadonlyMap<string, readonly TranslationFound[]>): CitablePost['said'] {
    const { thread, title, titleIsWhole, titleLanguage, revisionId, language, source, mentions, publishedAt } = row;
    if (source === null) return null;
    const isWhole = title !== '' && titleIsWhole;
    const ofTitle = isWhole ? (found.get(thread) ?? []).flatMap(translated((body) => body)) : [];
    const ofText = (found.get(revisionId) ?? []).flatMap(
      translated((body, id) => this.beginningOf(id, body, mentions)),
    );
    return {
      thread: { text: title, language: titleLanguage, translations: ofTitle },
      words: { text: this.beginningOf(revisionId, source, mentions), language, translations: ofText },
      on: dayOf(publishedAt),
    };
  }

  private beginningOf(key: string, source: string, mentions: Mentions | null): string {
    const letters = [...plainText(this.texts.of(key, source, mentions)).replaceAll(/\s+/g, ' ')];
    return letters.length > beginning ? `${letters.slice(0, beginning).join('').trimEnd()}…` : letters.join('');
  }
}

const stateOf = (state: CitableRow['state']): CitableState =>
  state === 'live' ? 'there' : state === 'held' ? 'held' : 'gone';

const translated =
  (read: (body: string, id: string) => string) =>
  ({ id, language, body, status }: TranslationFound): InBoth['translations'] =>
    body === null ? [] : [{ language, text: read(body, id), status }];
