import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const consenting = 'show everybody where texts may go, and since when';
const life = 'permanent';

/** A consent of both sides to an engine of others, or its withdrawal by one; the newest of an engine holds. */
@Entity()
export class EgressConsent {
  @Kept('public', consenting, life)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'egress_consent_pk' })
  dyadId: string;

  @Kept('public', consenting, life)
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'egress_consent_pk' })
  number: number;

  @Kept('public', consenting, life)
  @Column('text')
  engine: string;

  @Kept('public', consenting, life)
  @Column('text')
  recipient: string;

  @Kept('public', consenting, life)
  @Column('text')
  country: string;

  @Kept('public', consenting, life)
  @Column('text')
  type: string;

  @Kept('technical', 'know which stewards consented', life)
  @Column('uuid', { nullable: true })
  actId: string | null;

  @Kept('personal', 'know which steward withdrew a consent', life)
  @Column('uuid', { nullable: true })
  withdrawnBy: string | null;

  @Kept('public', consenting, life)
  @Column('text', { nullable: true })
  side: string | null;

  @Kept('public', consenting, life)
  @Column('text')
  reason: string;

  @Kept('content', consenting, life)
  @Column('timestamptz')
  at: Date;
}

const counting = 'keep engines within their budget';

/** How much an engine was asked on one day (UTC). */
@Entity()
export class TranslationUsage {
  @Kept('technical', counting, life)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'translation_usage_pk' })
  dyadId: string;

  @Kept('technical', counting, life)
  @PrimaryColumn('text', { primaryKeyConstraintName: 'translation_usage_pk' })
  engine: string;

  @Kept('technical', counting, life)
  @PrimaryColumn('date', { primaryKeyConstraintName: 'translation_usage_pk' })
  day: string;

  @Kept('technical', counting, life)
  @Column('bigint')
  characters: string;

  @Kept('technical', counting, life)
  @Column('integer')
  requests: number;

  @Kept('technical', counting, life)
  @Column('integer', { default: 0 })
  errors: number;
}
