import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../platform/database/columns.js';

const mention = 'link a name in a text to the member it means';
const kept = 'as long as the text';

@Entity()
export class Mention {
  @Kept('technical', mention, kept)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'mention_pk' })
  revisionId: string;

  @Kept('personal', mention, kept)
  @PrimaryColumn('text', { primaryKeyConstraintName: 'mention_pk' })
  name: string;

  @Kept('technical', mention, kept)
  @Column('uuid')
  dyadId: string;

  @Kept('personal', mention, kept)
  @Column('uuid')
  memberId: string;
}
