import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const work = 'let readers say that a translation is wrong';
const kept = 'as long as the text it translates';

@Entity()
export class TranslationDispute {
  @Kept('technical', work, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'translation_dispute_pk' })
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

  @Kept('technical', work, kept)
  @Column('uuid')
  translationId: string;

  @Kept('content', work, kept)
  @Column('text')
  kind: string;

  @Kept('special', work, kept)
  @Column('text')
  words: string;

  @Kept('personal', work, kept)
  @Column('uuid')
  disputedBy: string;

  @Kept('special', work, kept)
  @Column('text')
  side: string;

  @Kept('technical', work, kept)
  @Column('timestamptz')
  at: Date;

  @Kept('technical', work, kept)
  @Column('text')
  state: string;

  @Kept('content', work, kept)
  @Column('text', { default: '' })
  answer: string;

  @Kept('technical', work, kept)
  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  @Kept('technical', work, kept)
  @Column('timestamptz', { nullable: true })
  confirmedAt: Date | null;
}
