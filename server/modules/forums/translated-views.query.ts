import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import type { Side } from '../../../shared/access/actor.js';
import { standingOf } from '../../../shared/translation/human-work.rules.js';
import type { TranslationView } from '../../../shared/translation/translation.schema.js';
import { MemberReader } from '../dyads/member.reader.js';
import { Clock } from '../../platform/clock/clock.js';
import { dayOf } from '../../platform/clock/day.js';
import type { Tx } from '../../platform/database/tx.js';
import { ForumViews } from './forum-views.query.js';
import type { PublishedPost } from './post-row.js';
import { RichTexts } from './rich-texts.js';

/** What somebody just wrote, and readers do not have yet. */
interface Waiting {
  readonly id: string;
  readonly language: string;
  readonly text: string;
  readonly by: { readonly memberId: string; readonly side: Side };
}

/** One translation of a post, as whoever just did something about it sees it. */
@Injectable()
export class TranslatedViews {
  constructor(
    private readonly views: ForumViews,
    private readonly texts: RichTexts,
    private readonly members: MemberReader,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `post.text_unreadable` */
  requireReadable(text: string): void {
    this.texts.read(text);
  }

  /** What readers have in a language. */
  async shown(tx: Tx, post: PublishedPost, language: string): Promise<TranslationView> {
    const [view] = await this.views.posts(tx, [post]);
    const found = view?.translations.find((one) => one.language === language && one.stale === null);
    if (!found) throw new Failure('post.not_found');
    return found;
  }

  async waiting(tx: Tx, post: PublishedPost, { id, language, text, by }: Waiting): Promise<TranslationView> {
    const credits = await this.members.credits(tx, [by.memberId]);
    return {
      id,
      language,
      status: 'human',
      body: this.texts.of(id, text, post.mentions),
      engine: null,
      via: null,
      memory: null,
      whyNone: null,
      madeOn: dayOf(this.clock.now()),
      by: credits.get(by.memberId) ?? null,
      standing: standingOf([by.side]),
      disputed: false,
      doubts: [],
      unknownWords: [],
      stale: null,
    };
  }
}
