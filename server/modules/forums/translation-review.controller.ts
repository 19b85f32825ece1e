import { Controller } from '@nestjs/common';
import type { AnswerOf, InputOf } from '../../../shared/contract/contract.js';
import {
  acceptTranslation,
  confirmDispute,
  declineDispute,
  declineTranslation,
  disputeTranslation,
  readTranslation,
} from '../../../shared/translation/human-work.contract.js';
import type { Permit } from '../../platform/access/permit.js';
import { Allowed, Endpoint, Input } from '../../platform/http/endpoint.js';
import { TranslationReviewService } from './translation-review.service.js';

@Controller()
export class TranslationReviewController {
  constructor(private readonly reviews: TranslationReviewService) {}

  @Endpoint(readTranslation)
  async read(
    @Input() input: InputOf<typeof readTranslation>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof readTranslation>> {
    return this.reviews.read(input, permit);
  }

  @Endpoint(acceptTranslation)
  async accept(
    @Input() input: InputOf<typeof acceptTranslation>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof acceptTranslation>> {
    return this.reviews.accept(input, permit);
  }

  @Endpoint(declineTranslation)
  async decline(
    @Input() input: InputOf<typeof declineTranslation>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof declineTranslation>> {
    return this.reviews.decline(input, permit);
  }

  @Endpoint(disputeTranslation)
  async dispute(
    @Input() input: InputOf<typeof disputeTranslation>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof disputeTranslation>> {
    return this.reviews.dispute(input, permit);
  }

  @Endpoint(declineDispute)
  async declineDispute(
    @Input() input: InputOf<typeof declineDispute>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof declineDispute>> {
    return this.reviews.declineDispute(input, permit);
  }

  @Endpoint(confirmDispute)
  async confirmDispute(
    @Input() input: InputOf<typeof confirmDispute>,
    @Allowed() permit: Permit,
  ): Promise<AnswerOf<typeof confirmDispute>> {
    return this.reviews.confirmDispute(input, permit);
  }
}
