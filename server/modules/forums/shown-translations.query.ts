import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import type { ModeratedItem, ShownContent } from '../moderation/moderated-content.port.js';
import type { Tx } from '../../platform/database/tx.js';
import { PlaceAccess } from './place-access.js';
import { PublishedPostRepository } from './published-post.repository.js';
import { TranslationsOfPosts } from './translations-of-posts.query.js';

/** Translations of posts as a reader has them now, with the original. */
@Injectable()
export class ShownTranslations {
  constructor(
    private readonly found: TranslationsOfPosts,
    private readonly posts: PublishedPostRepository,
    private readonly access: PlaceAccess,
  ) {}

  /** Nothing for one that is not shown, or is of a post that this member may not read. */
  async to(tx: Tx, member: DyadMember, { content }: ModeratedItem): Promise<ShownContent | undefined> {
    const found = await this.found.one(tx, content);
    if (!found?.translation.isShown || !found.revision.isShown) return undefined;
    const { post: id, owner } = found.revision;
    const placeRight = await this.access.rightAtPost(tx, member, id);
    const [post] = placeRight === 'none' ? [] : await this.posts.find(tx, [id]);
    if (!post || post.source === null || post.revisionId !== owner) return undefined;
    const { language, status, engine, body: text, providedBy } = found.translation;
    return {
      placeRight,
      revision: 1,
      words: { language: post.language, text: post.source, translations: [{ language, status, engine, text }] },
      // A machine's words are nobody's: whoever wrote the original may report what became of it.
      writer: providedBy ?? content,
    };
  }
}
