import { Injectable } from '@nestjs/common';
import type { ItemEvent } from '../../../../shared/moderation/moderation.lifecycle.js';
import type { ProposalState } from '../../../../shared/moderation/proposal.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Deadlines } from '../deadlines/deadlines.js';
import type { Item } from '../items/item.js';
import { ItemSteps, type Step } from '../items/item-steps.service.js';
import { Measures, type Decision } from './measure.port.js';
import { actionOfProposal, payloadOf, type Proposal } from './proposal.js';
import { ProposalClosing } from './proposal-closing.js';

/** A way for a proposal to come to nothing. */
interface Ending {
  readonly event: ItemEvent;
  readonly state: ProposalState;
}

const endings = {
  retracted: { event: 'retract', state: 'retracted' },
  lapsed: { event: 'lapse', state: 'lapsed' },
  restored: { event: 'restore', state: 'restored' },
  // Who opposes that a decision is reopened ends that; the decision stands, and an appeal is the way against it.
  refused: { event: 'oppose', state: 'restored' },
} as const satisfies Record<string, Ending>;

/** What becomes of proposals about locked items: they are enacted, or they come to nothing and the words are restored. */
@Injectable()
export class Outcomes {
  constructor(
    private readonly steps: ItemSteps,
    private readonly closing: ProposalClosing,
    private readonly measures: Measures,
    private readonly deadlines: Deadlines,
    private readonly clock: Clock,
  ) {}

  /** @param cause the key or verdict that decided it */
  async enact(tx: Tx, item: Item, proposal: Proposal, by: Decision['by'], cause: string): Promise<Item> {
    const event = this.steps.newId();
    const { reason, policyVersion } = proposal;
    const payload = payloadOf(proposal);
    const enacted = await this.steps.take(tx, item, {
      event: 'enact',
      id: event,
      tool: by === 'keys' ? 'desk' : 'panel',
      automated: false,
      causedBy: cause,
      reason,
      policyVersion,
      payload,
    });
    await this.closing.close(tx, proposal, 'enacted');
    await this.deadlines.settle(tx, { kinds: ['hold'], itemId: item.id });
    await this.measures.enact(tx, {
      proposal: proposal.id,
      dyadId: proposal.dyadId,
      class: proposal.class,
      action: actionOfProposal(proposal),
      by,
      event,
      item: enacted,
      at: this.clock.now(),
    });
    return enacted;
  }

  /** The proposal comes to nothing; where that ends a hold, the words are shown again. */
  async end(
    tx: Tx,
    item: Item,
    proposal: Proposal,
    how: keyof typeof endings,
    step: Omit<Step, 'event' | 'payload'>,
  ): Promise<Item> {
    const { event, state } = endings[how];
    const ended = await this.steps.take(tx, item, { ...step, event, payload: payloadOf(proposal) });
    await this.closing.close(tx, proposal, state);
    if (ended.heldUntil === null && item.heldUntil !== null)
      await this.deadlines.settle(tx, { kinds: ['hold'], itemId: item.id });
    await this.closing.showAgain(tx, item, ended);
    return ended;
  }
}
