import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const purpose = 'let invited people join their side';
const life = '30 days after it was used, 14 days after it ended unused';

@Entity()
export class Invitation {
  @Kept('technical', purpose, life)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invitation_pk' })
  id: string;

  @Kept('special', purpose, life)
  @Column('uuid')
  dyadId: string;

  @Kept('secret', purpose, life)
  @Column('bytea')
  tokenHash: Buffer;

  @Kept('special', purpose, life)
  @Column('text')
  side: string;

  @Kept('special', 'the first stewards of a new dyad', life)
  @Column('text', { nullable: true })
  role: string | null;

  @Kept('special', 'count quotas', life)
  @Column('uuid', { nullable: true })
  issuedBy: string | null;

  @Kept('personal', purpose, life)
  @Column('timestamptz')
  issuedAt: Date;

  @Kept('technical', purpose, life)
  @Column('timestamptz')
  expiresAt: Date;

  @Kept('personal', 'the reminder of the one who invited', life)
  @Column('text')
  note: string;

  @Kept('special', 'count quotas', life)
  @Column('uuid', { nullable: true })
  usedBy: string | null;

  @Kept('personal', purpose, life)
  @Column('timestamptz', { nullable: true })
  usedAt: Date | null;

  @Kept('technical', purpose, life)
  @Column('timestamptz', { nullable: true })
  recalledAt: Date | null;
}
