import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { previewPost, readPostHistory } from '../../../shared/forums/post.contract.js';
import type { PostView } from '../../../shared/forums/post.schema.js';
import { looksLike } from '../../../shared/language/detect-language.js';
import type { Permit } from '../../platform/access/permit.js';
import type { Tx } from '../../platform/database/tx.js';
import { ForumViews } from './forum-views.query.js';
import { PlaceAccess } from './place-access.js';
import { PostTextRepository } from './post-text.repository.js';
import { sourceWithoutGone, withoutGone } from './quotes.js';
import { RichTexts, sourceWithShownNames } from './rich-texts.js';
import { TextReading } from './text-reading.js';

/** Single posts: as published, with their history, and as they would look. */
@Injectable()
export class PostReading {
  constructor(
    private readonly views: ForumViews,
    private readonly history: PostTextRepository,
    private readonly reading: TextReading,
    private readonly texts: RichTexts,
    private readonly access: PlaceAccess,
  ) {}

  /** @throws Failure `post.not_found` also for a post where the caller may not read */
  async published(tx: Tx, permit: Permit, id: string): Promise<PostView> {
    permit.require('thread.read', { placeRight: await this.access.atPost(tx, permit.member, id) });
    return this.find(tx, id);
  }

  /** @throws Failure `post.not_found` also for a post where the caller may not read */
  async revisions(tx: Tx, permit: Permit, id: string): Promise<AnswerOf<typeof readPostHistory>> {
    permit.require('post.history', { placeRight: await this.access.atPost(tx, permit.member, id) });
    const post = await this.find(tx, id);
    if (post.state !== 'live') throw new Failure('post.not_found');
    const rows = (await this.history.shown(tx, id)).map((row) => ({
      ...row,
      body: this.texts.of(row.id, row.source, row.mentions),
    }));
    const gone = await this.views.goneIn(
      tx,
      rows.map(({ body }) => body),
    );
    return {
      revisions: rows.map(({ number, source, mentions, language, body, writtenAt }) => ({
        revision: number,
        source: sourceWithoutGone(sourceWithShownNames(source, mentions), body, gone),
        language,
        body: withoutGone(body, gone),
        writtenAt: writtenAt.toISOString(),
      })),
    };
  }

  async preview(
    tx: Tx,
    dyadId: string,
    draft: InputOf<typeof previewPost>['body'],
  ): Promise<AnswerOf<typeof previewPost>> {
    const { body, text, language, targets } = await this.reading.read(tx, dyadId, draft);
    return { body, looksLike: looksLike(text, language, targets) ?? null };
  }

  private async find(tx: Tx, id: string): Promise<PostView> {
    const [post] = await this.views.postsById(tx, [id]);
    if (!post) throw new Failure('post.not_found');
    return post;
  }
}
