import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../shared/contract/contract.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { askForTranslation, provideTranslation } from '../../../shared/translation/translation.contract.js';
import type { TranslationView } from '../../../shared/translation/translation.schema.js';
import { Translations, type Translatable } from '../translation/translations.port.js';
import type { Permit } from '../../platform/access/permit.js';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ForumViews } from './forum-views.query.js';
import type { PublishedPost } from './post-row.js';
import { TextReading } from './text-reading.js';
import { TranslatablePosts } from './translatable-posts.js';

/** People translating posts: asking for it, and doing it. Only what every reader may see can be translated. */
@Injectable()
export class PostTranslationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly posts: TranslatablePosts,
    private readonly translations: Translations,
    private readonly reading: TextReading,
    private readonly views: ForumViews,
  ) {}

  ask({ params, body, idempotency }: InputOf<typeof askForTranslation>, permit: Permit): Promise<TranslationView> {
    const { dyadId } = permit.member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      const post = await this.posts.find(tx, permit.member, params.post, body.language);
      permit.require('translation.ask', { placeRight: post.placeRight });
      await this.translations.ask(tx, translatable(dyadId, post), body.language);
      return this.view(tx, post, body.language);
    });
  }

  provide({ params, body, idempotency }: InputOf<typeof provideTranslation>, permit: Permit): Promise<TranslationView> {
    const { dyadId, memberId } = permit.member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      const post = await this.posts.find(tx, permit.member, params.post, params.language);
      permit.require('translation.provide', { placeRight: post.placeRight });
      if (post.revision !== body.revision) throw new Failure('post.revision_outdated');
      this.reading.tree(body.text);
      const { language } = params;
      await this.translations.provide(tx, translatable(dyadId, post), {
        language,
        text: body.text,
        providedBy: memberId,
        isForAll: post.isForAll,
      });
      return this.view(tx, post, language);
    });
  }

  private async view(tx: Tx, post: PublishedPost, language: string): Promise<TranslationView> {
    const [shown] = await this.views.posts(tx, [post]);
    const view = shown?.translations.find((one) => one.language === language);
    if (!view) throw new Failure('post.not_found');
    return view;
  }
}

const translatable = (dyadId: string, post: PublishedPost): Translatable => ({
  dyadId,
  ownerKind: 'post_revision',
  owner: post.revisionId,
  language: post.language,
  text: post.source ?? '',
});
