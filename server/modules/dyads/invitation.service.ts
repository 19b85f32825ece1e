import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import type { Idempotency } from '../../../shared/contract/contract.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { InvitationView } from '../../../shared/dyads/dyad.schema.js';
import { quotaDays, quotaOf } from '../../../shared/dyads/invitation.rules.js';
import { Clock } from '../../platform/clock/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { InvitationRepository, type InvitationRow, type NewInvitation } from './invitation.repository.js';
import { Invitations } from './invitations.port.js';
import { dayOf } from './member.view.js';

/** Inviting people to one's own side, within a quota. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: Invitations,
    private readonly repository: InvitationRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `invitation.quota_used`. */
  issue(
    member: DyadMember,
    idempotency: Idempotency,
    { days, note }: { days: number; note: string },
  ): Promise<{ invitation: InvitationView; token: string }> {
    return this.unitOfWork.once(member, member.memberId, idempotency, async (tx) => {
      const quota = quotaOf(member.roles);
      const used = await this.repository.countSince(tx, member.memberId, this.clock.in({ days: -quotaDays }));
      if (used >= quota) throw new Failure('invitation.quota_used', { quota });
      const order = { dyadId: member.dyadId, side: member.side, days, note, issuedBy: member.memberId };
      const { invitation, token } = await this.invitations.make(tx, order);
      return { invitation: this.view(invitation), token };
    });
  }

  list(member: DyadMember): Promise<{ invitations: InvitationView[]; quota: number; left: number }> {
    return this.unitOfWork.run(member, async (tx) => {
      const quota = quotaOf(member.roles);
      const used = await this.repository.countSince(tx, member.memberId, this.clock.in({ days: -quotaDays }));
      const rows = await this.repository.issuedBy(tx, member.memberId);
      return { invitations: rows.map((row) => this.view(row)), quota, left: Math.max(0, quota - used) };
    });
  }

  /** @throws Failure `invitation.not_valid` when it is used, recalled or not one's own. */
  async recall(member: DyadMember, id: string): Promise<void> {
    const recalled = await this.unitOfWork.run(member, (tx) =>
      this.repository.recall(tx, member.memberId, id, this.clock.now()),
    );
    if (!recalled) throw new Failure('invitation.not_valid');
  }

  private view(row: NewInvitation & Partial<InvitationRow>): InvitationView {
    return {
      id: row.id,
      side: row.side,
      issuedOn: dayOf(row.issued_at),
      expiresOn: dayOf(row.expires_at),
      state: this.stateOf(row),
      note: row.note,
    };
  }

  private stateOf(row: NewInvitation & Partial<InvitationRow>): InvitationView['state'] {
    if (row.used_by) return 'used';
    if (row.recalled_at) return 'recalled';
    return row.expires_at > this.clock.now() ? 'open' : 'expired';
  }
}
