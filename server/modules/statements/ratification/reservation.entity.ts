import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const reserving = 'show what an organisation could not share';
const kept = 'permanent';

/** What one organisation cannot share, beside a clause or the whole. */
@Entity()
export class StatementReservation {
  @Kept('technical', reserving, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'statement_reservation_pk' })
  id: string;

  @Kept('technical', reserving, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', reserving, kept)
  @Column('uuid')
  statementId: string;

  @Kept('content', reserving, kept)
  @Column('uuid')
  organisationId: string;

  @Kept('content', reserving, kept)
  @Column('uuid', { nullable: true })
  clauseId: string | null;

  @Kept('content', reserving, kept)
  @Column('jsonb')
  text: Record<string, string>;

  @Kept('special', reserving, kept)
  @Column('uuid')
  memberId: string;

  @Kept('content', reserving, kept)
  @Column('timestamptz')
  at: Date;
}

/** That a reservation was taken back before the statement was frozen. */
@Entity()
export class ReservationWithdrawal {
  @Kept('technical', reserving, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'reservation_withdrawal_pk' })
  reservationId: string;

  @Kept('technical', reserving, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('special', reserving, kept)
  @Column('uuid')
  memberId: string;

  @Kept('content', reserving, kept)
  @Column('timestamptz')
  at: Date;
}
