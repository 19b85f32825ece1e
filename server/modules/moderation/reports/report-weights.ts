import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { accuracyDays, reporterWeight, rush, shareInRush } from '../../../../shared/moderation/priority.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { InvitationTreeReader } from '../../dyads/invitation-tree.reader.js';
import { ReportRepository } from './report.repository.js';

/** How much a report counts, from what is known when it is made. */
@Injectable()
export class ReportWeights {
  constructor(
    private readonly reports: ReportRepository,
    private readonly trees: InvitationTreeReader,
    private readonly clock: Clock,
  ) {}

  /** The weight of a report that a member is making about a locked item. */
  async of(tx: Tx, { dyadId, memberId, side }: DyadMember, itemId: string): Promise<number> {
    const reporter = { dyadId, memberId, side };
    const { own, side: ofSide } = await this.reports.accuracies(tx, reporter, this.clock.in({ days: -accuracyDays }));
    const lately = await this.reports.reportersSince(tx, itemId, this.clock.in({ minutes: -rush.minutes }));
    const ofTree = await this.trees.sharing(tx, dyadId, memberId, lately);
    return reporterWeight(own, ofSide) * shareInRush(ofTree.length);
  }
}
