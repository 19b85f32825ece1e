import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';
import type { StoredEvent } from './stored-event.js';

const columns = `e.commitment_id as "commitmentId", e.rev, to_char(e.day, 'YYYY-MM-DD') as on, e.type, e.claim,
  e.member_id as "memberId", e.side, e.organisation_id as "organisationId", e.body`;

@Injectable()
export class CommitmentEventRepository {
  async add(tx: Tx, dyadId: string, event: StoredEvent): Promise<void> {
    const { commitmentId, rev, on, type, claim, memberId, side, organisationId, body } = event;
    await tx.query(
      `insert into commitment_event
         (commitment_id, rev, dyad_id, type, day, claim, member_id, side, organisation_id, body)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [commitmentId, rev, dyadId, type, on, claim, memberId, side, organisationId, JSON.stringify(body)],
    );
  }

  /** What is left of what was said when texts of it were erased. */
  async empty(tx: Tx, { commitmentId, rev, body }: Pick<StoredEvent, 'commitmentId' | 'rev' | 'body'>): Promise<void> {
    await tx.query(`update commitment_event set body = $3 where commitment_id = $1 and rev = $2`, [
      commitmentId,
      rev,
      JSON.stringify(body),
    ]);
  }

  /** Everything that happened to a commitment, in its order. */
  of(tx: Tx, commitmentId: string): Promise<StoredEvent[]> {
    return tx.query<StoredEvent>(
      `select ${columns} from commitment_event e where e.commitment_id = $1 order by e.rev`,
      [commitmentId],
    );
  }

  /** Everything that happened to some commitments. */
  ofSome(tx: Tx, commitmentIds: readonly string[]): Promise<StoredEvent[]> {
    return tx.query<StoredEvent>(
      `select ${columns} from commitment_event e where e.commitment_id = any($1::uuid[]) order by e.commitment_id, e.rev`,
      [commitmentIds],
    );
  }

  /** Everything that happened to any commitment of a dyad. */
  ofDyad(tx: Tx, dyadId: string): Promise<StoredEvent[]> {
    return tx.query<StoredEvent>(
      `select ${columns} from commitment_event e where e.dyad_id = $1 order by e.commitment_id, e.rev`,
      [dyadId],
    );
  }

  /** The number of an evaluator in the dyad; with the first assessment it is the next that nobody has. */
  async evaluatorNumber(tx: Tx, dyadId: string, memberId: string): Promise<number> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 7062017))`, [dyadId]);
    await tx.query(
      `insert into commitment_evaluator (dyad_id, member_id, number)
       select $1, $2, coalesce(max(number), 0) + 1 from commitment_evaluator where dyad_id = $1
       on conflict on constraint commitment_evaluator_pk do nothing`,
      [dyadId, memberId],
    );
    const row = await tx.one<{ number: number }>(
      `select number from commitment_evaluator where dyad_id = $1 and member_id = $2`,
      [dyadId, memberId],
    );
    return row?.number ?? 0;
  }
}
