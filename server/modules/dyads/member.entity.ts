import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const purpose = 'take part under a pseudonym';
const life = 'membership';
const restriction = 'refuse what moderators decided that the member may not do';

@Entity()
export class Member {
  @Kept('special', purpose, life)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'member_pk' })
  id: string;

  @Kept('special', purpose, life)
  @Column('uuid')
  dyadId: string;

  @Kept('special', 'know whose membership it is; shown to nobody', life)
  @Column('uuid', { nullable: true })
  accountId: string | null;

  @Kept('special', purpose, life)
  @Column('text')
  pseudonym: string;

  @Kept('technical', 'refuse names that look alike', life)
  @Column('text')
  pseudonymSkeleton: string;

  @Kept('personal', 'show a neutral name while moderators withhold the own one', life)
  @Column('uuid', { nullable: true })
  withheldNameId: string | null;

  @Kept('special', 'show a neutral name while moderators withhold the own one', life)
  @Column('text', { nullable: true, unique: true })
  neutralName: string | null;

  @Kept('special', 'hear both sides alike', life)
  @Column('text')
  side: string;

  @Kept('special', 'offer the right language in the composer', life)
  @Column('text')
  writesIn: string;

  @Kept('personal', 'show texts as the member likes', life)
  @Column('text')
  reading: string;

  @Kept('personal', 'show texts as the member likes', life)
  @Column('jsonb', { default: {} })
  readingByLanguage: object;

  @Kept('special', 'know who can translate', life)
  @Column('text', { array: true, default: [] })
  alsoReads: string[];

  @Kept('special', 'know who can translate', life)
  @Column('text', { array: true, default: [] })
  alsoWrites: string[];

  @Kept('personal', 'name those who translate, where they want it', life)
  @Column('boolean', { default: false })
  credited: boolean;

  @Kept('personal', 'know what the member may do', life)
  @Column('text', { array: true })
  roles: string[];

  @Kept('personal', 'know which rules the member accepted', life)
  @Column('integer', { nullable: true })
  charterAccepted: number | null;

  @Kept('personal', 'know which rules the member accepted', life)
  @Column('timestamptz', { nullable: true })
  charterAcceptedAt: Date | null;

  @Kept('personal', restriction, life)
  @Column('timestamptz', { nullable: true })
  silencedUntil: Date | null;

  @Kept('personal', restriction, life)
  @Column('timestamptz', { nullable: true })
  suspendedUntil: Date | null;

  @Kept('personal', restriction, life)
  @Column('boolean', { default: false })
  banned: boolean;

  @Kept('personal', restriction, life)
  @Column('boolean', { default: false })
  warned: boolean;
}

@Entity()
export class MemberEvent {
  @Kept('technical', 'prove consent and roles', 'membership and 30 days')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'member_event_pk' })
  id: string;

  @Kept('special', 'prove consent and roles', 'membership and 30 days')
  @Column('uuid')
  dyadId: string;

  @Kept('special', 'prove consent and roles', 'membership and 30 days')
  @Column('uuid')
  memberId: string;

  @Kept('personal', 'prove consent and roles', 'membership and 30 days')
  @Column('text')
  type: string;

  @Kept('personal', 'prove consent and roles', 'membership and 30 days')
  @Column('text')
  detail: string;

  @Kept('personal', 'prove consent and roles', 'membership and 30 days')
  @Column('timestamptz')
  at: Date;
}
