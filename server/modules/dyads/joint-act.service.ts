import { Injectable } from '@nestjs/common';
import { Failure } from '../../../shared/contract/failure.js';
import type { Idempotency } from '../../../shared/contract/contract.js';
import type { JointActView } from '../../../shared/dyads/dyad.schema.js';
import type { Permit } from '../../platform/access/permit.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { timeOrderedId } from '../../platform/ids/ids.js';
import { jointActHours, stateOf } from './joint-act.lifecycle.js';
import { JointActs, type JointActKind } from './joint-act.port.js';
import { JointActRepository, type JointActRow } from './joint-act.repository.js';
import { MemberReader } from './member.reader.js';
import { dayOf } from './member.view.js';

export interface Proposal {
  readonly kind: JointActKind;
  readonly details: Record<string, unknown>;
  readonly reason: string;
}

/** Two keys: a steward of one side proposes, a steward of the other answers, and what was agreed is done at once. */
@Injectable()
export class JointActService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acts: JointActs,
    private readonly repository: JointActRepository,
    private readonly members: MemberReader,
    private readonly clock: Clock,
  ) {}

  list(dyadId: string): Promise<JointActView[]> {
    return this.unitOfWork.run({ dyadId }, async (tx) => this.views(tx, await this.repository.latest(tx, dyadId)));
  }

  /** @throws Failure `access.other_side` for a neutral steward, who has no key of a side. */
  propose(permit: Permit, idempotency: Idempotency, proposal: Proposal): Promise<JointActView> {
    const { dyadId, memberId, side } = permit.member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      if (side === 'neutral') throw new Failure('access.other_side');
      const details = await this.acts.checked(tx, dyadId, proposal.kind, proposal.details);
      const id = timeOrderedId(this.clock.now());
      await this.repository.add(tx, {
        id,
        dyad_id: dyadId,
        kind: proposal.kind,
        details,
        reason: proposal.reason,
        proposed_by: memberId,
        proposed_by_side: side,
        proposed_at: this.clock.now(),
        expires_at: this.clock.in({ hours: jointActHours }),
      });
      return this.view(tx, id);
    });
  }

  /** @throws Failure `joint_act.closed` when it is decided or its time is over, `joint_act.same_side`. */
  answer(permit: Permit, id: string, answer: 'agree' | 'decline'): Promise<JointActView> {
    const { dyadId, memberId, side } = permit.member;
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const act = await this.repository.byId(tx, id);
      if (!act) throw new Failure('request.not_found');
      permit.require('joint_act.second', { proposedBySide: act.proposed_by_side });
      if (stateOf({ answer: act.answer, expiresAt: act.expires_at }, this.clock.now()) !== 'open') {
        throw new Failure('joint_act.closed');
      }
      const given = { answer, by: memberId, side, at: this.clock.now() };
      if (!(await this.repository.answer(tx, act, given))) throw new Failure('joint_act.closed');
      if (answer === 'agree') await this.acts.perform(tx, act.kind, act.details, { id, dyadId, reason: act.reason });
      return this.view(tx, id);
    });
  }

  private async view(tx: Tx, id: string): Promise<JointActView> {
    const act = await this.repository.byId(tx, id);
    const [view] = act ? await this.views(tx, [act]) : [];
    if (!view) throw new Failure('request.not_found');
    return view;
  }

  private async views(tx: Tx, rows: readonly JointActRow[]): Promise<JointActView[]> {
    const people = await this.members.views(
      tx,
      rows.flatMap((row) => [row.proposed_by, row.answered_by ?? row.proposed_by]),
    );
    return rows.flatMap((row) => {
      const proposedBy = people.get(row.proposed_by);
      if (!proposedBy) return [];
      return {
        id: row.id,
        kind: row.kind,
        details: row.details,
        reason: row.reason,
        proposedBy,
        proposedOn: dayOf(row.proposed_at),
        expiresOn: dayOf(row.expires_at),
        state: stateOf({ answer: row.answer, expiresAt: row.expires_at }, this.clock.now()),
        secondedBy: row.answered_by === null ? null : (people.get(row.answered_by) ?? null),
      };
    });
  }
}
