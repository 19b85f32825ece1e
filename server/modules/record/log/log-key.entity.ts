import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const signing = 'sign checkpoints of the log, and tell by which key';

@Entity()
export class LogKey {
  @Kept('public', signing, 'permanent')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'log_key_pk' })
  dyadId: string;

  @Kept('public', signing, 'permanent')
  @PrimaryColumn('text', { primaryKeyConstraintName: 'log_key_pk' })
  verifierKey: string;

  @Kept('secret', signing, 'permanent')
  @Column('bytea', { nullable: true })
  sealed: Buffer | null;

  @Kept('public', signing, 'permanent')
  @Column('date')
  since: string;

  @Kept('public', signing, 'permanent')
  @Column('date', { nullable: true })
  retiredOn: string | null;

  @Kept('public', signing, 'permanent')
  @Column('text', { nullable: true })
  revoked: string | null;

  @Kept('public', signing, 'permanent')
  @Column('date', { nullable: true })
  leftPolicyOn: string | null;
}
