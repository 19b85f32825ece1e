import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const telling = 'say which organisations may sign joint statements';
const life = 'permanent';

/** An organisation that stewards of both sides admitted; it may sign joint statements through its delegates. */
@Entity()
export class Organisation {
  @Kept('public', telling, life)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'organisation_pk' })
  id: string;

  @Kept('public', telling, life)
  @Column('uuid')
  dyadId: string;

  @Kept('public', telling, life)
  @Column('text')
  side: string;

  @Kept('public', telling, life)
  @Column('jsonb')
  name: Record<string, string>;

  @Kept('public', telling, life)
  @Column('jsonb')
  purpose: Record<string, string>;

  @Kept('public', telling, life)
  @Column('text', { nullable: true })
  website: string | null;

  @Kept('public', 'say whose money and interests are behind it', life)
  @Column('uuid', { array: true })
  disclosures: string[];

  @Kept('public', telling, life)
  @Column('timestamptz')
  admittedAt: Date;
}

const signing = 'know who may sign for an organisation';

/** That somebody may sign for an organisation from now on, or may no more. */
@Entity()
export class DelegateEvent {
  @Kept('technical', signing, life)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'delegate_event_pk' })
  id: string;

  @Kept('technical', signing, life)
  @Column('uuid')
  dyadId: string;

  @Kept('special', signing, life)
  @Column('uuid')
  organisationId: string;

  @Kept('special', signing, life)
  @Column('uuid')
  memberId: string;

  @Kept('technical', signing, life)
  @Column('text')
  type: string;

  @Kept('content', signing, life)
  @Column('timestamptz')
  at: Date;
}
