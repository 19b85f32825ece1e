import { Injectable } from '@nestjs/common';
import { TranslationReader, type TranslationFound } from '../translation/translation.reader.js';
import type { Tx } from '../../platform/database/tx.js';
import type { PublishedPost } from './post-row.js';
import { PostTextRepository, type RevisionRow } from './post-text.repository.js';

/** A translation of what a post said before, with the revision that it is of. */
export interface StaleTranslation {
  readonly translation: TranslationFound;
  readonly revision: RevisionRow;
}

/** What there is of one post in other languages. */
export interface TranslationsOfPost {
  readonly current: readonly TranslationFound[];
  readonly stale: readonly StaleTranslation[];
}

type Found = ReadonlyMap<string, readonly TranslationFound[]>;

/**
 * Translations of posts, and of what posts said before they were edited: readers keep these until there is a translation
 * of the newest words; what a person wrote they keep for as long as only a machine has translated these.
 */
@Injectable()
export class PostTranslations {
  constructor(
    private readonly texts: PostTextRepository,
    private readonly translations: TranslationReader,
  ) {}

  /** The translations of the titles of threads, and those of posts by the post, in a fixed number of queries. */
  async of(
    tx: Tx,
    threads: readonly string[],
    posts: readonly PublishedPost[],
  ): Promise<{ readonly titles: Found; readonly ofPosts: ReadonlyMap<string, TranslationsOfPost> }> {
    const live = posts.filter(({ state }) => state === 'live');
    const found = await this.translations.of(tx, [...threads, ...live.map(({ revisionId }) => revisionId)]);
    const stale = await this.stale(tx, live, found);
    const ofPosts = live.map((post) => {
      const current = found.get(post.revisionId) ?? [];
      return [post.id, { current, stale: stale.get(post.id) ?? [] }] as const;
    });
    return { titles: found, ofPosts: new Map(ofPosts) };
  }

  private async stale(
    tx: Tx,
    posts: readonly PublishedPost[],
    current: Found,
  ): Promise<ReadonlyMap<string, readonly StaleTranslation[]>> {
    const lacking = posts.filter((post) => mayLack(post) && lackedBy(current.get(post.revisionId)).length > 0);
    if (lacking.length === 0) return new Map();
    const revisions = await this.texts.shownBefore(
      tx,
      lacking.map(({ revisionId }) => revisionId),
    );
    const earlier = await this.translations.of(
      tx,
      revisions.map(({ id }) => id),
    );
    return new Map(lacking.map((post) => [post.id, kept(post, revisions, earlier, current.get(post.revisionId))]));
  }
}

const mayLack = ({ revision, source }: PublishedPost): boolean => revision > 1 && source !== null;

/** Translations that do not take the place of what people wrote about earlier words. */
const lackedBy = (current: readonly TranslationFound[] = []): readonly TranslationFound[] =>
  current.filter(({ status }) => status !== 'human' && status !== 'held' && status !== 'removed');

function kept(
  post: PublishedPost,
  revisions: readonly RevisionRow[],
  found: Found,
  current: readonly TranslationFound[] | undefined,
): StaleTranslation[] {
  const earlier = revisions
    .filter((revision) => revision.post === post.id)
    .flatMap((revision) => (found.get(revision.id) ?? []).map((translation) => ({ translation, revision })))
    .filter(({ translation }) => translation.body !== null);
  return lackedBy(current).flatMap(({ language, body }) => {
    const here = earlier.filter(({ translation }) => translation.language === language);
    const byPerson = here.find(({ translation }) => translation.status === 'human');
    const shown = byPerson ?? (body === null ? here[0] : undefined);
    return shown ? [shown] : [];
  });
}
