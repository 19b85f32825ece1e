import { Injectable } from '@nestjs/common';
import type { StoredRestriction } from '../../../shared/access/restriction.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { Tx } from '../../platform/database/tx.js';
import { RightsWatch } from '../../platform/realtime/rights-watch.js';
import { MemberRepository } from './member.repository.js';

/** What moderators decide about members: whoever decides says it here, and the policy table refuses by it. */
@Injectable()
export class MemberRestrictions {
  constructor(
    private readonly members: MemberRepository,
    private readonly rights: RightsWatch,
  ) {}

  /**
   * From the commit on the member may not do what is said, on open connections within a second, until the moments in it
   * are over; it takes the place of all that was said before.
   * @param saying asked while nobody else says anything of this member, so that it takes account of what others said
   * @throws Failure `request.not_found` for somebody who is no member here
   */
  async set(tx: Tx, memberId: string, saying: () => Promise<StoredRestriction>): Promise<void> {
    const member = await this.members.heldStillById(tx, memberId);
    if (!member) throw new Failure('request.not_found');
    await this.members.restrict(tx, memberId, await saying());
    if (member.account_id !== null) await this.rights.announce(tx, member.account_id);
  }
}
