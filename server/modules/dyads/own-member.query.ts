import { Injectable } from '@nestjs/common';
import { restrictionAt } from '../../../shared/access/restriction.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { OwnMemberView } from '../../../shared/dyads/dyad.schema.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { DyadReader } from './dyad.reader.js';
import { MemberNameRepository } from './member-name.repository.js';
import { MemberRepository, type MemberRow } from './member.repository.js';
import { ownMemberView } from './member.view.js';

/** Members as they see themselves: by the name they chose, whatever others see of it. */
@Injectable()
export class OwnMembers {
  constructor(
    private readonly members: MemberRepository,
    private readonly names: MemberNameRepository,
    private readonly dyads: DyadReader,
    private readonly clock: Clock,
  ) {}

  async view(tx: Tx, dyadId: string, memberId: string): Promise<OwnMemberView> {
    const { charterVersion } = await this.dyads.profile(tx, dyadId);
    const member = await this.require(tx, memberId);
    const withheld = await this.names.withheldOf(tx, memberId);
    return ownMemberView(member, charterVersion, restrictionAt(member, this.clock.now()), withheld);
  }

  /** @throws Failure `access.denied` for somebody who is no member any more */
  async require(tx: Tx, memberId: string): Promise<MemberRow> {
    const member = await this.members.byId(tx, memberId);
    if (!member) throw new Failure('access.denied');
    return member;
  }
}
