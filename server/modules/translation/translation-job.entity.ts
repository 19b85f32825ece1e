import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const work = 'have an engine translate, without anybody waiting';
const kept = 'until it is done, hours at most';

@Entity()
@Unique('translation_job_once', ['ownerId', 'target'])
export class TranslationJob {
  @Kept('technical', work, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'translation_job_pk' })
  id: string;

  @Kept('technical', work, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', work, kept)
  @Column('text')
  ownerKind: string;

  @Kept('technical', work, kept)
  @Column('uuid')
  ownerId: string;

  @Kept('content', work, kept)
  @Column('text')
  source: string;

  @Kept('content', work, kept)
  @Column('text')
  target: string;

  @Kept('special', work, kept)
  @Column('text')
  text: string;

  @Kept('content', 'keep a text in the house', kept)
  @Column('boolean', { default: false })
  staysInside: boolean;

  @Kept('technical', work, kept)
  @Column('integer', { default: 0 })
  attempts: number;

  @Kept('technical', work, kept)
  @Column('timestamptz')
  nextAt: Date;
}
