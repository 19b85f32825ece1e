import { Injectable } from '@nestjs/common';
import type { MemberView } from '../../../shared/dyads/dyad.schema.js';
import type { PostView, ThreadBrief } from '../../../shared/forums/post.schema.js';
import type { RichText } from '../../../shared/language/rich-text.js';
import type { TranslationView } from '../../../shared/translation/translation.schema.js';
import { MemberReader } from '../dyads/member.reader.js';
import { translationView, type TranslationFound } from '../translation/translation.reader.js';
import type { Tx } from '../../platform/database/tx.js';
import type { PublishedPost } from './post-row.js';
import type { RevisionRow } from './post-text.repository.js';
import { PostTranslations, type TranslationsOfPost } from './post-translations.query.js';
import { postView } from './post.view.js';
import { PublishedPostRepository } from './published-post.repository.js';
import { quotedIn, quotesNothingGone, withoutGone } from './quotes.js';
import { RichTexts, type Mentions } from './rich-texts.js';
import { ThreadRepository, type ThreadRow } from './thread.repository.js';
import { threadView } from './thread.view.js';

/** The words of a post, its translations, and which of the posts it quotes have no words any more. */
interface Words {
  readonly body: RichText | null;
  readonly found: TranslationsOfPost;
  readonly gone: ReadonlySet<string>;
}

/** Dresses rows with authors and translations: two queries for a whole page, however long it is. */
@Injectable()
export class ForumViews {
  constructor(
    private readonly members: MemberReader,
    private readonly translations: PostTranslations,
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
    const { titles, ofPosts } = await this.translations.of(
      tx,
      threads.map(({ id }) => id),
      posts,
    );
    const bodies = new Map(posts.flatMap((row) => (row.source === null ? [] : [[row.id, this.bodyOf(row)] as const])));
    const earlier = [...ofPosts.values()].flatMap(({ stale }) =>
      stale.map(({ revision }) => this.earlierBody(revision)),
    );
    const gone = await this.goneIn(tx, [...bodies.values(), ...earlier]);
    return {
      threads: threads.flatMap((row) => {
        const author = authors.get(row.authorId);
        return author ? [threadView(row, author, titles.get(row.id) ?? [])] : [];
      }),
      posts: posts.flatMap((row) => {
        const author = authors.get(row.authorId);
        const answers = (row.answeredId && authors.get(row.answeredId)) || null;
        const body = bodies.get(row.id) ?? null;
        const found = ofPosts.get(row.id) ?? untranslated;
        return author ? [this.post(row, { author, answers }, { body, found, gone })] : [];
      }),
    };
  }

  /** Of the posts that texts quote by name, those whose words are held or were taken away. */
  goneIn(tx: Tx, texts: readonly RichText[]): Promise<ReadonlySet<string>> {
    return this.publishedPosts.gone(tx, [...new Set(texts.flatMap(quotedIn))]);
  }

  /** Translations with their Markdown read; names mentioned in the original are mentioned in them too. */
  translationViews(found: readonly TranslationFound[], mentions: Mentions | null): TranslationView[] {
    return found.map((one) =>
      translationView(one, one.body === null ? null : this.texts.of(one.id, one.body, mentions)),
    );
  }

  private post(row: PublishedPost, people: Parameters<typeof postView>[1], { body, found, gone }: Words): PostView {
    if (body === null) return postView(row, people, null, []);
    const stale = found.stale.flatMap(({ translation, revision }) =>
      withoutQuotesOf(gone, this.earlierBody(revision), this.translationViews([translation], revision.mentions)).map(
        (view) => ({ ...view, stale: { revision: revision.number } }),
      ),
    );
    const current = withoutQuotesOf(gone, body, this.translationViews(found.current, row.mentions));
    return postView(row, people, withoutGone(body, gone), [...stale, ...current]);
  }

  private earlierBody({ id, source, mentions }: RevisionRow): RichText {
    return this.texts.of(id, source, mentions);
  }

  private bodyOf({ revisionId, source, mentions }: PublishedPost): RichText {
    return this.texts.of(revisionId, source ?? '', mentions);
  }

  private async authors(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, MemberView>> {
    return ids.length === 0 ? new Map() : this.members.views(tx, [...new Set(ids)]);
  }
}

const untranslated: TranslationsOfPost = { current: [], stale: [] };

/** Without words of posts that are gone, and without translations that may have some. */
const withoutQuotesOf = (
  gone: ReadonlySet<string>,
  original: RichText,
  translations: readonly TranslationView[],
): TranslationView[] =>
  translations
    .filter(({ body }) => body === null || quotesNothingGone(gone, original, body))
    .map((one) => ({ ...one, body: one.body && withoutGone(one.body, gone) }));
