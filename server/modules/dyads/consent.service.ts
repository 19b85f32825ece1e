import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { RightsWatch } from '../../platform/realtime/rights-watch.js';
import { MemberRepository } from './member.repository.js';
import { OwnMembers } from './own-member.query.js';

/** Members consenting to the charter, by its version. */
@Injectable()
export class ConsentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly own: OwnMembers,
    private readonly rights: RightsWatch,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `charter.version_outdated` when another version is in force than the one that was read. */
  accept({ dyadId, memberId, accountId }: DyadMember, version: number): Promise<OwnMemberView> {
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const { charterInForce } = await this.own.view(tx, dyadId, memberId);
      if (version !== charterInForce) throw new Failure('charter.version_outdated', { version: charterInForce });
      await this.members.accept(tx, await this.own.require(tx, memberId), version, this.clock.now());
      await this.rights.announce(tx, accountId);
      return this.own.view(tx, dyadId, memberId);
    });
  }
}
