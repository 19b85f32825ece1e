import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from './columns.js';

const purpose = 'make a repeated request happen once';

@Entity()
export class IdempotencyKey {
  @Kept('technical', purpose, '7 days')
  @PrimaryColumn('text', { primaryKeyConstraintName: 'idempotency_key_pk' })
  owner: string;

  @Kept('technical', purpose, '7 days')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'idempotency_key_pk' })
  key: string;

  @Kept('technical', purpose, '7 days')
  @Column('uuid')
  dyadId: string;

  @Kept('technical', purpose, '7 days')
  @Column('text')
  fingerprint: string;

  @Kept('technical', purpose, '7 days')
  @Column('jsonb', { nullable: true })
  answer: unknown;

  @Kept('technical', purpose, '7 days')
  @Column('timestamptz')
  usedAt: Date;
}
