import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../database/columns.js';

const outbox = 'deliver facts to other modules after the commit';
const live = 'tell readers what changed, and fill their gaps';

@Entity()
export class Fact {
  @Kept('technical', outbox, '14 days after delivery')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fact_pk' })
  id: string;

  @Kept('technical', outbox, '14 days after delivery')
  @Column('uuid')
  dyadId: string;

  @Kept('technical', outbox, '14 days after delivery')
  @Column('text')
  kind: string;

  @Kept('technical', outbox, '14 days after delivery')
  @Column('jsonb')
  payload: unknown;

  @Kept('technical', outbox, '14 days after delivery')
  @Column('timestamptz')
  recordedAt: Date;

  @Kept('technical', outbox, '14 days after delivery')
  @Column('integer', { default: 0 })
  attempts: number;

  @Kept('technical', outbox, '14 days after delivery')
  @Column('timestamptz', { default: () => 'now()' })
  nextAttemptAt: Date;

  @Kept('technical', outbox, '14 days after delivery')
  @Column('timestamptz', { nullable: true })
  deliveredAt: Date | null;
}

@Entity()
export class FactHandled {
  @Kept('technical', outbox, '14 days after delivery')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'fact_handled_pk' })
  factId: string;

  @Kept('technical', outbox, '14 days after delivery')
  @PrimaryColumn('text', { primaryKeyConstraintName: 'fact_handled_pk' })
  handler: string;

  @Kept('technical', outbox, '14 days after delivery')
  @Column('uuid')
  dyadId: string;
}

@Entity()
export class StreamHead {
  @Kept('technical', live, 'life of the dyad')
  @PrimaryColumn('text', { primaryKeyConstraintName: 'stream_head_pk' })
  stream: string;

  @Kept('technical', live, 'life of the dyad')
  @Column('uuid')
  dyadId: string;

  @Kept('technical', live, 'life of the dyad')
  @Column('bigint')
  seq: string;
}

@Entity({ name: 'signal' })
export class SignalRecord {
  @Kept('technical', live, 'life of the dyad')
  @PrimaryColumn('text', { primaryKeyConstraintName: 'signal_pk' })
  stream: string;

  @Kept('technical', live, 'life of the dyad')
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'signal_pk' })
  seq: string;

  @Kept('technical', live, 'life of the dyad')
  @Column('uuid')
  dyadId: string;

  @Kept('technical', live, 'life of the dyad')
  @Column('text')
  kind: string;

  @Kept('technical', live, 'life of the dyad')
  @Column('jsonb')
  about: unknown;

  @Kept('technical', live, 'life of the dyad')
  @Column('timestamptz')
  recordedAt: Date;

  @Kept('technical', live, 'life of the dyad')
  @Column('timestamptz', { nullable: true })
  toldAt: Date | null;
}
