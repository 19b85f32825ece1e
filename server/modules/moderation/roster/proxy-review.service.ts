import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';
import type { confirmProxyKey } from '../../../../shared/moderation/proposal.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { OpenProposals } from '../decisions/open-proposals.js';
import { DeskCards } from '../desk/desk-cards.query.js';
import { DecidableItems } from '../items/decidable-items.js';
import { ProxyReview } from './proxy-review.js';

/** What a side says to keys that were given for it. */
@Injectable()
export class ProxyReviewService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: DecidableItems,
    private readonly open: OpenProposals,
    private readonly review: ProxyReview,
    private readonly cards: DeskCards,
  ) {}

  confirm({ params, body, idempotency }: InputOf<typeof confirmProxyKey>, permit: Permit): Promise<DeskItem> {
    return this.unitOfWork.once({ dyadId: permit.member.dyadId }, permit, idempotency, async (tx) => {
      const { item } = await this.items.lock(tx, permit, 'desk.judge', params.item);
      const proposal = await this.open.find(tx, item.id, params.proposal);
      return this.cards.one(tx, await this.review.confirm(tx, permit.member, item, proposal, body.note));
    });
  }
}
