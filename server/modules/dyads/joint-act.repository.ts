import { Injectable } from '@nestjs/common';
import type { JointActKind } from '../../../shared/dyads/joint-act.schema.js';
import type { Tx } from '../../platform/database/tx.js';
import type { JointActAnswer, Party } from './joint-act.lifecycle.js';

export interface JointActRow {
  readonly id: string;
  readonly dyad_id: string;
  readonly kind: JointActKind;
  readonly details: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly proposed_by: string;
  readonly proposed_by_side: Party;
  readonly proposed_at: Date;
  readonly expires_at: Date;
  readonly answer: JointActAnswer | null;
  readonly answered_by: string | null;
  readonly answered_by_side: Party | null;
  readonly answered_at: Date | null;
}

export type NewJointAct = Omit<JointActRow, 'answer' | 'answered_by' | 'answered_by_side' | 'answered_at'>;

const select = `select j.*, r.answer, r.answered_by, r.side as answered_by_side, r.answered_at from joint_act j left join joint_act_answer r on r.act_id = j.id`;

@Injectable()
export class JointActRepository {
  latest(tx: Tx, dyadId: string): Promise<JointActRow[]> {
    return tx.query<JointActRow>(`${select} where j.dyad_id = $1 order by j.proposed_at desc, j.id limit 100`, [
      dyadId,
    ]);
  }

  byId(tx: Tx, id: string): Promise<JointActRow | undefined> {
    return tx.one<JointActRow>(`${select} where j.id = $1`, [id]);
  }

  async add(tx: Tx, act: NewJointAct): Promise<void> {
    await tx.query(
      `insert into joint_act (id, dyad_id, kind, details, reason, proposed_by, proposed_by_side, proposed_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        act.id,
        act.dyad_id,
        act.kind,
        act.details,
        act.reason,
        act.proposed_by,
        act.proposed_by_side,
        act.proposed_at,
        act.expires_at,
      ],
    );
  }

  /** The acts whose details name something, kept from changing until the transaction ends. */
  naming(tx: Tx, dyadId: string, name: string, value: string): Promise<Pick<JointActRow, 'id' | 'details'>[]> {
    return tx.query<Pick<JointActRow, 'id' | 'details'>>(
      `select j.id, j.details from joint_act j where j.dyad_id = $1 and j.details ->> $2 = $3 order by j.id for update`,
      [dyadId, name, value],
    );
  }

  /** What is left of details of which texts were erased. */
  async empty(tx: Tx, id: string, details: JointActRow['details']): Promise<void> {
    await tx.query(`update joint_act set details = $2 where id = $1`, [id, details]);
  }

  /** False when somebody answered before: there is one answer, and the primary key says so. */
  async answer(
    tx: Tx,
    act: JointActRow,
    given: { answer: JointActAnswer; by: string; side: Party; at: Date },
  ): Promise<boolean> {
    const row = await tx.one(
      `insert into joint_act_answer (act_id, dyad_id, answer, answered_by, side, answered_at) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing returning act_id`,
      [act.id, act.dyad_id, given.answer, given.by, given.side, given.at],
    );
    return row !== undefined;
  }
}
