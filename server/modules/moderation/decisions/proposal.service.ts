import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';
import type {
  amendProposal,
  proposeDecision,
  retractProposal,
} from '../../../../shared/moderation/proposal.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DeskCards } from '../desk/desk-cards.query.js';
import { DecidableItems } from '../items/decidable-items.js';
import { actorOf } from '../items/item-steps.service.js';
import { Outcomes } from './outcomes.js';
import { ProposalWording } from './proposal-wording.js';

/** Proposing what needs keys: opening it, wording it anew, taking it back. */
@Injectable()
export class ProposalService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: DecidableItems,
    private readonly wording: ProposalWording,
    private readonly outcomes: Outcomes,
    private readonly cards: DeskCards,
  ) {}

  propose({ params, body, idempotency }: InputOf<typeof proposeDecision>, permit: Permit): Promise<DeskItem> {
    const { version, ...draft } = body;
    return this.unitOfWork.once({ dyadId: permit.member.dyadId }, permit, idempotency, async (tx) => {
      const { item } = await this.items.lockAt(tx, permit, 'desk.propose', params.item, version);
      await this.wording.check(tx, permit.member, draft);
      return this.cards.one(tx, await this.wording.propose(tx, permit.member, item, draft));
    });
  }

  amend({ params, body, idempotency }: InputOf<typeof amendProposal>, permit: Permit): Promise<DeskItem> {
    const { version, ...draft } = body;
    return this.unitOfWork.once({ dyadId: permit.member.dyadId }, permit, idempotency, async (tx) => {
      const { item } = await this.items.lockAt(tx, permit, 'desk.propose', params.item, version);
      return this.cards.one(tx, await this.wording.amend(tx, permit.member, item, params.proposal, draft));
    });
  }

  /** @throws Failure `moderation.not_own_proposal` */
  retract({ params, body, idempotency }: InputOf<typeof retractProposal>, permit: Permit): Promise<DeskItem> {
    return this.unitOfWork.once({ dyadId: permit.member.dyadId }, permit, idempotency, async (tx) => {
      const { item } = await this.items.lock(tx, permit, 'desk.propose', params.item);
      const proposal = await this.wording.require(tx, item.id, params.proposal, body.actionHash);
      if (proposal.proposedBy !== permit.member.memberId) throw new Failure('moderation.not_own_proposal');
      const ended = await this.outcomes.end(tx, item, proposal, 'retracted', { actor: actorOf(permit.member) });
      return this.cards.one(tx, ended);
    });
  }
}
