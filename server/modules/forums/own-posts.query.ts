import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { OwnPostView } from '../../../shared/forums/post.schema.js';
import { StandingReader } from '../moderation/standing.reader.js';
import type { Tx } from '../../platform/database/tx.js';
import { ForumViews } from './forum-views.query.js';
import { OwnPostRepository, type OwnPostRow } from './own-post.repository.js';
import { ownPostView } from './own-post.view.js';
import { sourceWithoutGone, withoutGone } from './quotes.js';
import { RichTexts } from './rich-texts.js';

/** What an author sees of their own posts that are not before readers: what they wait for, or why they came back. */
@Injectable()
export class OwnPosts {
  constructor(
    private readonly posts: OwnPostRepository,
    private readonly standings: StandingReader,
    private readonly texts: RichTexts,
    private readonly forumViews: ForumViews,
  ) {}

  async list(tx: Tx, member: DyadMember): Promise<OwnPostView[]> {
    return this.views(tx, member.dyadId, await this.posts.waiting(tx, member.memberId));
  }

  async one(tx: Tx, member: DyadMember, id: string): Promise<OwnPostView> {
    const row = await this.posts.find(tx, id, member.memberId);
    const [view] = row ? await this.views(tx, member.dyadId, [row]) : [];
    if (!view) throw new Failure('post.not_found');
    return view;
  }

  private async views(tx: Tx, dyadId: string, rows: readonly OwnPostRow[]): Promise<OwnPostView[]> {
    if (rows.length === 0) return [];
    const standings = await this.standings.of(
      tx,
      dyadId,
      rows.map((row) => row.id),
    );
    const usualMinutes = await this.standings.usualMinutes(tx, dyadId);
    const texts = rows.map((row) => ({ row, body: this.texts.of(row.revisionId, row.source, row.mentions) }));
    const gone = await this.forumViews.goneIn(
      tx,
      texts.map(({ body }) => body),
    );
    return texts.map(({ row, body }) => {
      const shown = { ...row, source: sourceWithoutGone(row.source, body, gone) };
      return ownPostView(shown, withoutGone(body, gone), standings.get(row.id), usualMinutes);
    });
  }
}
