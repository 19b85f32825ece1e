import { Injectable } from '@nestjs/common';
import type { DecisionClass } from '../../../../shared/moderation/decision-classes.rules.js';
import { gravestHours, secondKey } from '../../../../shared/moderation/time-limits.rules.js';
import type { Tx } from '../../../platform/database/tx.js';
import { Deadlines } from '../deadlines/deadlines.js';
import type { Proposal } from './proposal.js';

const hour = 3_600_000;
const hoursAfter = (moment: Date, hours: number): Date => new Date(moment.getTime() + hours * hour);

/** Until when keys can be given for a proposal that was opened then. Changing it does not begin its time anew. */
export const expiryOf = (decisionClass: DecisionClass, openedAt: Date): Date =>
  hoursAfter(openedAt, decisionClass === 'T2' ? gravestHours : secondKey.hours);

/** The moments of a proposal, as rows: two reminders, and the end. */
@Injectable()
export class ProposalClock {
  constructor(private readonly deadlines: Deadlines) {}

  async start(tx: Tx, { id, dyadId, item, openedAt, expiresAt }: Proposal): Promise<void> {
    const about = { itemId: item, proposalId: id };
    await this.deadlines.set(tx, dyadId, {
      ...about,
      kind: 'reminder',
      dueAt: hoursAfter(openedAt, secondKey.reminderHours),
    });
    await this.deadlines.set(tx, dyadId, {
      ...about,
      kind: 'roster_call',
      dueAt: hoursAfter(openedAt, secondKey.rosterHours),
    });
    await this.deadlines.set(tx, dyadId, { ...about, kind: 'proposal', dueAt: expiresAt });
  }

  /** The end is another one, since the class is. */
  async move(tx: Tx, { id, dyadId, item, expiresAt }: Proposal): Promise<void> {
    await this.deadlines.settle(tx, { kinds: ['proposal'], proposalId: id });
    await this.deadlines.set(tx, dyadId, { kind: 'proposal', itemId: item, proposalId: id, dueAt: expiresAt });
  }

  async stop(tx: Tx, { id }: Proposal): Promise<void> {
    await this.deadlines.settle(tx, { kinds: ['reminder', 'roster_call', 'proposal'], proposalId: id });
  }
}
