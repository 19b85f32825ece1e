import { Injectable } from '@nestjs/common';
import type { InputOf } from '../../../../shared/contract/contract.js';
import type { DeskItem } from '../../../../shared/moderation/desk.schema.js';
import type { givePanelVerdict } from '../../../../shared/moderation/proposal.contract.js';
import type { Permit } from '../../../platform/access/permit.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { OpenProposals } from '../decisions/open-proposals.js';
import { DeskCards } from '../desk/desk-cards.query.js';
import { DecidableItems } from '../items/decidable-items.js';
import { PanelJudging } from './panel-judging.js';

/** What is said from the seats of panels. */
@Injectable()
export class PanelService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly items: DecidableItems,
    private readonly open: OpenProposals,
    private readonly judging: PanelJudging,
    private readonly cards: DeskCards,
  ) {}

  judge({ params, body, idempotency }: InputOf<typeof givePanelVerdict>, permit: Permit): Promise<DeskItem> {
    return this.unitOfWork.once({ dyadId: permit.member.dyadId }, permit, idempotency, async (tx) => {
      const { item } = await this.items.lock(tx, permit, 'desk.judge', params.item);
      const proposal = await this.open.requireEscalated(tx, item.id, params.proposal, body.actionHash);
      return this.cards.one(tx, await this.judging.judge(tx, permit.member, item, proposal, body));
    });
  }
}
