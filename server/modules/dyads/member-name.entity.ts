import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const deciding = 'let moderators decide about a name, and keep it from others when they did';
const life = 'membership';

/** A name of a member that somebody pointed at. */
@Entity()
@Unique('member_name_once', ['memberId', 'pseudonymSkeleton'])
export class MemberName {
  @Kept('technical', deciding, life)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'member_name_pk' })
  id: string;

  @Kept('technical', deciding, life)
  @Column('uuid')
  dyadId: string;

  @Kept('special', deciding, life)
  @Column('uuid')
  memberId: string;

  @Kept('special', deciding, life)
  @Column('text')
  pseudonym: string;

  @Kept('technical', 'refuse names that look alike', life)
  @Column('text')
  pseudonymSkeleton: string;

  @Kept('personal', 'keep it from others', life)
  @Column('text', { nullable: true })
  withheld: string | null;

  @Kept('technical', deciding, life)
  @Column('timestamptz')
  notedAt: Date;
}
