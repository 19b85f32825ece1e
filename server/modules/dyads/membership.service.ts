import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DyadReader } from './dyad.reader.js';
import { MemberRepository, type MemberPreferences } from './member.repository.js';
import { OwnMembers } from './own-member.query.js';

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
  changeOwn({ dyadId, memberId }: DyadMember, change: MemberPreferences): Promise<OwnMemberView> {
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const { languages } = await this.dyads.profile(tx, dyadId);
      const named = [
        ...(change.writesIn === undefined ? [] : [change.writesIn]),
        ...(change.reads ?? []),
        ...(change.writes ?? []),
        ...Object.keys(change.readingByLanguage ?? {}),
      ];
      if (!named.every((one) => languages.includes(one))) throw new Failure('post.language_not_spoken_here');
      await this.members.prefer(tx, memberId, change);
      return this.own.view(tx, dyadId, memberId);
    });
  }
}
