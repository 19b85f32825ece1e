import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import type { PlaceRight } from '../../../shared/access/conditions.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { Tx } from '../../platform/database/tx.js';
import { PlaceAccess } from './place-access.js';
import type { PublishedPost } from './post-row.js';
import { PublishedPostRepository } from './published-post.repository.js';
import { TextReading } from './text-reading.js';

/** Posts that people translate: what they may read, into a language that somebody here reads. */
@Injectable()
export class TranslatablePosts {
  constructor(
    private readonly posts: PublishedPostRepository,
    private readonly reading: TextReading,
    private readonly access: PlaceAccess,
  ) {}

  /** @throws Failure `post.not_found` for what is not live, or not the member's to read; `translation.not_needed` */
  async find(
    tx: Tx,
    member: DyadMember,
    id: string,
    language: string,
  ): Promise<PublishedPost & { readonly placeRight: PlaceRight; readonly isForAll: boolean }> {
    const placeRight = await this.access.atPost(tx, member, id);
    const isForAll = await this.access.isForAll(tx, id);
    const [post] = await this.posts.find(tx, [id]);
    if (post?.state !== 'live') throw new Failure('post.not_found');
    if (!(await this.reading.languages(tx, member.dyadId)).includes(language))
      throw new Failure('translation.not_needed');
    return { ...post, placeRight, isForAll };
  }
}
