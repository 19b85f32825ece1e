import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const promising = 'hold both sides to what they promised';
const far = 'show how far it is without telling the whole story again';
const kept = 'permanent';

/** A commitment, drafted or adopted, and how far it is by what happened to it so far. */
@Entity()
export class Commitment {
  @Kept('technical', promising, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commitment_pk' })
  id: string;

  @Kept('technical', promising, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('content', promising, kept)
  @Column('jsonb')
  content: unknown;

  @Kept('content', 'know exactly what was adopted', 'permanent, until a text of it is erased')
  @Column('text', { nullable: true })
  canonical: string | null;

  @Kept('content', 'know exactly what was adopted', 'permanent, until a text of it is erased')
  @Column('bytea', { nullable: true })
  hash: Buffer | null;

  @Kept('personal', promising, kept)
  @Column('uuid')
  draftedBy: string;

  @Kept('special', promising, kept)
  @Column('text')
  draftedBySide: string;

  @Kept('technical', 'say that it came from a file', kept)
  @Column('boolean')
  imported: boolean;

  @Kept('content', promising, kept)
  @Column('timestamptz')
  draftedAt: Date;

  @Kept('content', promising, kept)
  @Column('timestamptz')
  changedAt: Date;

  @Kept('public', promising, kept)
  @Column('date', { nullable: true })
  adoptedOn: string | null;

  @Kept('public', 'find each step in the public record', kept)
  @Column('integer')
  rev: number;

  @Kept('public', far, kept)
  @Column('text')
  standing: string;

  @Kept('public', far, kept)
  @Column('date', { nullable: true })
  suspendedUntil: string | null;

  @Kept('public', far, kept)
  @Column('uuid', { nullable: true })
  supersededBy: string | null;

  @Kept('public', far, kept)
  @Column('date', { nullable: true })
  nextDue: string | null;

  @Kept('technical', 'write down that nobody spoke in time', kept)
  @Column('date', { nullable: true })
  looksOn: string | null;

  @Kept('public', far, kept)
  @Column('boolean')
  contested: boolean;

  @Kept('public', far, kept)
  @Column('boolean')
  fulfilledAsClaimed: boolean;

  @Kept('public', far, kept)
  @Column('boolean')
  fulfilledAsAssessed: boolean;

  @Kept('public', far, kept)
  @Column('jsonb')
  progress: unknown;

  @Kept('public', far, kept)
  @Column('jsonb')
  milestones: unknown;
}
