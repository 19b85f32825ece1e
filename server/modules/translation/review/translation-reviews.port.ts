import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import { isOfOtherSide, isReviewed, standingOf } from '../../../../shared/translation/human-work.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { TranslationRepository } from '../translation.repository.js';
import type { ForPeople } from '../translations.port.js';
import { ProposalRepository, type Proposal } from './proposal.repository.js';
import { ProposalShowing } from './proposal-showing.js';
import { TranslationDisputes } from './translation-disputes.port.js';
import type { Worker } from './translation-proposals.port.js';

/** A translation that can be judged now, and whose it is; a machine's is nobody's. */
export interface Judged {
  readonly id: string;
  readonly writer: string | null;
  readonly proposal: Proposal | undefined;
}

/** Judging translations: reviewed is what somebody of each side stands behind. */
@Injectable()
export class TranslationReviews {
  constructor(
    private readonly translations: TranslationRepository,
    private readonly proposals: ProposalRepository,
    private readonly showing: ProposalShowing,
    private readonly disputes: TranslationDisputes,
    private readonly clock: Clock,
  ) {}

  /**
   * What is about to be judged, locked: what readers have, or what waits.
   * @throws Failure `translation.closed` when it is neither any more
   */
  async judged(tx: Tx, of: ForPeople, language: string, id: string): Promise<Judged> {
    const current = await this.translations.lock(tx, of.owner, language);
    if (current?.id === id && current.body !== null) return { id, writer: current.providedBy, proposal: undefined };
    const proposal = await this.proposals.lockOpen(tx, id, { owner: of.owner, language });
    if (!proposal) throw new Failure('translation.closed');
    return { id, writer: proposal.proposedBy, proposal };
  }

  /** Somebody else stands behind it as well: once both sides do it is reviewed, and before readers. */
  async accept(tx: Tx, of: ForPeople, language: string, { id, writer, proposal }: Judged, by: Worker): Promise<void> {
    const { memberId: member, side } = by;
    await this.proposals.stand(tx, of.dyadId, of.owner, { translation: id, member, side }, this.clock.now());
    const behind = await this.proposals.standing(tx, [id]);
    if (!isReviewed(standingOf(behind.map((one) => one.side)))) return this.showing.tellReaders(tx, of, language);
    if (proposal) await this.showing.show(tx, of, proposal);
    else await this.showing.tellReaders(tx, of, language);
    if (writer !== null) await this.showing.tellWriter(tx, of, language, writer, 'reviewed');
    await this.disputes.correct(tx, of, language, id);
  }

  /** @throws Failure `translation.closed` for what readers have: that is disputed; `access.other_side` */
  async decline(tx: Tx, of: ForPeople, { proposal }: Judged, by: Worker, reason: string): Promise<void> {
    if (!proposal) throw new Failure('translation.closed');
    if (!isOfOtherSide(by.side, proposal.side)) throw new Failure('access.other_side');
    await this.proposals.close(tx, proposal.id, 'declined', this.clock.now(), reason);
    await this.showing.tellWriter(tx, of, proposal.language, proposal.proposedBy, 'declined');
  }
}
