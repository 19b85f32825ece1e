import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const panel = 'decide what both sides do not agree upon';
const kept = 'life of the dyad';

@Entity()
export class ModerationPanel {
  @Kept('technical', panel, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_panel_pk' })
  id: string;

  @Kept('technical', panel, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', panel, kept)
  @Column('uuid')
  itemId: string;

  @Kept('technical', panel, kept)
  @Column('uuid', { nullable: true })
  proposalId: string | null;

  @Kept('technical', panel, kept)
  @Column('uuid', { nullable: true })
  appealId: string | null;

  @Kept('technical', panel, kept)
  @Column('text')
  state: string;

  @Kept('technical', panel, kept)
  @Column('timestamptz')
  openedAt: Date;

  @Kept('technical', panel, kept)
  @Column('timestamptz')
  dueAt: Date;
}

@Entity()
export class ModerationPanelSeat {
  @Kept('technical', panel, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_panel_seat_pk' })
  panelId: string;

  @Kept('special', 'seat one of each side and a neutral', kept)
  @PrimaryColumn('text', { primaryKeyConstraintName: 'moderation_panel_seat_pk' })
  side: string;

  @Kept('technical', panel, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('personal', panel, kept)
  @Column('uuid')
  memberId: string;

  @Kept('technical', panel, kept)
  @Column('timestamptz')
  at: Date;
}

@Entity()
export class ModerationVerdict {
  @Kept('technical', panel, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_verdict_pk' })
  panelId: string;

  @Kept('special', 'count who of which side said what', kept)
  @PrimaryColumn('text', { primaryKeyConstraintName: 'moderation_verdict_pk' })
  side: string;

  @Kept('technical', panel, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('content', panel, kept)
  @Column('text')
  verdict: string;

  @Kept('content', panel, kept)
  @Column('text')
  note: string;

  @Kept('content', 'answer whoever appeals in both languages', kept)
  @Column('jsonb', { nullable: true })
  reasons: unknown;

  @Kept('content', 'leave on appeal what the panel leaves', kept)
  @Column('jsonb', { nullable: true })
  variation: unknown;

  @Kept('technical', panel, kept)
  @Column('timestamptz')
  at: Date;
}
