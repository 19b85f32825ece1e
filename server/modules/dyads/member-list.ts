import { Injectable } from '@nestjs/common';
import type { SessionView } from '../../../shared/identity/account.schema.js';
import type { Tx } from '../../platform/database/tx.js';
import { MembershipList } from '../identity/membership-list.port.js';
import { MemberRepository } from './member.repository.js';

/** Answers identity's question: where the owner of an account is a member, for that owner's eyes. */
@Injectable()
export class MemberList extends MembershipList {
  constructor(private readonly members: MemberRepository) {
    super();
  }

  async of(tx: Tx, accountId: string): Promise<SessionView['memberships']> {
    const rows = await this.members.ofAccount(tx, accountId);
    return rows.map(({ slug, id, pseudonym, side, roles }) => ({ dyad: slug, memberId: id, pseudonym, side, roles }));
  }
}
