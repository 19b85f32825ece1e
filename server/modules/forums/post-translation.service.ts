import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { askForTranslation, provideTranslation } from '../../../shared/translation/translation.contract.js';
import type { TranslationView } from '../../../shared/translation/translation.schema.js';
import { TranslationProposals } from '../translation/review/translation-proposals.port.js';
import { TranslationRequests } from '../translation/review/translation-requests.port.js';
import type { Permit } from '../../platform/access/permit.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { TranslatablePosts } from './translatable-posts.js';
import { TranslatedViews } from './translated-views.query.js';

/** People translating posts: asking for it, and doing it. Only what every reader may see can be translated. */
@Injectable()
export class PostTranslationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly posts: TranslatablePosts,
    private readonly requests: TranslationRequests,
    private readonly proposals: TranslationProposals,
    private readonly views: TranslatedViews,
  ) {}

  ask({ params, body, idempotency }: InputOf<typeof askForTranslation>, permit: Permit): Promise<TranslationView> {
    const { dyadId, memberId } = permit.member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      const { post, of, placeRight } = await this.posts.find(tx, permit.member, params.post, body.language);
      permit.require('translation.ask', { placeRight });
      await this.requests.ask(tx, of, body.language, memberId);
      return this.views.shown(tx, post, body.language);
    });
  }

  provide(
    { params, body, idempotency }: InputOf<typeof provideTranslation>,
    permit: Permit,
  ): Promise<AnswerOf<typeof provideTranslation>> {
    const { dyadId, memberId, side, roles, strong } = permit.member;
    const { language } = params;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      const found = await this.posts.find(tx, permit.member, params.post, language);
      const { post, of, mode, placeRight, languageSkill } = found;
      permit.require('translation.provide', { placeRight, languageSkill });
      if (post.revision !== body.revision) throw new Failure('post.revision_outdated');
      this.views.requireReadable(body.text);
      const by = { memberId, side, moderates: strong && roles.includes('moderator') };
      const { id, waits } = await this.proposals.propose(tx, of, { language, text: body.text, mode, by });
      const view = waits
        ? await this.views.waiting(tx, post, { id, text: body.text, language, by })
        : await this.views.shown(tx, post, language);
      return { ...view, waits };
    });
  }
}
