import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const work = 'know which translations people miss';
const kept = 'as long as the text it translates';

@Entity()
export class TranslationRequest {
  @Kept('technical', work, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'translation_request_pk' })
  ownerId: string;

  @Kept('content', work, kept)
  @PrimaryColumn('text', { primaryKeyConstraintName: 'translation_request_pk' })
  target: string;

  @Kept('personal', work, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'translation_request_pk' })
  memberId: string;

  @Kept('technical', work, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', work, kept)
  @Column('timestamptz')
  at: Date;
}
