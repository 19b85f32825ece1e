import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const template = 'say the same of like cases, in the languages of both sides';
const kept = 'life of the dyad';

@Entity()
export class ModerationTemplate {
  @Kept('technical', template, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_template_pk' })
  id: string;

  @Kept('technical', template, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('content', template, kept)
  @Column('text')
  reason: string;

  @Kept('technical', template, kept)
  @Column('timestamptz')
  openedAt: Date;
}

@Entity()
export class ModerationTemplateVersion {
  @Kept('technical', template, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_template_version_pk' })
  templateId: string;

  @Kept('technical', 'change nothing that was used', kept)
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'moderation_template_version_pk' })
  version: number;

  @Kept('technical', template, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('content', template, kept)
  @Column('jsonb')
  title: unknown;

  @Kept('content', template, kept)
  @Column('jsonb')
  text: unknown;

  @Kept('personal', template, kept)
  @Column('uuid')
  proposedBy: string;

  @Kept('technical', template, kept)
  @Column('timestamptz')
  at: Date;
}

@Entity()
export class ModerationTemplateKey {
  @Kept('technical', template, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_template_key_pk' })
  templateId: string;

  @Kept('technical', template, kept)
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'moderation_template_key_pk' })
  version: number;

  @Kept('special', 'have a key of each side', kept)
  @PrimaryColumn('text', { primaryKeyConstraintName: 'moderation_template_key_pk' })
  side: string;

  @Kept('technical', template, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('personal', template, kept)
  @Column('uuid')
  memberId: string;

  @Kept('technical', template, kept)
  @Column('timestamptz')
  at: Date;
}
