import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';

/** A stretch of a log: one writer, without a long pause. */
export interface Stretch {
  readonly from: number;
  readonly memberId: string | null;
  readonly at: Date;
}

/** So many rows of a log are looked at; of a longer one, so many at even distances. */
const mostRows = 50_000;

/** Reads logs as stories: who wrote when, and what. */
@Injectable()
export class DocumentHistoryRepository {
  /** The stretches of a log up to a number. */
  stretches(tx: Tx, id: string, upto: number): Promise<Stretch[]> {
    return tx.query<Stretch>(
      `with log as (
         select u.seq, u.member_id, u.at
         from generate_series(1, $2::bigint, $3::bigint) as s (seq)
         join document_update u on u.document_id = $1 and u.seq = s.seq
       ), marked as (
         select seq, member_id, at,
           lag(seq) over w is null or member_id is distinct from lag(member_id) over w
             or at - lag(at) over w > interval '10 minutes' as begins
         from log window w as (order by seq)
       )
       select seq::float8 as "from", member_id as "memberId", at from marked where begins order by seq`,
      [id, upto, Math.max(1, Math.ceil(upto / mostRows))],
    );
  }

  /** Some of the updates after a number and up to another, in order. */
  updates(tx: Tx, id: string, after: number, upto: number, most: number): Promise<{ seq: number; bytes: Buffer }[]> {
    return tx.query(
      `select seq::float8 as seq, bytes from document_update
       where document_id = $1 and seq > $2 and seq <= $3 order by seq limit $4`,
      [id, after, upto, most],
    );
  }

  /** Whose words are written under which client id; also those that the server wrote for somebody. */
  writers(tx: Tx, id: string): Promise<{ client: number; memberId: string }[]> {
    return tx.query(
      `select client::float8 as client, coalesce(member_id, for_member_id) as "memberId"
       from document_writer where document_id = $1 and coalesce(member_id, for_member_id) is not null`,
      [id],
    );
  }
}
