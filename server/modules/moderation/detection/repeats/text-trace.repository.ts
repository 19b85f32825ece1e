import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../../platform/database/tx.js';

/** The trace of one revision of something written. */
export interface NewTrace {
  readonly id: string;
  readonly dyadId: string;
  readonly kind: string;
  readonly content: string;
  readonly revision: number;
  readonly authorId: string;
  readonly marks: readonly string[];
  readonly writtenAt: Date;
}

/** Something else that may say the same. */
export interface NearTrace {
  readonly content: string;
  readonly authorId: string;
  readonly marks: readonly string[];
}

/** Of a text that everybody repeats so many of the newest are looked at. */
const mostNear = 200;

@Injectable()
export class TextTraceRepository {
  /** Other things of the dyad, written since a moment, that share one of some marks; the newest first. */
  near(
    tx: Tx,
    { dyadId, kind, content }: Pick<NewTrace, 'dyadId' | 'kind' | 'content'>,
    marks: readonly string[],
    since: Date,
  ): Promise<NearTrace[]> {
    return tx.query<NearTrace>(
      `select content_id as content, author_id as "authorId", marks from text_trace
       where dyad_id = $1 and written_at >= $2 and (kind, content_id) <> ($3, $4)
         and id in (select trace_id from text_trace_mark where dyad_id = $1 and mark = any($5::bigint[]))
       order by written_at desc, id limit $6`,
      [dyadId, since, kind, content, marks, mostNear],
    );
  }

  /** Adds the trace of a revision; one that is there already stays. */
  async add(tx: Tx, trace: NewTrace, leading: readonly string[]): Promise<void> {
    await tx.query(
      `with added as (
         insert into text_trace (id, dyad_id, kind, content_id, revision, author_id, marks, written_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id, dyad_id)
       insert into text_trace_mark (trace_id, dyad_id, mark) select distinct id, dyad_id, mark
       from added, unnest($9::bigint[]) as mark`,
      [
        trace.id,
        trace.dyadId,
        trace.kind,
        trace.content,
        trace.revision,
        trace.authorId,
        trace.marks,
        trace.writtenAt,
        leading,
      ],
    );
  }

  /** @returns how many there were */
  async forget(tx: Tx, before: Date): Promise<number> {
    return (await tx.query(`delete from text_trace where written_at < $1 returning id`, [before])).length;
  }
}
