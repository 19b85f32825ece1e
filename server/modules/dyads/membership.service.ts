import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import { restrictionAt } from '../../../shared/access/restriction.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { RightsWatch } from '../../platform/realtime/rights-watch.js';
import { DyadReader } from './dyad.reader.js';
import { MemberRepository, type MemberRow } from './member.repository.js';
import { ownMemberView } from './member.view.js';
import { requireWearable, skeletonOf } from './pseudonym.policy.js';

export interface OwnChange {
  readonly writesIn?: string | undefined;
  readonly reading?: OwnMemberView['reading'] | undefined;
}

/** What members do about themselves. */
@Injectable()
export class MembershipService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly members: MemberRepository,
    private readonly dyads: DyadReader,
    private readonly rights: RightsWatch,
    private readonly clock: Clock,
  ) {}

  readOwn({ dyadId, memberId }: DyadMember): Promise<OwnMemberView> {
    return this.unitOfWork.run({ dyadId }, (tx) => this.view(tx, dyadId, memberId));
  }

  /** @throws Failure `charter.version_outdated` when another version is in force than the one that was read. */
  accept({ dyadId, memberId, accountId }: DyadMember, version: number): Promise<OwnMemberView> {
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const { charterVersion } = await this.dyads.profile(tx, dyadId);
      if (version !== charterVersion) throw new Failure('charter.version_outdated', { version: charterVersion });
      await this.members.accept(tx, await this.require(tx, memberId), version, this.clock.now());
      await this.rights.announce(tx, accountId);
      return this.view(tx, dyadId, memberId);
    });
  }

  /** @throws Failure `post.language_not_spoken_here` */
  changeOwn({ dyadId, memberId }: DyadMember, change: OwnChange): Promise<OwnMemberView> {
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const { languages } = await this.dyads.profile(tx, dyadId);
      if (change.writesIn !== undefined && !languages.includes(change.writesIn)) {
        throw new Failure('post.language_not_spoken_here');
      }
      await this.members.prefer(tx, memberId, change.writesIn, change.reading);
      return this.view(tx, dyadId, memberId);
    });
  }

  /** @throws Failure `pseudonym.taken`, `pseudonym.not_allowed` */
  rename({ dyadId, memberId }: DyadMember, pseudonym: string): Promise<OwnMemberView> {
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      requireWearable(pseudonym);
      const renamed = await this.members.rename(tx, dyadId, memberId, pseudonym, skeletonOf(pseudonym));
      if (!renamed) throw new Failure('pseudonym.taken');
      return this.view(tx, dyadId, memberId);
    });
  }

  private async view(tx: Tx, dyadId: string, memberId: string): Promise<OwnMemberView> {
    const { charterVersion } = await this.dyads.profile(tx, dyadId);
    const member = await this.require(tx, memberId);
    return ownMemberView(member, charterVersion, restrictionAt(member, this.clock.now()));
  }

  private async require(tx: Tx, memberId: string): Promise<MemberRow> {
    const member = await this.members.byId(tx, memberId);
    if (!member) throw new Failure('access.denied');
    return member;
  }
}
