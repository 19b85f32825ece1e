import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import type { PlaceRight, TopicMode } from '../../../shared/access/conditions.js';
import { Failure } from '../../../shared/contract/failure.js';
import { skillOf, type LanguageSkill } from '../../../shared/translation/language-skill.rules.js';
import { MemberReader } from '../dyads/member.reader.js';
import type { ForPeople } from '../translation/translations.port.js';
import type { Tx } from '../../platform/database/tx.js';
import { PlaceAccess } from './place-access.js';
import type { PublishedPost } from './post-row.js';
import { PublishedPostRepository } from './published-post.repository.js';
import { TextReading } from './text-reading.js';
import { TranslatedPlaceRepository } from './translated-place.repository.js';

/** A post that a member works with, and what they can do there. */
export interface TranslatablePost {
  readonly post: PublishedPost;
  readonly of: ForPeople;
  /** How posts reach readers in its topic. */
  readonly mode: TopicMode;
  readonly placeRight: PlaceRight;
  readonly languageSkill: LanguageSkill;
}

/** Posts that people translate: what they may read, into a language that somebody here reads. */
@Injectable()
export class TranslatablePosts {
  constructor(
    private readonly posts: PublishedPostRepository,
    private readonly places: TranslatedPlaceRepository,
    private readonly reading: TextReading,
    private readonly access: PlaceAccess,
    private readonly members: MemberReader,
  ) {}

  /** @throws Failure `post.not_found` for what is not live, or not the member's to read; `translation.not_needed` */
  async find(tx: Tx, member: DyadMember, id: string, language: string): Promise<TranslatablePost> {
    const placeRight = await this.access.atPost(tx, member, id);
    const [post] = await this.posts.find(tx, [id]);
    if (post?.state !== 'live') throw new Failure('post.not_found');
    const isSpoken = (await this.reading.languages(tx, member.dyadId)).includes(language);
    if (!isSpoken || language === post.language) throw new Failure('translation.not_needed');
    return {
      post,
      of: translatable(member.dyadId, post, await this.access.isForAll(tx, id)),
      mode: await this.places.modeAt(tx, id),
      placeRight,
      languageSkill: skillOf(await this.members.languages(tx, member.memberId), post.language, language),
    };
  }
}

const translatable = (dyadId: string, post: PublishedPost, isForAll: boolean): ForPeople => ({
  dyadId,
  ownerKind: 'post_revision',
  owner: post.revisionId,
  language: post.language,
  text: post.source ?? '',
  isForAll,
});
