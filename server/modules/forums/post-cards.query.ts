import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import type { PostView } from '../../../shared/forums/post.schema.js';
import type { DeskContext } from '../../../shared/moderation/desk.schema.js';
import type { ContentCard, ModeratedItem, PlaceName } from '../moderation/moderated-content.port.js';
import { TranslationReader } from '../translation/translation.reader.js';
import type { Tx } from '../../platform/database/tx.js';
import { ForumViews } from './forum-views.query.js';
import { PostCardRepository } from './post-card.repository.js';
import { PostSurroundings } from './post-surroundings.query.js';
import { RichTexts } from './rich-texts.js';
import { jointTitle } from './topic.view.js';

/** Posts as the desk shows them: the waiting words, their translations, what they answer, and what stands around them. */
@Injectable()
export class PostCards {
  constructor(
    private readonly cards: PostCardRepository,
    private readonly translations: TranslationReader,
    private readonly views: ForumViews,
    private readonly texts: RichTexts,
    private readonly around: PostSurroundings,
  ) {}

  /** By item id; a fixed number of queries for a whole page of the desk. */
  async of(tx: Tx, items: readonly ModeratedItem[]): Promise<ReadonlyMap<string, ContentCard>> {
    const rows = await this.cards.of(tx, items);
    const translated = await this.translations.of(
      tx,
      rows.map((row) => row.revisionId),
    );
    const answered = await this.answered(
      tx,
      rows.flatMap((row) => row.replyTo ?? []),
    );
    return new Map(
      rows.map((row) => [
        row.item,
        {
          thread: row.thread,
          threadTitle: row.threadTitle,
          topicTitle: jointTitle(row.topicTitle, row.topicId, row.topicErased),
          language: row.language,
          source: row.source,
          body: this.texts.of(row.revisionId, row.source, row.mentions),
          translations: this.views.translationViews(translated.get(row.revisionId) ?? [], row.mentions),
          replyTo: row.replyTo === null ? null : (answered.get(row.replyTo) ?? null),
        },
      ]),
    );
  }

  surroundings(tx: Tx, item: ModeratedItem): Promise<DeskContext> {
    return this.around.of(tx, item);
  }

  placeFor(tx: Tx, member: DyadMember, place: PlaceName): Promise<PlaceName> {
    return this.around.placeFor(tx, member, place);
  }

  private async answered(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, ContentCard['replyTo']>> {
    if (ids.length === 0) return new Map();
    const posts = await this.views.postsById(tx, [...new Set(ids)]);
    return new Map(posts.flatMap((post) => (post.body === null ? [] : [[post.id, context(post, post.body)] as const])));
  }
}

const context = ({ author, language }: PostView, body: NonNullable<PostView['body']>): ContentCard['replyTo'] => ({
  author,
  language,
  body,
});
