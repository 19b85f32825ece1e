import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../platform/database/columns.js';

const telling = 'tell what moved to those who asked for it, once';
const kept = 'until unfollowed';

/** That a member follows every commitment of the dyad. */
@Entity()
export class CommitmentBoardFollow {
  @Kept('personal', telling, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commitment_board_follow_pk' })
  memberId: string;

  @Kept('technical', telling, kept)
  @Column('uuid')
  dyadId: string;
}

/** Up to which step a member was told of a commitment, which they follow by itself or with all. */
@Entity()
export class CommitmentFollow {
  @Kept('personal', telling, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commitment_follow_pk' })
  memberId: string;

  @Kept('technical', telling, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commitment_follow_pk' })
  commitmentId: string;

  @Kept('technical', telling, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('personal', telling, kept)
  @Column('boolean')
  byItself: boolean;

  @Kept('personal', telling, kept)
  @Column('integer')
  told: number;
}
