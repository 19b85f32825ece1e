import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { Failure } from '../../../../shared/contract/failure.js';
import { safetyReasons, type ReasonCode } from '../../../../shared/moderation/reasons.js';
import { canonicalSnapshot } from '../../../../shared/moderation/report-snapshot.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import type { Item } from '../items/item.js';
import { actorOf, ItemSteps } from '../items/item-steps.service.js';
import { ItemUrgency } from '../looks/item-urgency.js';
import type { ShownContent } from '../moderated-content.port.js';
import { ReportWeights } from './report-weights.js';
import { ReportRepository } from './report.repository.js';

/** Why somebody reports, as they say it. */
export interface Grounds {
  readonly reason: ReasonCode;
  readonly words: string;
}

/** Files a report inside a transaction: what was read is kept, the item goes to the desk, and nothing is hidden. */
@Injectable()
export class ReportFiling {
  constructor(
    private readonly reports: ReportRepository,
    private readonly weights: ReportWeights,
    private readonly steps: ItemSteps,
    private readonly urgency: ItemUrgency,
    private readonly clock: Clock,
  ) {}

  /**
   * @param item what is reported, locked
   * @returns the id of the report, which is its receipt
   * @throws Failure `report.given` when this member has reported it before
   */
  async file(tx: Tx, member: DyadMember, item: Item, shown: ShownContent, { reason, words }: Grounds): Promise<string> {
    if (await this.reports.hasReported(tx, item.id, member.memberId)) throw new Failure('report.given');
    const id = this.steps.newId();
    const at = this.clock.now();
    const weight = await this.weights.of(tx, member, item.id);
    const snapshotHash = await this.keep(tx, item, shown, at);
    const { dyadId, memberId: reporterId, side: reporterSide } = member;
    await this.reports.add(tx, {
      id,
      dyadId,
      itemId: item.id,
      snapshotHash,
      reporterId,
      reporterSide,
      reason,
      words,
      weight,
      at,
    });
    const priority = await this.urgency.of(tx, item);
    await this.steps.take(tx, item, {
      event: 'report',
      actor: actorOf(member),
      tool: 'reader',
      reason,
      // Their words stay with the report: events are kept for ever, and these are not.
      payload: { report: id, priority, safety: safetyReasons.has(reason) },
    });
    return id;
  }

  private async keep(tx: Tx, item: Item, { revision, words }: ShownContent, takenAt: Date): Promise<Buffer> {
    const { id: itemId, dyadId, kind, content } = item;
    const hash = createHash('sha256').update(canonicalSnapshot({ kind, content, revision, words })).digest();
    await this.reports.addSnapshot(tx, { itemId, dyadId, hash, revision, words, takenAt });
    return hash;
  }
}
