import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const ratifying = 'know what organisations said to a frozen statement';
const kept = 'permanent';

/** That an organisation signed exactly this text, and who did it for the organisation. */
@Entity()
export class RatificationSignature {
  @Kept('technical', ratifying, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ratification_signature_pk' })
  ratificationId: string;

  @Kept('public', ratifying, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ratification_signature_pk' })
  organisationId: string;

  @Kept('technical', ratifying, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('public', ratifying, kept)
  @Column('text')
  kind: string;

  @Kept('public', 'know exactly what is signed', kept)
  @Column('bytea')
  hash: Buffer;

  @Kept('special', ratifying, kept)
  @Column('uuid')
  memberId: string;

  @Kept('content', ratifying, kept)
  @Column('timestamptz')
  at: Date;
}

/** That an organisation does not sign, and why. */
@Entity()
export class RatificationDecline {
  @Kept('technical', ratifying, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ratification_decline_pk' })
  ratificationId: string;

  @Kept('content', ratifying, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ratification_decline_pk' })
  organisationId: string;

  @Kept('technical', ratifying, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('content', ratifying, kept)
  @Column('text')
  reason: string;

  @Kept('content', ratifying, kept)
  @Column('text')
  language: string;

  @Kept('special', ratifying, kept)
  @Column('uuid')
  memberId: string;

  @Kept('content', ratifying, kept)
  @Column('timestamptz')
  at: Date;
}

/** That drafters of a side want a frozen statement back. */
@Entity()
export class RatificationTakeBack {
  @Kept('technical', ratifying, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ratification_take_back_pk' })
  ratificationId: string;

  @Kept('special', ratifying, kept)
  @PrimaryColumn('text', { primaryKeyConstraintName: 'ratification_take_back_pk' })
  side: string;

  @Kept('technical', ratifying, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('personal', ratifying, kept)
  @Column('uuid')
  memberId: string;

  @Kept('content', ratifying, kept)
  @Column('timestamptz')
  at: Date;
}
