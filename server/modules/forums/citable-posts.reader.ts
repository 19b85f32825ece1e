import { Injectable } from '@nestjs/common';
import type { PostView, ThreadBrief } from '../../../shared/forums/post.schema.js';
import { plainText } from '../../../shared/language/plain-text.js';
import type { RichText } from '../../../shared/language/rich-text.js';
import { TranslationReader } from '../translation/translation.reader.js';
import type { Tx } from '../../platform/database/tx.js';
import { CitablePostRepository, type CitableRow } from './citable-post.repository.js';
import { ForumViews } from './forum-views.query.js';
import { ThreadRepository } from './thread.repository.js';

type Words = ThreadBrief['title'];

/** `held` by moderators; `gone`: taken back or removed. */
export type CitableState = 'there' | 'held' | 'gone';

/** A post of the forum as a member may know it. */
export interface CitablePost {
  readonly name: string;
  readonly state: CitableState;
  readonly place: { readonly thread: string; readonly post: string };
  /** How its text begins and, where that may be shown, the title of its thread; nothing unless it is there. */
  readonly said: { readonly thread: Words | null; readonly words: Words; readonly on: string } | null;
}

/** How many letters of a post are enough to know it again. */
const beginning = 160;

/** Posts of the forum for texts that cite them, by names that say nothing: neither who wrote them nor when. */
@Injectable()
export class CitablePosts {
  constructor(
    private readonly posts: CitablePostRepository,
    private readonly threads: ThreadRepository,
    private readonly translations: TranslationReader,
    private readonly views: ForumViews,
  ) {}

  /** Those that were published in the forum of this dyad; as many queries for one as for many. */
  async named(tx: Tx, dyadId: string, names: readonly string[]): Promise<CitablePost[]> {
    return this.dressed(tx, await this.posts.named(tx, dyadId, names));
  }

  /** The same for whoever is no member: no word of them is even read. */
  async states(tx: Tx, dyadId: string, names: readonly string[]): Promise<ReadonlyMap<string, CitableState>> {
    const rows = await this.posts.named(tx, dyadId, names);
    return new Map(rows.map(({ name, state }) => [name, stateOf(state)]));
  }

  /**
   * Live posts with all these words: in the original, in one translation, or in the title of their thread; newest first.
   * Without words, the newest.
   * @param words in lower case
   */
  async saying(tx: Tx, dyadId: string, words: readonly string[], limit: number): Promise<CitablePost[]> {
    const translated = words.length === 0 ? [] : await this.translations.saying(tx, dyadId, words);
    const threads = words.length === 0 ? [] : await this.threads.called(tx, dyadId, words, translated);
    return this.dressed(tx, await this.posts.saying(tx, dyadId, words, { translated, threads }, limit));
  }

  /** What posts say is read the way it is for every page: what may not be shown there is not here either. */
  private async dressed(tx: Tx, rows: readonly CitableRow[]): Promise<CitablePost[]> {
    const live = rows.filter(({ state }) => state === 'live');
    const posts = await this.views.postsById(
      tx,
      live.map(({ id }) => id),
    );
    const threads = await this.views.threadsById(tx, [...new Set(live.map(({ thread }) => thread))]);
    return rows.map(({ name, id, thread, state }) => {
      const post = posts.find((one) => one.id === id);
      const title = threads.find((one) => one.id === thread)?.title;
      return { name, state: stateOf(state), place: { thread, post: id }, said: post ? saidBy(post, title) : null };
    });
  }
}

const stateOf = (state: CitableRow['state']): CitableState =>
  state === 'live' ? 'there' : state === 'held' ? 'held' : 'gone';

function saidBy(
  { body, language, translations, publishedAt }: PostView,
  title: Words | undefined,
): CitablePost['said'] {
  if (body === null) return null;
  const ofText = translations.flatMap((one) =>
    one.body === null ? [] : [{ language: one.language, text: beginningOf(one.body), status: one.status }],
  );
  return {
    // A title that may not be shown is empty.
    thread: title === undefined || title.text === '' ? null : title,
    words: { text: beginningOf(body), language, translations: ofText },
    on: publishedAt.slice(0, 'yyyy-mm-dd'.length),
  };
}

function beginningOf(text: RichText): string {
  const letters = [...plainText(text).replaceAll(/\s+/g, ' ')];
  return letters.length > beginning ? `${letters.slice(0, beginning).join('').trimEnd()}…` : letters.join('');
}
