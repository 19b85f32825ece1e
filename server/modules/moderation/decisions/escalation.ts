import { Injectable } from '@nestjs/common';
import { classOf } from '../../../../shared/moderation/decision-classes.rules.js';
import type { ReasonCode } from '../../../../shared/moderation/reasons.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Item } from '../items/item.js';
import { ItemSteps, type Step } from '../items/item-steps.service.js';
import { PanelDrawing } from '../panels/panel-drawing.js';
import { hashOfAction, payloadOf, type Proposal } from './proposal.js';
import { ProposalClosing } from './proposal-closing.js';
import { ProposalRepository } from './proposal.repository.js';

/** Puts cases before a panel: because somebody opposes, or because time ran out where danger is meant. */
@Injectable()
export class Escalation {
  constructor(
    private readonly steps: ItemSteps,
    private readonly proposals: ProposalRepository,
    private readonly closing: ProposalClosing,
    private readonly panels: PanelDrawing,
    private readonly clock: Clock,
  ) {}

  /** @param step what brings it there: it leads the item to `escalated` */
  async raise(tx: Tx, item: Item, proposal: Proposal, step: Omit<Step, 'payload'>): Promise<Item> {
    const raised = await this.steps.take(tx, item, { ...step, payload: payloadOf(proposal) });
    await this.closing.handOver(tx, proposal);
    return this.panels.convene(tx, raised, { proposalId: proposal.id });
  }

  /** A hold for danger ran out, and nobody proposed anything: the panel is asked whether the words are removed. */
  async raiseHold(tx: Tx, item: Item, reason: ReasonCode, policyVersion: number): Promise<Item> {
    const openedAt = this.clock.now();
    const action = {
      item: item.id,
      revision: item.revision,
      measure: 'remove',
      passages: [],
      sanction: null,
      reason,
      policyVersion,
      article: null,
      facts: {},
    } as const;
    const proposal: Proposal = {
      ...action,
      id: this.steps.newId(),
      dyadId: item.dyadId,
      class: classOf(action),
      actionHash: hashOfAction(action),
      state: 'escalated',
      proposedBy: null,
      proposedSide: null,
      openedAt,
      expiresAt: openedAt,
      bulk: null,
    };
    await this.proposals.add(tx, proposal);
    const payload = { ...payloadOf(proposal), action };
    const raised = await this.steps.take(tx, item, { event: 'expire', reason, payload });
    return this.panels.convene(tx, raised, { proposalId: proposal.id });
  }
}
