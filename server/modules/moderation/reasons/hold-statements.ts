import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import { DyadReader } from '../../dyads/dyad.reader.js';
import type { TakenStep } from '../items/step-followers.js';
import { Statements } from './statements.service.js';

/** A hold restricts for a day what somebody wrote, so its reasons are given as those of any decision. */
@Injectable()
export class HoldStatements {
  constructor(
    private readonly statements: Statements,
    private readonly dyads: DyadReader,
  ) {}

  async give(tx: Tx, { event, after }: TakenStep): Promise<void> {
    if (!event.reason) return;
    const { charterVersion } = await this.dyads.profile(tx, after.dyadId);
    await this.statements.give(tx, after, {
      eventId: event.id,
      proposalId: null,
      decidedBy: event.automated ? 'machine' : 'key',
      measure: 'hold',
      measureEndsAt: after.heldUntil,
      passages: [],
      sanction: null,
      reason: event.reason,
      policyVersion: event.policyVersion ?? charterVersion,
      article: null,
      facts: {},
      note: event.note,
      at: event.at,
      // It is over before a panel could look at it; what is decided about the words afterwards can be appealed.
      appealableUntil: null,
    });
  }
}
