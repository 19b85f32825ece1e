import { Injectable } from '@nestjs/common';
import { guardedRoles, type Role, type Side } from '../../../shared/access/actor.js';
import { Failure } from '../../../shared/contract/failure.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { Facts } from '../../platform/events/facts.js';
import { randomId } from '../../platform/ids/ids.js';
import { AccountRegistrar } from '../identity/account-registrar.port.js';
import { memberJoined, roleChanged } from './dyads.events.js';
import { MemberRepository, type MemberRow } from './member.repository.js';
import { requireWearable, skeletonOf } from './pseudonym.policy.js';

/** A membership about to be. */
export interface Newcomer {
  readonly dyadId: string;
  readonly accountId: string;
  readonly pseudonym: string;
  readonly side: Side;
  readonly writesIn: string;
  readonly roles: readonly Role[];
  readonly acceptedCharterVersion: number;
}

/** Makes members and changes their roles, with everything that follows from it. */
@Injectable()
export class Enrolment {
  constructor(
    private readonly members: MemberRepository,
    private readonly registrar: AccountRegistrar,
    private readonly facts: Facts,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `membership.exists`, `pseudonym.taken`, `pseudonym.not_allowed`. */
  async enrol(tx: Tx, newcomer: Newcomer): Promise<MemberRow> {
    const { dyadId, pseudonym, acceptedCharterVersion } = newcomer;
    requireWearable(pseudonym);
    const id = randomId();
    const obstacle = await this.members.add(tx, { id, ...newcomer, skeleton: skeletonOf(pseudonym) });
    if (obstacle !== undefined) throw new Failure(obstacle === 'membership' ? 'membership.exists' : 'pseudonym.taken');
    const member = await this.require(tx, id);
    const now = this.clock.now();
    await this.members.note(tx, member, 'joined', newcomer.side, now);
    await this.members.accept(tx, member, acceptedCharterVersion, now);
    for (const role of newcomer.roles) await this.members.note(tx, member, 'role_granted', role, now);
    await this.markGuarded(tx, member);
    await this.facts.record(tx, dyadId, memberJoined, { member: id });
    return this.require(tx, id);
  }

  /** Adds or takes a role; open connections of the member feel it within a second. */
  async changeRole(tx: Tx, memberId: string, role: Role, change: 'grant' | 'revoke'): Promise<void> {
    const member = await this.members.lockedById(tx, memberId);
    if (!member) throw new Failure('request.not_found');
    const others = member.roles.filter((one) => one !== role);
    await this.members.setRoles(tx, memberId, change === 'grant' ? [...others, role] : others);
    await this.members.note(tx, member, change === 'grant' ? 'role_granted' : 'role_revoked', role, this.clock.now());
    await this.markGuarded(tx, member);
    await this.facts.record(tx, member.dyad_id, roleChanged, { member: memberId });
  }

  /** @throws Failure `request.not_found` for somebody who is no member here. */
  async require(tx: Tx, memberId: string): Promise<MemberRow> {
    const member = await this.members.byId(tx, memberId);
    if (!member) throw new Failure('request.not_found');
    return member;
  }

  /** An account may hold roles in several dyads; it is guarded while any of them is. */
  private async markGuarded(tx: Tx, { account_id: accountId }: MemberRow): Promise<void> {
    if (accountId === null) return;
    await tx.acrossDyads(async () => {
      const guarded = await this.members.holds(tx, accountId, guardedRoles);
      await this.registrar.markGuarded(tx, accountId, guarded);
    });
  }
}
