import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { RightsWatch } from '../../platform/realtime/rights-watch.js';
import { MemberNameRepository } from './member-name.repository.js';
import { MemberRepository } from './member.repository.js';
import { OwnMembers } from './own-member.query.js';
import { requireWearable, skeletonOf } from './pseudonym.policy.js';

/** Members choosing another name. */
@Injectable()
export class RenamingService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly names: MemberNameRepository,
    private readonly own: OwnMembers,
    private readonly rights: RightsWatch,
  ) {}

  /**
   * The name goes on at once, also in the place of one that moderators withhold.
   * @throws Failure `pseudonym.taken`, `pseudonym.not_allowed`, `pseudonym.withheld` for one of theirs that was decided about
   */
  rename({ dyadId, memberId, accountId }: DyadMember, pseudonym: string): Promise<OwnMemberView> {
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      requireWearable(pseudonym);
      const skeleton = skeletonOf(pseudonym);
      if (await this.names.isReserved(tx, memberId, skeleton)) throw new Failure('pseudonym.withheld');
      const renamed = await this.members.rename(tx, dyadId, memberId, pseudonym, skeleton);
      if (!renamed) throw new Failure('pseudonym.taken');
      await this.rights.announce(tx, accountId);
      await this.rights.announceOf(tx, 'names', dyadId);
      return this.own.view(tx, dyadId, memberId);
    });
  }
}
