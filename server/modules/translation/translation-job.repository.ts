import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database/tx.js';
import type { OwnerKind } from './translation.events.js';

/** A text that an engine is to translate into one language. */
export interface Job {
  readonly id: string;
  readonly dyadId: string;
  readonly ownerKind: OwnerKind;
  readonly owner: string;
  readonly source: string;
  readonly target: string;
  readonly text: string;
  /** Whether it may go to no engine of others. */
  readonly staysInside: boolean;
  /** How often it was begun, this time included. */
  readonly attempts: number;
}

/** How much is taken at once. */
export interface Share {
  readonly most: number;
  readonly characters: number;
}

@Injectable()
export class TranslationJobRepository {
  async add(tx: Tx, job: Omit<Job, 'attempts'>, nextAt: Date): Promise<void> {
    await tx.query(
      `insert into translation_job (id, dyad_id, owner_kind, owner_id, source, target, text, next_at, stays_inside)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (owner_id, target) do nothing`,
      [job.id, job.dyadId, job.ownerKind, job.owner, job.source, job.target, job.text, nextAt, job.staysInside],
    );
  }

  /**
   * Takes the next jobs that are due. Nothing stays locked while an engine works: a job comes up again when the lease is
   * over, so what a crashed process had begun is begun again.
   * @param most of jobs
   * @param characters after which no other text is taken
   */
  claim(
    tx: Tx,
    now: Date,
    { most, characters, leaseSeconds }: Share & { readonly leaseSeconds: number },
  ): Promise<Job[]> {
    return tx.query<Job>(
      `with due as materialized (
         select id, next_at, length(text) as characters from translation_job
         where next_at <= $1 order by next_at, id limit $3 for update skip locked
       ), place as (
         select id, sum(characters) over (order by next_at, id) - characters as before from due
       )
       update translation_job set attempts = attempts + 1, next_at = $1::timestamptz + $2 * interval '1 second'
       where id in (select id from place where before < $4)
       returning id, dyad_id as "dyadId", owner_kind as "ownerKind", owner_id as owner, source, target, text,
         stays_inside as "staysInside", attempts`,
      [now, leaseSeconds, most, characters],
    );
  }

  /**
   * Ends jobs, in the order in which those who take texts back cancel them: neither waits for the other for ever.
   * @returns the ids of those that were there; others were cancelled meanwhile, or taken over after their lease, and their
   * results are dropped
   */
  async finish(tx: Tx, jobs: readonly Job[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }>(
      `with ended as materialized (
         select job.id from translation_job job
         join unnest($1::uuid[], $2::integer[]) as taken (id, attempts) using (id, attempts)
         order by job.owner_id, job.target for update of job
       )
       delete from translation_job where id in (select id from ended) returning id`,
      [jobs.map(({ id }) => id), jobs.map(({ attempts }) => attempts)],
    );
    return new Set(rows.map(({ id }) => id));
  }

  async postpone(tx: Tx, job: Job, until: Date): Promise<void> {
    await tx.query(`update translation_job set next_at = $3 where id = $1 and attempts = $2`, [
      job.id,
      job.attempts,
      until,
    ]);
  }

  async cancel(tx: Tx, owners: readonly string[]): Promise<void> {
    await tx.query(`delete from translation_job where owner_id = any($1::uuid[])`, [owners]);
  }

  async cancelOne(tx: Tx, owner: string, target: string): Promise<void> {
    await tx.query(`delete from translation_job where owner_id = $1 and target = $2`, [owner, target]);
  }
}
