import { Injectable } from '@nestjs/common';
import type { Role, Side } from '../../../shared/access/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import { newToken, tokenHash } from '../../platform/crypto/token.js';
import type { Tx } from '../../platform/database/tx.js';
import { timeOrderedId } from '../../platform/ids/ids.js';
import { InvitationRepository, type InvitationRow, type NewInvitation } from './invitation.repository.js';

export interface InvitationOrder {
  readonly dyadId: string;
  readonly side: Side;
  readonly days: number;
  readonly note: string;
  /** The member who invites; nobody for the first stewards of a new dyad. */
  readonly issuedBy: string | null;
  readonly role?: Role;
}

/** Makes invitations: random, for one side of one dyad, for one use, and stored only as a hash. */
@Injectable()
export class Invitations {
  constructor(
    private readonly invitations: InvitationRepository,
    private readonly clock: Clock,
  ) {}

  async make(tx: Tx, order: InvitationOrder): Promise<{ invitation: NewInvitation; token: string }> {
    const now = this.clock.now();
    const token = newToken();
    const invitation: NewInvitation = {
      id: timeOrderedId(now),
      dyad_id: order.dyadId,
      side: order.side,
      role: order.role ?? null,
      issued_by: order.issuedBy,
      issued_at: now,
      expires_at: this.clock.in({ days: order.days }),
      note: order.note,
    };
    await this.invitations.add(tx, invitation, tokenHash(token));
    return { invitation, token };
  }

  /** The invitation of a token, locked, when it can still be used. */
  usable(tx: Tx, token: string): Promise<InvitationRow | undefined> {
    return this.invitations.usable(tx, tokenHash(token), this.clock.now());
  }

  use(tx: Tx, id: string, memberId: string): Promise<void> {
    return this.invitations.use(tx, id, memberId, this.clock.now());
  }
}
