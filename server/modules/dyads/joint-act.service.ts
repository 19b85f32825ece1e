import { Injectable } from '@nestjs/common';
import type { DyadMember } from '../../../shared/access/actor.js';
import { Failure } from '../../../shared/contract/failure.js';
import type { Idempotency } from '../../../shared/contract/contract.js';
import { jointActView, type JointActKind, type JointActView } from '../../../shared/dyads/joint-act.schema.js';
import type { Permit } from '../../platform/access/permit.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Tx } from '../../platform/database/tx.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { timeOrderedId } from '../../platform/ids/ids.js';
import {
  hoursLeft,
  jointActHours,
  next,
  storyOf,
  type BegunStory,
  type JointActAnswer,
} from './joint-act.lifecycle.js';
import { JointActs } from './joint-act.port.js';
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

  list(reader: DyadMember): Promise<JointActView[]> {
    const { dyadId } = reader;
    return this.unitOfWork.run({ dyadId }, async (tx) =>
      this.views(tx, reader, await this.repository.latest(tx, dyadId)),
    );
  }

  /** @throws Failure `access.other_side` for a neutral steward, who has no key of a side. */
  propose(permit: Permit, idempotency: Idempotency, proposal: Proposal): Promise<JointActView> {
    const { dyadId, memberId, side } = permit.member;
    return this.unitOfWork.once({ dyadId }, permit, idempotency, async (tx) => {
      const begun = next({ state: 'none' }, { type: 'propose', side });
      if (begun.state === 'none') throw new Failure('access.other_side');
      const details = await this.acts.checked(tx, dyadId, proposal.kind, proposal.details);
      const id = timeOrderedId(this.clock.now());
      await this.repository.add(tx, {
        id,
        dyad_id: dyadId,
        kind: proposal.kind,
        details,
        reason: proposal.reason,
        proposed_by: memberId,
        proposed_by_side: begun.proposedBy,
        proposed_at: this.clock.now(),
        expires_at: this.clock.in({ hours: jointActHours }),
      });
      return this.view(tx, permit.member, id);
    });
  }

  /**
   * One answer counts; the same answer of the same steward, sent again, is told that it counted.
   * @throws Failure `joint_act.closed` when it is decided or its time is over, `joint_act.same_side`.
   */
  answer(permit: Permit, id: string, answer: JointActAnswer): Promise<JointActView> {
    const { dyadId, memberId, side } = permit.member;
    return this.unitOfWork.run({ dyadId }, async (tx) => {
      const act = await this.require(tx, id);
      permit.require('joint_act.second', { proposedBySide: act.proposed_by_side });
      const before = this.story(act);
      const after = next(before, { type: 'answer', side, answer });
      if (after === before || after.answeredBy === undefined) return this.repeated(tx, id, permit.member, answer);
      const given = { answer, by: memberId, side: after.answeredBy, at: this.clock.now() };
      if (!(await this.repository.answer(tx, act, given))) return this.repeated(tx, id, permit.member, answer);
      if (after.state === 'done')
        await this.acts.perform(tx, act.kind, act.details, { id, dyadId, reason: act.reason });
      return this.view(tx, permit.member, id);
    });
  }

  /** For an answer that changes nothing: fine when it is the one that counted, sent again. */
  private async repeated(tx: Tx, id: string, member: DyadMember, answer: JointActAnswer): Promise<JointActView> {
    const act = await this.require(tx, id);
    if (act.answered_by !== member.memberId || act.answer !== answer) throw new Failure('joint_act.closed');
    return this.view(tx, member, id);
  }

  /** @throws Failure `request.not_found`. */
  private async require(tx: Tx, id: string): Promise<JointActRow> {
    const act = await this.repository.byId(tx, id);
    if (!act) throw new Failure('request.not_found');
    return act;
  }

  private story(row: JointActRow): BegunStory {
    const { proposed_by_side: proposedBySide, expires_at: expiresAt, answer, answered_by_side: answeredBySide } = row;
    return storyOf({ proposedBySide, expiresAt, answer, answeredBySide }, this.clock.now());
  }

  private async view(tx: Tx, reader: DyadMember, id: string): Promise<JointActView> {
    const act = await this.require(tx, id);
    const [view] = await this.views(tx, reader, [act]);
    if (!view) throw new Failure('request.not_found');
    return view;
  }

  private async views(tx: Tx, reader: DyadMember, rows: readonly JointActRow[]): Promise<JointActView[]> {
    const people = await this.members.views(
      tx,
      rows.flatMap((row) => [row.proposed_by, row.answered_by ?? row.proposed_by]),
    );
    const details = await this.acts.describe(tx, reader, rows);
    return rows.map((row, at) =>
      // What a kind describes is known to the one who describes it; here it is held against what readers are promised.
      jointActView.parse({
        id: row.id,
        kind: row.kind,
        details: details[at],
        reason: row.reason,
        proposedBy: people.get(row.proposed_by),
        proposedOn: dayOf(row.proposed_at),
        expiresOn: dayOf(row.expires_at),
        hoursLeft: hoursLeft(this.story(row), row.expires_at, this.clock.now()),
        state: this.story(row).state,
        secondedBy: row.answered_by === null ? null : people.get(row.answered_by),
        answeredOn: row.answered_at && dayOf(row.answered_at),
      }),
    );
  }
}
