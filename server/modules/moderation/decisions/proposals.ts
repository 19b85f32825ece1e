import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { Failure } from '../../../../shared/contract/failure.js';
import { classOf, isDecided } from '../../../../shared/moderation/decision-classes.rules.js';
import type { ItemEvent } from '../../../../shared/moderation/moderation.lifecycle.js';
import type { ProposedAction } from '../../../../shared/moderation/proposal.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Item } from '../items/item.js';
import { actorOf, ItemSteps, type Step } from '../items/item-steps.service.js';
import { KeyRepository } from './key.repository.js';
import { Outcomes } from './outcomes.js';
import { hashOfAction, payloadOf, type KeptKey, type Proposal } from './proposal.js';
import { expiryOf } from './proposal-clock.js';
import { ProposalKeeping } from './proposal-keeping.js';

/** What one does with a key beside giving it. */
type KeyStep = Pick<Step, 'note' | 'policyVersion' | 'reason'> & { readonly event: ItemEvent };

/** What moderators do with proposals about locked items: open, change, give keys. The key that completes one enacts it. */
@Injectable()
export class Proposals {
  constructor(
    private readonly keeping: ProposalKeeping,
    private readonly keys: KeyRepository,
    private readonly steps: ItemSteps,
    private readonly outcomes: Outcomes,
    private readonly clock: Clock,
  ) {}

  /** Opens a proposal, with its first key. @throws Failure `moderation.conflict_of_interest` */
  async open(
    tx: Tx,
    member: DyadMember,
    item: Item,
    action: ProposedAction,
    bulk: string | null = null,
  ): Promise<Item> {
    const openedAt = this.clock.now();
    const decisionClass = classOf(action);
    const proposal: Proposal = {
      ...action,
      id: this.steps.newId(),
      dyadId: item.dyadId,
      class: decisionClass,
      actionHash: hashOfAction(action),
      state: 'open',
      proposedBy: member.memberId,
      proposedSide: member.side,
      openedAt,
      expiresAt: expiryOf(decisionClass, openedAt),
      bulk,
    };
    const { reason, policyVersion } = action;
    await this.keeping.add(tx, proposal);
    return this.key(tx, member, item, proposal, null, { event: 'propose', reason, policyVersion }, action);
  }

  /** Another wording takes the place of a proposal's; whoever words it gives the first key for it. */
  async amend(tx: Tx, member: DyadMember, item: Item, proposal: Proposal, action: ProposedAction): Promise<Item> {
    const decisionClass = classOf(action);
    const amended: Proposal = {
      ...proposal,
      ...action,
      class: decisionClass,
      actionHash: hashOfAction(action),
      expiresAt: expiryOf(decisionClass, proposal.openedAt),
    };
    if (amended.actionHash === proposal.actionHash) throw new Failure('moderation.step_not_possible');
    const { reason, policyVersion } = action;
    await this.keeping.reword(tx, amended);
    return this.key(tx, member, item, amended, null, { event: 'amend', reason, policyVersion }, action);
  }

  give(tx: Tx, member: DyadMember, item: Item, proposal: Proposal, proxyFor: 'a' | 'b' | null): Promise<Item> {
    return this.key(tx, member, item, proposal, proxyFor, { event: 'key' });
  }

  /** Notes a key against a proposal. */
  async oppose(tx: Tx, member: DyadMember, proposal: Proposal, note: string): Promise<void> {
    await this.keys.add(tx, proposal.dyadId, this.keyOf(member, proposal, { verdict: 'oppose', note, proxyFor: null }));
  }

  private async key(
    tx: Tx,
    member: DyadMember,
    item: Item,
    proposal: Proposal,
    proxyFor: 'a' | 'b' | null,
    step: KeyStep,
    action?: ProposedAction,
  ): Promise<Item> {
    const key = this.keyOf(member, proposal, { verdict: 'give', note: '', proxyFor });
    await this.keys.add(tx, proposal.dyadId, key);
    const keyed = await this.steps.take(tx, item, {
      ...step,
      id: key.id,
      actor: actorOf(member),
      payload: { ...payloadOf(proposal), ...(proxyFor && { proxyFor }), ...(action && { action }) },
    });
    const given = await this.keys.of(tx, [proposal.id]);
    return isDecided(proposal.class, proposal.actionHash, given)
      ? this.outcomes.enact(tx, keyed, proposal, 'keys', key.id)
      : keyed;
  }

  private keyOf(
    { memberId, side }: DyadMember,
    { id, actionHash }: Proposal,
    said: Pick<KeptKey, 'verdict' | 'note' | 'proxyFor'>,
  ): KeptKey {
    return { ...said, id: this.steps.newId(), proposal: id, memberId, side, actionHash, at: this.clock.now() };
  }
}
