import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const proof = 'let the person prove what was decided, by what the public record committed to';
const kept = 'until the statement is erased';

@Entity()
export class ModerationCommitment {
  @Kept('technical', proof, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_commitment_pk' })
  statementId: string;

  @Kept('technical', proof, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('secret', proof, kept)
  @Column('bytea')
  salt: Buffer;

  @Kept('content', proof, kept)
  @Column('bytea')
  contentHash: Buffer;

  @Kept('special', proof, kept)
  @Column('jsonb', { nullable: true })
  statement: unknown;
}
