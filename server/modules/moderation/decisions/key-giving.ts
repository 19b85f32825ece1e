import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Item } from '../items/item.js';
import { actorOf } from '../items/item-steps.service.js';
import { ProxyKeys } from '../roster/proxy-keys.js';
import { Escalation } from './escalation.js';
import { Outcomes } from './outcomes.js';
import type { Proposal } from './proposal.js';
import { Proposals } from './proposals.js';

/** What a key of another moderator does with an open proposal about a locked item. */
@Injectable()
export class KeyGiving {
  constructor(
    private readonly proposals: Proposals,
    private readonly proxies: ProxyKeys,
    private readonly escalation: Escalation,
    private readonly outcomes: Outcomes,
  ) {}

  /** @throws Failure `moderation.proxy_not_possible`, `moderation.conflict_of_interest` */
  async give(tx: Tx, member: DyadMember, item: Item, proposal: Proposal, proxyFor: 'a' | 'b' | null): Promise<Item> {
    if (proxyFor !== null) await this.proxies.require(tx, member, proposal, proxyFor);
    const keyed = await this.proposals.give(tx, member, item, proposal, proxyFor);
    if (proxyFor !== null) await this.proxies.haveReviewed(tx, proposal);
    return keyed;
  }

  /** A panel decides what is opposed; but who opposes that a decision is reopened ends the reopening. */
  async oppose(tx: Tx, member: DyadMember, item: Item, proposal: Proposal, note: string): Promise<Item> {
    await this.proposals.oppose(tx, member, proposal, note);
    const step = { actor: actorOf(member), note };
    return proposal.measure === 'reopen'
      ? this.outcomes.end(tx, item, proposal, 'refused', step)
      : this.escalation.raise(tx, item, proposal, { ...step, event: 'oppose' });
  }
}
