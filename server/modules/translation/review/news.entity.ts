import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const work = 'tell people what became of their translations';
const kept = 'as long as the text it translates';

@Entity()
export class TranslationNews {
  @Kept('technical', work, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'translation_news_pk' })
  id: string;

  @Kept('technical', work, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', work, kept)
  @Column('uuid')
  ownerId: string;

  @Kept('content', work, kept)
  @Column('text')
  target: string;

  @Kept('personal', work, kept)
  @Column('uuid')
  memberId: string;

  @Kept('content', work, kept)
  @Column('text')
  kind: string;

  @Kept('technical', work, kept)
  @Column('timestamptz')
  at: Date;
}
