import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import type { ProposalDraft } from '../../../../shared/moderation/proposal.schema.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Item } from '../items/item.js';
import { OpenProposals } from './open-proposals.js';
import type { Proposal } from './proposal.js';
import { ProposalDrafting } from './proposal-drafting.js';
import { Proposals } from './proposals.js';

/** From what a moderator says to what is proposed about a locked item, and to other words for it. */
@Injectable()
export class ProposalWording {
  constructor(
    private readonly drafting: ProposalDrafting,
    private readonly proposals: Proposals,
    private readonly open: OpenProposals,
  ) {}

  /** @throws InvalidRequest for a draft that fits no item */
  check(tx: Tx, member: DyadMember, draft: ProposalDraft): Promise<void> {
    return this.drafting.check(tx, member, draft);
  }

  /** @param bulk what a checked draft is proposed in together with others */
  async propose(
    tx: Tx,
    member: DyadMember,
    item: Item,
    draft: ProposalDraft,
    bulk: string | null = null,
  ): Promise<Item> {
    return this.proposals.open(tx, member, item, await this.drafting.action(tx, member, item, draft), bulk);
  }

  async amend(tx: Tx, member: DyadMember, item: Item, id: string, draft: ProposalDraft): Promise<Item> {
    const proposal = await this.open.require(tx, item.id, id);
    await this.drafting.check(tx, member, draft);
    return this.proposals.amend(tx, member, item, proposal, await this.drafting.action(tx, member, item, draft));
  }

  require(tx: Tx, item: string, id: string, actionHash: string): Promise<Proposal> {
    return this.open.require(tx, item, id, actionHash);
  }
}
