import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const work = 'let people translate what machines cannot';
const kept = 'as long as the text it translates';

@Entity()
export class TranslationProposal {
  @Kept('technical', work, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'translation_proposal_pk' })
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

  @Kept('special', work, kept)
  @Column('text')
  body: string;

  @Kept('personal', work, kept)
  @Column('uuid')
  proposedBy: string;

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
  reason: string;

  @Kept('technical', work, kept)
  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;
}
