import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import type {
  dismissTranslationNews,
  giveBackTranslation,
  listTranslationWork,
  takeUpTranslation,
} from '../../../shared/translation/human-work.contract.js';
import { TranslationWorkList } from '../translation/review/translation-work.port.js';
import type { Permit } from '../../platform/access/permit.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { TranslatablePosts } from './translatable-posts.js';
import { TranslationDossierViews } from './translation-dossier-views.query.js';
import { TranslationWorkViews } from './translation-work-views.query.js';

/** The list of what waits for people who translate, and taking something from it. */
@Injectable()
export class TranslationWorkService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly works: TranslationWorkList,
    private readonly posts: TranslatablePosts,
    private readonly views: TranslationWorkViews,
    private readonly dossiers: TranslationDossierViews,
  ) {}

  list({ query }: InputOf<typeof listTranslationWork>, permit: Permit): Promise<AnswerOf<typeof listTranslationWork>> {
    const { member } = permit;
    return this.unitOfWork.run({ dyadId: member.dyadId }, async (tx) => ({
      work: await this.views.work(tx, member, query),
      news: await this.views.news(tx, member),
    }));
  }

  takeUp({ params }: InputOf<typeof takeUpTranslation>, permit: Permit): Promise<AnswerOf<typeof takeUpTranslation>> {
    const { dyadId, memberId } = permit.member;
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const found = await this.posts.find(tx, permit.member, params.post, params.language);
      permit.require('translation.claim', found);
      await this.works.take(tx, dyadId, { owner: found.of.owner, language: params.language }, memberId);
      return this.dossiers.of(tx, permit.member, found, params.language);
    });
  }

  giveBack({ params }: InputOf<typeof giveBackTranslation>, permit: Permit): Promise<void> {
    const { dyadId, memberId } = permit.member;
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const found = await this.posts.find(tx, permit.member, params.post, params.language);
      permit.require('translation.claim', found);
      await this.works.giveBack(tx, { owner: found.of.owner, language: params.language }, memberId);
    });
  }

  dismiss({ params }: InputOf<typeof dismissTranslationNews>, permit: Permit): Promise<void> {
    const { dyadId, memberId } = permit.member;
    return this.unitOfWork.run({ dyadId }, (tx) => this.works.dismiss(tx, memberId, params.news));
  }
}
