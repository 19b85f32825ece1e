import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import { plainText } from '../../../shared/language/plain-text.js';
import { humanWork } from '../../../shared/translation/human-work.rules.js';
import { skillOf } from '../../../shared/translation/language-skill.rules.js';
import type { TranslationNews, TranslationWork } from '../../../shared/translation/human-work.schema.js';
import { MemberReader } from '../dyads/member.reader.js';
import { TranslationWorkList } from '../translation/review/translation-work.port.js';
import { dayOf } from '../../platform/clock/day.js';
import type { Tx } from '../../platform/database/tx.js';
import { ForumViews } from './forum-views.query.js';
import { PlaceAccess } from './place-access.js';
import { TranslatedPlaceRepository, type TranslatedRevision } from './translated-place.repository.js';

const excerptLength = 160;

/** What waits for people who translate, as one of them sees it: only what they may read. */
@Injectable()
export class TranslationWorkViews {
  constructor(
    private readonly works: TranslationWorkList,
    private readonly places: TranslatedPlaceRepository,
    private readonly access: PlaceAccess,
    private readonly views: ForumViews,
    private readonly members: MemberReader,
  ) {}

  async work(
    tx: Tx,
    member: DyadMember,
    direction: { readonly from?: string | undefined; readonly to?: string | undefined },
  ): Promise<TranslationWork[]> {
    const waiting = await this.works.waiting(tx, member.dyadId, member.memberId, direction);
    const readable = await this.readable(tx, member, [...new Set(waiting.map(({ owner }) => owner))]);
    const posts = await this.views.postsById(
      tx,
      [...readable.values()].map(({ post }) => post),
    );
    const claims = await this.works.claims(tx, [...readable.keys()]);
    const languages = await this.members.languages(tx, member.memberId);
    const found = waiting.flatMap(({ owner, language: target, source, reasons, since }) => {
      const place = readable.get(owner);
      const body = posts.find(({ id }) => id === place?.post)?.body;
      const claim = claims.find((one) => one.owner === owner && one.language === target);
      if (!place || !body) return [];
      return [
        {
          post: place.post,
          thread: place.thread,
          language: source,
          target,
          reasons,
          since: dayOf(since),
          excerpt: plainText(body).slice(0, excerptLength),
          skill: skillOf(languages, source, target),
          claim: claim ? { isOwn: claim.member === member.memberId, until: claim.until.toISOString() } : null,
        },
      ];
    });
    return found.slice(0, humanWork.queueAtMost);
  }

  async news(tx: Tx, member: DyadMember): Promise<TranslationNews[]> {
    const news = await this.works.newsOf(tx, member.dyadId, member.memberId);
    const revisions = await this.places.revisionsOf(tx, [...new Set(news.map(({ owner }) => owner))]);
    return news.flatMap(({ id, kind, owner, language: target, at }) => {
      const place = revisions.find((one) => one.owner === owner);
      return place ? [{ id, kind, target, post: place.post, thread: place.thread, on: dayOf(at) }] : [];
    });
  }

  /** Texts that readers have now, and this member may read. */
  private async readable(
    tx: Tx,
    member: DyadMember,
    owners: readonly string[],
  ): Promise<ReadonlyMap<string, TranslatedRevision>> {
    const shown = (await this.places.revisionsOf(tx, owners)).filter(({ isShown }) => isShown);
    const topics = new Map<string, boolean>();
    for (const topicId of new Set(shown.map((one) => one.topicId)))
      topics.set(topicId, await this.access.readsTopic(tx, member, topicId));
    return new Map(shown.filter(({ topicId }) => topics.get(topicId)).map((one) => [one.owner, one]));
  }
}
