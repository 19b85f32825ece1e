import { Injectable } from '@nestjs/common';
import { Failure } from '../../../../shared/contract/failure.js';
import { humanWork } from '../../../../shared/translation/human-work.rules.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { Tx } from '../../../platform/database/tx.js';
import { NewsRepository, type News } from './news.repository.js';
import type { Target } from './proposal.repository.js';
import { WorkRepository, type Claim, type Direction, type Work } from './work.repository.js';

export type { News } from './news.repository.js';
export type { Claim, Work } from './work.repository.js';

/** More than a page shows: not everything is before every member. */
const mostLookedAt = 200;

/** What waits for people who translate, who is at it, and what became of what they did. */
@Injectable()
export class TranslationWorkList {
  constructor(
    private readonly works: WorkRepository,
    private readonly news: NewsRepository,
    private readonly clock: Clock,
  ) {}

  /** Oldest first, without what the member proposed themselves. */
  waiting(tx: Tx, dyadId: string, member: string, direction: Direction): Promise<Work[]> {
    return this.works.waiting(tx, dyadId, member, direction, mostLookedAt);
  }

  /** Who is at translations of these texts now. */
  claims(tx: Tx, owners: readonly string[]): Promise<Claim[]> {
    return owners.length === 0 ? Promise.resolve([]) : this.works.claims(tx, owners, this.clock.now());
  }

  /** @throws Failure `translation.claimed` while somebody else is at it */
  async take(tx: Tx, dyadId: string, target: Target, member: string): Promise<void> {
    const until = this.clock.in({ minutes: humanWork.leaseMinutes });
    const claim = await this.works.claim(tx, dyadId, { ...target, member, until }, this.clock.now());
    if (claim && claim.member !== member)
      throw new Failure('translation.claimed', { until: claim.until.toISOString() });
  }

  giveBack(tx: Tx, target: Target, member: string): Promise<void> {
    return this.works.release(tx, target, member);
  }

  newsOf(tx: Tx, dyadId: string, member: string): Promise<News[]> {
    return this.news.of(tx, dyadId, member);
  }

  /** @throws Failure `request.not_found` */
  async dismiss(tx: Tx, member: string, id: string): Promise<void> {
    if (!(await this.news.dismiss(tx, member, id))) throw new Failure('request.not_found');
  }
}
