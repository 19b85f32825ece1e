import { Injectable, type OnModuleInit } from '@nestjs/common';
import { keyWanted } from '../../../../shared/moderation/desk.signals.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Signals } from '../../../platform/events/signals.js';
import { DeadlineDuties } from '../deadlines/deadline.port.js';
import type { DueDeadline } from '../deadlines/deadline.repository.js';
import { ItemRepository } from '../items/item.repository.js';
import { ProposalLapse } from './proposal-lapse.js';
import { ProposalRepository } from './proposal.repository.js';

/**
 * What time does with proposals: it reminds, and ends them. It never decides for a restriction: the words are restored, and
 * where danger is meant a panel is asked.
 */
@Injectable()
export class ProposalTime implements OnModuleInit {
  constructor(
    private readonly duties: DeadlineDuties,
    private readonly items: ItemRepository,
    private readonly proposals: ProposalRepository,
    private readonly lapses: ProposalLapse,
    private readonly signals: Signals,
  ) {}

  onModuleInit(): void {
    this.duties.register('reminder', (tx, due) => this.remind(tx, due, 'reminder'));
    this.duties.register('roster_call', (tx, due) => this.remind(tx, due, 'roster_call'));
    this.duties.register('proposal', (tx, due) => this.end(tx, due));
  }

  private async remind(tx: Tx, { dyadId, itemId }: DueDeadline, why: 'reminder' | 'roster_call'): Promise<void> {
    if (itemId !== null) await this.signals.append(tx, dyadId, `desk:${dyadId}`, keyWanted, { item: itemId, why });
  }

  private async end(tx: Tx, { itemId, proposalId }: DueDeadline): Promise<void> {
    if (itemId === null || proposalId === null) return;
    const item = await this.items.find(tx, itemId);
    const proposal = await this.proposals.find(tx, proposalId);
    if (item && proposal?.state === 'open') await this.lapses.end(tx, item, proposal);
  }
}
