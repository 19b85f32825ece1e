import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const purpose = 'keep somebody signed in, and let them see and end where';
const life = 'until it ends';

@Entity()
export class Session {
  @Kept('technical', purpose, life)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_pk' })
  id: string;

  @Kept('secret', purpose, life)
  @Column('bytea')
  tokenHash: Buffer;

  @Kept('personal', purpose, life)
  @Column('uuid')
  accountId: string;

  @Kept('technical', purpose, life)
  @Column('text')
  how: string;

  @Kept('technical', 'wait for the second factor', life)
  @Column('boolean')
  pending: boolean;

  @Kept('technical', 'know whether a second factor was proved', life)
  @Column('boolean')
  strong: boolean;

  @Kept('personal', purpose, life)
  @Column('timestamptz')
  openedAt: Date;

  @Kept('technical', 'ask again before what protects the account is changed', life)
  @Column('timestamptz')
  provedAt: Date;

  @Kept('personal', 'end idle sessions', life)
  @Column('timestamptz')
  lastSeenAt: Date;
}
