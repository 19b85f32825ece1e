import { Injectable } from '@nestjs/common';
import type { AccountHolder, Actor } from '../../../shared/access/actor.js';
import { restrictionAt } from '../../../shared/access/restriction.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import type { DyadRow } from './dyad.repository.js';
import { MemberRepository } from './member.repository.js';

/** Who the holder of an account is in a dyad, with all that the policy table asks of them. */
@Injectable()
export class MemberActors {
  constructor(
    private readonly members: MemberRepository,
    private readonly clock: Clock,
  ) {}

  async of(tx: Tx, holder: AccountHolder, dyad: DyadRow): Promise<Actor> {
    const member = await this.members.byAccount(tx, dyad.id, holder.accountId);
    if (!member) return holder;
    return {
      ...holder,
      kind: 'member',
      memberId: member.id,
      dyadId: dyad.id,
      dyadSlug: dyad.slug,
      side: member.side,
      roles: member.roles,
      consented: member.charter_accepted === dyad.charter_version,
      charterVersion: dyad.charter_version,
      restriction: restrictionAt(member, this.clock.now()),
    };
  }
}
