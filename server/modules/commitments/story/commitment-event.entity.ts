import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const saying = 'keep what each side and the evaluators said, and what nobody said in time';
const numbering = 'tell evaluators apart without naming them';
const kept = 'permanent';

/** Something that happened to a commitment; its number is the revision of the commitment in the public record. */
@Entity()
export class CommitmentEvent {
  @Kept('technical', saying, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commitment_event_pk' })
  commitmentId: string;

  @Kept('public', saying, kept)
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'commitment_event_pk' })
  rev: number;

  @Kept('technical', saying, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('public', saying, kept)
  @Column('text')
  type: string;

  @Kept('public', saying, kept)
  @Column('date')
  day: string;

  @Kept('public', saying, kept)
  @Column('integer', { nullable: true })
  claim: number | null;

  @Kept('personal', saying, kept)
  @Column('uuid', { nullable: true })
  memberId: string | null;

  @Kept('special', saying, kept)
  @Column('text', { nullable: true })
  side: string | null;

  @Kept('public', saying, kept)
  @Column('uuid', { nullable: true })
  organisationId: string | null;

  @Kept('content', saying, kept)
  @Column('jsonb')
  body: unknown;
}

/** The number of an evaluator in a dyad, given with the first assessment. */
@Entity()
@Unique('commitment_evaluator_number', ['dyadId', 'number'])
export class CommitmentEvaluator {
  @Kept('technical', numbering, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commitment_evaluator_pk' })
  dyadId: string;

  @Kept('personal', numbering, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commitment_evaluator_pk' })
  memberId: string;

  @Kept('public', numbering, kept)
  @Column('integer')
  number: number;
}
