import { Injectable } from '@nestjs/common';
import type { MemberView } from '../../../shared/dyads/dyad.schema.js';
import type { PostView, ThreadBrief } from '../../../shared/forums/post.schema.js';
import type { TranslationView } from '../../../shared/translation/translation.schema.js';
import { MemberReader } from '../dyads/member.reader.js';
import { TranslationReader, translationView, type TranslationFound } from '../translation/translation.reader.js';
import type { Tx } from '../../platform/database/tx.js';
import type { PublishedPost } from './post-row.js';
import { postView } from './post.view.js';
import { PublishedPostRepository } from './published-post.repository.js';
import { RichTexts, type Mentions } from './rich-texts.js';
import { ThreadRepository, type ThreadRow } from './thread.repository.js';
import { threadView } from './thread.view.js';

/** Dresses rows with authors and translations: two queries for a whole page, however long it is. */
@Injectable()
export class ForumViews {
  constructor(
    private readonly members: MemberReader,
    private readonly translations: TranslationReader,
    private readonly texts: RichTexts,
    private readonly publishedPosts: PublishedPostRepository,
    private readonly openThreads: ThreadRepository,
  ) {}

  /** Published posts by id, as they may be shown now. */
  async postsById(tx: Tx, ids: readonly string[]): Promise<PostView[]> {
    return this.posts(tx, await this.publishedPosts.find(tx, ids));
  }

  /** Threads by id, of those that can be seen. */
  async threadsById(tx: Tx, ids: readonly string[]): Promise<ThreadBrief[]> {
    return this.threads(tx, await this.openThreads.findOpen(tx, ids));
  }

  async posts(tx: Tx, rows: readonly PublishedPost[]): Promise<PostView[]> {
    return (await this.page(tx, [], rows)).posts;
  }

  async threads(tx: Tx, rows: readonly ThreadRow[]): Promise<ThreadBrief[]> {
    return (await this.page(tx, rows, [])).threads;
  }

  async page(
    tx: Tx,
    threads: readonly ThreadRow[],
    posts: readonly PublishedPost[],
  ): Promise<{ threads: ThreadBrief[]; posts: PostView[] }> {
    const authors = await this.authors(tx, [
      ...[...threads, ...posts].map((row) => row.authorId),
      ...posts.flatMap((row) => row.answeredId ?? []),
    ]);
    const translated = await this.translations.of(tx, [
      ...threads.map((thread) => thread.id),
      ...posts.filter((post) => post.state === 'live').map((post) => post.revisionId),
    ]);
    return {
      threads: threads.flatMap((row) => {
        const author = authors.get(row.authorId);
        return author ? [threadView(row, author, translated.get(row.id) ?? [])] : [];
      }),
      posts: posts.flatMap((row) => {
        const author = authors.get(row.authorId);
        const answers = (row.answeredId && authors.get(row.answeredId)) || null;
        return author ? [this.post(row, { author, answers }, translated.get(row.revisionId) ?? [])] : [];
      }),
    };
  }

  /** Translations with their Markdown read; names mentioned in the original are mentioned in them too. */
  translationViews(found: readonly TranslationFound[], mentions: Mentions | null): TranslationView[] {
    return found.map((one) =>
      translationView(one, one.body === null ? null : this.texts.of(one.id, one.body, mentions)),
    );
  }

  private post(
    row: PublishedPost,
    people: Parameters<typeof postView>[1],
    found: readonly TranslationFound[],
  ): PostView {
    const body = row.source === null ? null : this.texts.of(row.revisionId, row.source, row.mentions);
    return postView(row, people, body, this.translationViews(found, row.mentions));
  }

  private async authors(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, MemberView>> {
    return ids.length === 0 ? new Map() : this.members.views(tx, [...new Set(ids)]);
  }
}
