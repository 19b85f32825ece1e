import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const decide = 'let moderators of both sides decide together';
const kept = 'life of the dyad';

@Entity()
export class ModerationBulk {
  @Kept('technical', decide, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_bulk_pk' })
  id: string;

  @Kept('technical', decide, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('personal', decide, kept)
  @Column('uuid')
  openedBy: string;

  @Kept('technical', decide, kept)
  @Column('timestamptz')
  openedAt: Date;
}

@Entity()
export class ModerationProposal {
  @Kept('technical', decide, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_proposal_pk' })
  id: string;

  @Kept('technical', decide, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', decide, kept)
  @Column('uuid')
  itemId: string;

  @Kept('technical', 'know which words were judged', kept)
  @Column('integer')
  revision: number;

  @Kept('content', decide, kept)
  @Column('text', { nullable: true })
  measure: string | null;

  @Kept('content', 'take these words out, and no others', kept)
  @Column('text', { array: true, default: () => "'{}'" })
  passages: string[];

  @Kept('special', decide, kept)
  @Column('text', { nullable: true })
  sanction: string | null;

  @Kept('special', decide, kept)
  @Column('integer', { nullable: true })
  sanctionDays: number | null;

  @Kept('content', 'tell the person why', kept)
  @Column('text')
  reason: string;

  @Kept('technical', 'say by which version of the charter it was judged', kept)
  @Column('integer')
  policyVersion: number;

  @Kept('technical', 'say by which article it was judged', kept)
  @Column('integer', { nullable: true })
  article: number | null;

  @Kept('content', 'tell the person why', kept)
  @Column('jsonb')
  facts: unknown;

  @Kept('technical', 'know how many keys it needs', kept)
  @Column('text')
  class: string;

  @Kept('technical', 'open nothing but what was read', kept)
  @Column('bytea')
  actionHash: Buffer;

  @Kept('technical', decide, kept)
  @Column('text')
  state: string;

  @Kept('personal', 'keep proposers from giving two keys', kept)
  @Column('uuid', { nullable: true })
  proposedBy: string | null;

  @Kept('special', 'prove that both sides are treated alike', kept)
  @Column('text', { nullable: true })
  proposedSide: string | null;

  @Kept('technical', decide, kept)
  @Column('timestamptz')
  openedAt: Date;

  @Kept('technical', decide, kept)
  @Column('timestamptz')
  expiresAt: Date;

  @Kept('technical', decide, kept)
  @Column('timestamptz', { nullable: true })
  closedAt: Date | null;

  @Kept('technical', 'decide alike cases together', kept)
  @Column('uuid', { nullable: true })
  bulkParent: string | null;
}

@Entity()
export class ModerationKey {
  @Kept('technical', decide, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_key_pk' })
  id: string;

  @Kept('technical', decide, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', decide, kept)
  @Column('uuid')
  proposalId: string;

  @Kept('personal', 'keep anybody from giving two keys', kept)
  @Column('uuid')
  memberId: string;

  @Kept('special', 'have a key of each side', kept)
  @Column('text')
  side: string;

  @Kept('special', 'have a key for a side that is away', kept)
  @Column('text', { nullable: true })
  proxyFor: string | null;

  @Kept('technical', 'open nothing but what was read', kept)
  @Column('bytea')
  actionHash: Buffer;

  @Kept('content', decide, kept)
  @Column('text')
  verdict: string;

  @Kept('content', decide, kept)
  @Column('text', { default: '' })
  note: string;

  @Kept('technical', decide, kept)
  @Column('timestamptz')
  at: Date;
}
