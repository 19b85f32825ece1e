import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import { InvitationRepository } from './invitation.repository.js';

/** What other modules may ask about who came by whom: nothing but whether some came by the same tree of invitations. */
@Injectable()
export class InvitationTreeReader {
  constructor(private readonly invitations: InvitationRepository) {}

  /**
   * Those of `others` who came by the same tree of invitations as a member: following who invited whom leads to the same
   * person. Invitations are forgotten 30 days after they were used, so only who came lately shares a tree with anybody.
   */
  async sharing(tx: Tx, dyadId: string, member: string, others: readonly string[]): Promise<string[]> {
    if (others.length === 0) return [];
    const roots = await this.invitations.roots(tx, dyadId, [member, ...others]);
    return others.filter((other) => roots.get(other) === roots.get(member));
  }
}
