import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const purpose = 'do together what needs both sides';
const life = 'permanent';

@Entity()
export class JointAct {
  @Kept('content', purpose, life)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'joint_act_pk' })
  id: string;

  @Kept('content', purpose, life)
  @Column('uuid')
  dyadId: string;

  @Kept('content', purpose, life)
  @Column('text')
  kind: string;

  @Kept('content', purpose, life)
  @Column('jsonb')
  details: unknown;

  @Kept('content', purpose, life)
  @Column('text')
  reason: string;

  @Kept('special', purpose, life)
  @Column('uuid')
  proposedBy: string;

  @Kept('special', purpose, life)
  @Column('text')
  proposedBySide: string;

  @Kept('content', purpose, life)
  @Column('timestamptz')
  proposedAt: Date;

  @Kept('technical', purpose, life)
  @Column('timestamptz')
  expiresAt: Date;
}

@Entity()
export class JointActAnswer {
  @Kept('content', purpose, life)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'joint_act_answer_pk' })
  actId: string;

  @Kept('content', purpose, life)
  @Column('uuid')
  dyadId: string;

  @Kept('content', purpose, life)
  @Column('text')
  answer: string;

  @Kept('special', purpose, life)
  @Column('uuid')
  answeredBy: string;

  @Kept('special', purpose, life)
  @Column('text')
  side: string;

  @Kept('content', purpose, life)
  @Column('timestamptz')
  answeredAt: Date;
}
