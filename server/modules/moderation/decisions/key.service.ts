import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';
import type { giveProposalKey, opposeProposal } from '../../../../shared/moderation/proposal.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DeskCards } from '../desk/desk-cards.query.js';
import { DecidableItems } from '../items/decidable-items.js';
import { KeyGiving } from './key-giving.js';
import { OpenProposals } from './open-proposals.js';

/** Keys for proposals of colleagues, and keys against them. */
@Injectable()
export class KeyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: DecidableItems,
    private readonly open: OpenProposals,
    private readonly giving: KeyGiving,
    private readonly cards: DeskCards,
  ) {}

  give({ params, body, idempotency }: InputOf<typeof giveProposalKey>, permit: Permit): Promise<DeskItem> {
    return this.unitOfWork.once({ dyadId: permit.member.dyadId }, permit, idempotency, async (tx) => {
      const { item } = await this.items.lock(tx, permit, 'desk.key', params.item);
      const proposal = await this.open.require(tx, item.id, params.proposal, body.actionHash);
      return this.cards.one(tx, await this.giving.give(tx, permit.member, item, proposal, body.proxyFor));
    });
  }

  oppose({ params, body, idempotency }: InputOf<typeof opposeProposal>, permit: Permit): Promise<DeskItem> {
    return this.unitOfWork.once({ dyadId: permit.member.dyadId }, permit, idempotency, async (tx) => {
      const { item } = await this.items.lock(tx, permit, 'desk.key', params.item);
      const proposal = await this.open.require(tx, item.id, params.proposal, body.actionHash);
      return this.cards.one(tx, await this.giving.oppose(tx, permit.member, item, proposal, body.note));
    });
  }
}
