import { Injectable } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import type {
  acceptTranslation,
  confirmDispute,
  declineDispute,
  declineTranslation,
  disputeTranslation,
  readTranslation,
} from '../../../shared/translation/human-work.contract.js';
import { TranslationDisputes } from '../translation/review/translation-disputes.port.js';
import { TranslationReviews } from '../translation/review/translation-reviews.port.js';
import type { Permit } from '../../platform/access/permit.js';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { TranslatablePosts, type TranslatablePost } from './translatable-posts.js';
import { TranslationDossierViews } from './translation-dossier-views.query.js';

type Dossier = AnswerOf<typeof readTranslation>;
type OfLanguage = InputOf<typeof readTranslation>['params'];

/** Nobody wrote what a machine made. */
const nobody = '';

/** Judging and disputing translations of posts. */
@Injectable()
export class TranslationReviewService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly posts: TranslatablePosts,
    private readonly reviews: TranslationReviews,
    private readonly disputes: TranslationDisputes,
    private readonly views: TranslationDossierViews,
  ) {}

  read({ params }: InputOf<typeof readTranslation>, permit: Permit): Promise<Dossier> {
    return this.unitOfWork.run({ dyadId: permit.member.dyadId }, async (tx) => {
      const found = await this.find(tx, permit, params);
      permit.require('translation.view', found);
      return this.views.of(tx, permit.member, found, params.language);
    });
  }

  accept({ params, body, idempotency }: InputOf<typeof acceptTranslation>, permit: Permit): Promise<Dossier> {
    return this.done(permit, idempotency, params, async (tx, found) => {
      const judged = await this.reviews.judged(tx, found.of, params.language, body.translation);
      permit.require('translation.review', { ...found, authorId: judged.writer ?? nobody });
      await this.reviews.accept(tx, found.of, params.language, judged, permit.member);
    });
  }

  decline({ params, body, idempotency }: InputOf<typeof declineTranslation>, permit: Permit): Promise<Dossier> {
    return this.done(permit, idempotency, params, async (tx, found) => {
      const judged = await this.reviews.judged(tx, found.of, params.language, body.translation);
      permit.require('translation.review', { ...found, authorId: judged.writer ?? nobody });
      await this.reviews.decline(tx, found.of, judged, permit.member, body.reason);
    });
  }

  dispute({ params, body, idempotency }: InputOf<typeof disputeTranslation>, permit: Permit): Promise<Dossier> {
    return this.done(permit, idempotency, params, async (tx, found) => {
      permit.require('translation.dispute', found);
      const objection = { ...body, by: permit.member, author: found.post.authorId };
      await this.disputes.open(tx, found.of, params.language, objection);
    });
  }

  declineDispute({ params, body, idempotency }: InputOf<typeof declineDispute>, permit: Permit): Promise<Dossier> {
    return this.done(permit, idempotency, params, async (tx, found) => {
      const { dispute, writer } = await this.disputes.find(tx, found.of, params.language, params.dispute);
      permit.require('translation.decline_dispute', { ...found, authorId: writer ?? nobody });
      await this.disputes.decline(tx, found.of, dispute, permit.member, body.reason);
    });
  }

  confirmDispute({ params, idempotency }: InputOf<typeof confirmDispute>, permit: Permit): Promise<Dossier> {
    return this.done(permit, idempotency, params, async (tx, found) => {
      permit.require('translation.confirm_dispute', { ...found, authorId: found.post.authorId });
      const { dispute } = await this.disputes.find(tx, found.of, params.language, params.dispute);
      await this.disputes.confirm(tx, found.of, dispute);
    });
  }

  private find(tx: Tx, permit: Permit, { post, language }: OfLanguage): Promise<TranslatablePost> {
    return this.posts.find(tx, permit.member, post, language);
  }

  /** Does it once, and answers with what there is then. */
  private done(
    permit: Permit,
    idempotency: InputOf<typeof acceptTranslation>['idempotency'],
    params: OfLanguage,
    act: (tx: Tx, found: TranslatablePost) => Promise<void>,
  ): Promise<Dossier> {
    return this.unitOfWork.once({ dyadId: permit.member.dyadId }, permit, idempotency, async (tx) => {
      const found = await this.find(tx, permit, params);
      await act(tx, found);
      return this.views.of(tx, permit.member, found, params.language);
    });
  }
}
