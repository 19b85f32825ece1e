import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Kept } from '../../../../platform/database/columns.js';

const comparing = 'tell a text that is said again and again';
const days = '3 days';

/** What is kept of a text to recognise it again, for some days; the text cannot be read from it. */
@Entity()
export class TextTrace {
  @Kept('technical', comparing, days)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'text_trace_pk' })
  id: string;

  @Kept('technical', comparing, days)
  @Column('uuid')
  dyadId: string;

  @Kept('technical', comparing, days)
  @Column('text')
  kind: string;

  @Kept('technical', comparing, days)
  @Column('uuid')
  contentId: string;

  @Kept('technical', comparing, days)
  @Column('integer')
  revision: number;

  @Kept('personal', 'tell an author who repeats from several who say the same', days)
  @Column('uuid')
  authorId: string;

  @Kept('content', comparing, days)
  @Column('bigint', { array: true })
  marks: string[];

  @Kept('technical', comparing, days)
  @Column('timestamptz')
  writtenAt: Date;
}

/** The marks that lead to a trace. */
@Entity()
export class TextTraceMark {
  @Kept('technical', comparing, days)
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'text_trace_mark_pk' })
  traceId: string;

  @Kept('content', comparing, days)
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'text_trace_mark_pk' })
  mark: string;

  @Kept('technical', comparing, days)
  @Column('uuid')
  dyadId: string;
}
