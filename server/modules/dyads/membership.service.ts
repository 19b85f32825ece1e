import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DyadReader } from './dyad.reader.js';
import { MemberRepository } from './member.repository.js';
import { OwnMembers } from './own-member.query.js';

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
    private readonly own: OwnMembers,
    private readonly dyads: DyadReader,
  ) {}

  readOwn({ dyadId, memberId }: DyadMember): Promise<OwnMemberView> {
    return this.unitOfWork.run({ dyadId }, (tx) => this.own.view(tx, dyadId, memberId));
  }

  /** @throws Failure `post.language_not_spoken_here` */
  changeOwn({ dyadId, memberId }: DyadMember, change: OwnChange): Promise<OwnMemberView> {
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const { languages } = await this.dyads.profile(tx, dyadId);
      if (change.writesIn !== undefined && !languages.includes(change.writesIn)) {
        throw new Failure('post.language_not_spoken_here');
      }
      await this.members.prefer(tx, memberId, change.writesIn, change.reading);
      return this.own.view(tx, dyadId, memberId);
    });
  }
}
