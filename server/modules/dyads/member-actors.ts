import { Injectable } from '@nestjs/common';
import type { AccountHolder, Actor } from '../../../shared/access/actor.js';
import { restrictionAt } from '../../../shared/access/restriction.js';
import { Failure } from '../../../shared/contract/failure.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { DyadRepository } from './dyad.repository.js';
import { MemberRepository } from './member.repository.js';

/** Who the holder of an account is in a dyad, with all that the policy table asks of them. */
@Injectable()
export class MemberActors {
  constructor(
    private readonly dyads: DyadRepository,
    private readonly members: MemberRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `request.not_found` when there is no such dyad */
  async find(tx: Tx, holder: AccountHolder | undefined, dyadSlug: string): Promise<Actor> {
    const dyad = await this.dyads.bySlug(tx, dyadSlug);
    if (!dyad) throw new Failure('request.not_found');
    if (!holder) return { kind: 'visitor' };
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
