import { Injectable } from '@nestjs/common';
import type { StoredRestriction } from '../../../shared/access/restriction.js';
import type { Tx } from '../../platform/database/tx.js';
import { RightsWatch } from '../../platform/realtime/rights-watch.js';
import { Enrolment } from './enrolment.port.js';
import { MemberRepository } from './member.repository.js';

/** What moderators decide about members: the one who decides says it here, and the policy table refuses by it. */
@Injectable()
export class MemberRestrictions {
  constructor(
    private readonly members: MemberRepository,
    private readonly enrolment: Enrolment,
    private readonly rights: RightsWatch,
  ) {}

  /**
   * From the commit on the member may not do what this says, on open connections within a second, until the moments in it
   * are over; it takes the place of all that was said before.
   * @throws Failure `request.not_found` for somebody who is no member here
   */
  async set(tx: Tx, memberId: string, restriction: StoredRestriction): Promise<void> {
    const { account_id: accountId } = await this.enrolment.require(tx, memberId);
    await this.members.restrict(tx, memberId, restriction);
    if (accountId !== null) await this.rights.announce(tx, accountId);
  }
}
