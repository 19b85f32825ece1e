import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const work = 'show whether both sides stand behind a translation';
const kept = 'as long as the text it translates';

@Entity()
export class TranslationStance {
  @Kept('technical', work, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'translation_stance_pk' })
  translationId: string;

  @Kept('personal', work, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'translation_stance_pk' })
  memberId: string;

  @Kept('technical', work, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', work, kept)
  @Column('uuid')
  ownerId: string;

  @Kept('special', work, kept)
  @Column('text')
  side: string;

  @Kept('technical', work, kept)
  @Column('timestamptz')
  at: Date;
}
