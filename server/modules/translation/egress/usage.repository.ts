import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/database/tx.js';

/** What an engine is about to be asked. */
export interface Asking {
  readonly dyadId: string;
  readonly engine: string;
  /** The day of the request (UTC), as `2027-03-01`. */
  readonly day: string;
}

@Injectable()
export class UsageRepository {
  /** Has others who would ask the same engine wait until the transaction is over, so that no two spend the same rest. */
  async lock(tx: Tx, engine: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 7062020))`, [engine]);
  }

  /** The characters that an engine got in the calendar month of a day, of all dyads that the transaction may see. */
  async inMonthOf(tx: Tx, { engine, day }: Pick<Asking, 'engine' | 'day'>): Promise<number> {
    const row = await tx.one<{ characters: string }>(
      `select coalesce(sum(characters), 0) as characters from translation_usage
       where engine = $1 and day >= date_trunc('month', $2::date) and day < date_trunc('month', $2::date) + interval '1 month'`,
      [engine, day],
    );
    return Number(row?.characters ?? 0);
  }

  /** Counts a request before it is sent. */
  async add(tx: Tx, { dyadId, engine, day }: Asking, characters: number): Promise<void> {
    await tx.query(
      `insert into translation_usage (dyad_id, engine, day, characters, requests) values ($1, $2, $3, $4, 1)
       on conflict (dyad_id, engine, day) do update
         set characters = translation_usage.characters + excluded.characters, requests = translation_usage.requests + 1`,
      [dyadId, engine, day, characters],
    );
  }

  /** A request that was counted has failed. */
  async addError(tx: Tx, { dyadId, engine, day }: Asking): Promise<void> {
    await tx.query(`update translation_usage set errors = errors + 1 where dyad_id = $1 and engine = $2 and day = $3`, [
      dyadId,
      engine,
      day,
    ]);
  }
}
