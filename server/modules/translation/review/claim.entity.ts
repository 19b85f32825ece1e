import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const work = 'keep two people from the same work';
const kept = 'as long as the text it translates';

@Entity()
export class TranslationClaim {
  @Kept('technical', work, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'translation_claim_pk' })
  ownerId: string;

  @Kept('content', work, kept)
  @PrimaryColumn('text', { primaryKeyConstraintName: 'translation_claim_pk' })
  target: string;

  @Kept('technical', work, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('personal', work, kept)
  @Column('uuid')
  memberId: string;

  @Kept('technical', work, kept)
  @Column('timestamptz')
  until: Date;
}
