import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const account = 'account for every decision; rows are never changed';
const kept = 'life of the dyad';

@Entity()
export class ModerationEvent {
  @Kept('technical', account, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_event_pk' })
  id: string;

  @Kept('technical', account, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', account, kept)
  @Column('uuid')
  itemId: string;

  @Kept('technical', account, kept)
  @Column('text')
  type: string;

  @Kept('technical', 'rebuild where an item stands', kept)
  @Column('text')
  state: string;

  @Kept('personal', account, kept)
  @Column('uuid', { nullable: true })
  actorId: string | null;

  @Kept('special', 'prove that both sides are treated alike', kept)
  @Column('text', { nullable: true })
  actorSide: string | null;

  @Kept('content', 'tell the author why', kept)
  @Column('text', { nullable: true })
  reason: string | null;

  @Kept('content', 'tell the author why', kept)
  @Column('text', { default: '' })
  note: string;

  @Kept('technical', 'say how long waiting usually takes', kept)
  @Column('integer', { nullable: true })
  waitedSeconds: number | null;

  @Kept('technical', account, kept)
  @Column('timestamptz')
  at: Date;

  @Kept('technical', 'show that no event was left out or changed', kept)
  @Column('bigint')
  seq: string;

  @Kept('technical', 'show that no event was left out or changed', kept)
  @Column('bytea')
  previous: Buffer;

  @Kept('technical', 'show that no event was left out or changed', kept)
  @Column('bytea')
  hash: Buffer;

  @Kept('content', 'rebuild where an item stands', kept)
  @Column('jsonb')
  payload: unknown;

  @Kept('technical', 'say by which version of the charter it was judged', kept)
  @Column('integer', { nullable: true })
  policyVersion: number | null;

  @Kept('technical', account, kept)
  @Column('text')
  tool: string;

  @Kept('technical', 'say what no person decided', kept)
  @Column('boolean')
  automated: boolean;

  @Kept('technical', account, kept)
  @Column('uuid', { nullable: true })
  causedBy: string | null;
}
