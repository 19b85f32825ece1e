import { Injectable } from '@nestjs/common';
import type { Side } from '../../../../shared/access/actor.js';
import type { TopicMode } from '../../../../shared/access/conditions.js';
import { Failure } from '../../../../shared/contract/failure.js';
import {
  isReviewed,
  isShownAtOnce,
  standingOf,
  type Present,
} from '../../../../shared/translation/human-work.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { timeOrderedId } from '../../../platform/ids/ids.js';
import { TranslationRepository, type StoredTranslation } from '../translation.repository.js';
import type { ForPeople } from '../translations.port.js';
import { ProposalRepository } from './proposal.repository.js';
import { ProposalShowing } from './proposal-showing.js';
import { WorkRepository } from './work.repository.js';

/** Somebody who works with a translation. */
export interface Worker {
  readonly memberId: string;
  readonly side: Side;
}

/** A translation as somebody wrote it, and where. */
export interface Proposed {
  readonly language: string;
  readonly text: string;
  /** How posts reach readers where the text stands. */
  readonly mode: TopicMode;
  readonly by: Worker & { readonly moderates: boolean };
}

/** People's translations: written by one, and before readers at once or when the other side stands behind them. */
@Injectable()
export class TranslationProposals {
  constructor(
    private readonly translations: TranslationRepository,
    private readonly proposals: ProposalRepository,
    private readonly showing: ProposalShowing,
    private readonly works: WorkRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps what somebody wrote, shows it to readers or lets it wait for the other side; whoever wrote it stands behind it.
   * @throws Failure `translation.not_needed` into the language that the text is in
   */
  async propose(
    tx: Tx,
    of: ForPeople,
    { language, text, mode, by }: Proposed,
  ): Promise<{ id: string; waits: boolean }> {
    if (language === of.language) throw new Failure('translation.not_needed');
    const at = this.clock.now();
    const target = { owner: of.owner, language };
    const present = presentTo(by.memberId, await this.translations.lock(tx, of.owner, language));
    await this.proposals.replace(tx, target, by.memberId, at);
    await this.works.release(tx, target, by.memberId);
    const proposal = { ...target, id: timeOrderedId(at), dyadId: of.dyadId, body: text, side: by.side, at };
    await this.proposals.add(tx, { ...proposal, proposedBy: by.memberId });
    const { memberId: member, side } = by;
    await this.proposals.stand(tx, of.dyadId, of.owner, { translation: proposal.id, member, side }, at);
    const waits = !isShownAtOnce(present, by, mode);
    if (!waits) await this.showing.show(tx, of, { ...proposal, proposedBy: by.memberId });
    return { id: proposal.id, waits };
  }
}

/** What readers have, as it is to somebody who proposes something else. */
function presentTo(member: string, current: StoredTranslation | undefined): Present {
  if (current?.status === 'held' || current?.status === 'removed') return 'withheld';
  if (!current || current.body === null) return 'nothing';
  if (isReviewed(standingOf(current.behind))) return 'reviewed';
  if (current.providedBy === null) return 'machine';
  return current.providedBy === member ? 'own' : 'of_another';
}
