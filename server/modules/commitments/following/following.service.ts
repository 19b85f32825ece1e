import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../../shared/access/actor.js';
import { toldMovements } from '../../../../shared/commitments/commitment.rules.js';
import type { Followed } from '../../../../shared/commitments/following.contract.js';
import { Failure } from '../../../../shared/contract/failure.js';
import type { Tx } from '../../../platform/database/tx.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { StreamHistory } from '../../../platform/events/stream-history.js';
import { CommitmentRepository } from '../commitment.repository.js';
import { Movements } from './movements.query.js';
import { FollowRepository, type Seen } from './follow.repository.js';

/** What a member follows. Nobody else can see it, and nothing is kept of it but what telling takes. */
@Injectable()
export class Following {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly follows: FollowRepository,
    private readonly commitments: CommitmentRepository,
    private readonly movements: Movements,
    private readonly history: StreamHistory,
  ) {}

  read({ dyadId, memberId }: DyadMember): Promise<Followed> {
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const stream = `commitments:${dyadId}`;
      const seq = await this.history.newest(tx, stream);
      const follows = await this.follows.of(tx, memberId);
      const moved = await this.follows.moved(tx, { dyadId, memberId }, toldMovements);
      const told = await this.movements.told(tx, dyadId, moved);
      return {
        ...follows,
        commitments: [...follows.commitments],
        moved: told,
        count: moved[0]?.count ?? 0,
        stream,
        seq,
      };
    });
  }

  /** @throws Failure `request.not_found` for what is not adopted: a draft is not even said to be there */
  follow(member: DyadMember, commitment: string): Promise<void> {
    return this.change(member, async (tx) => {
      await this.requireAdopted(tx, member, commitment);
      await this.follows.follow(tx, member, commitment);
    });
  }

  followAll(member: DyadMember): Promise<void> {
    return this.change(member, (tx) => this.follows.followAll(tx, member));
  }

  /** @throws Failure `request.not_found` as above */
  unfollow(member: DyadMember, commitment: string): Promise<void> {
    return this.change(member, async (tx) => {
      await this.requireAdopted(tx, member, commitment);
      await this.follows.unfollow(tx, member.memberId, commitment);
    });
  }

  unfollowAll(member: DyadMember): Promise<void> {
    return this.change(member, (tx) => this.follows.unfollowAll(tx, member.memberId));
  }

  see(member: DyadMember, seen: readonly Seen[]): Promise<void> {
    return this.change(member, async (tx) => {
      for (const one of seen) await this.follows.see(tx, member, one);
    });
  }

  private async requireAdopted(tx: Tx, { dyadId }: DyadMember, commitment: string): Promise<void> {
    if (!(await this.commitments.find(tx, dyadId, commitment))) throw new Failure('request.not_found');
  }

  private change({ dyadId }: DyadMember, work: (tx: Tx) => Promise<void>): Promise<void> {
    return this.unitOfWork.run({ dyadId }, work);
  }
}
