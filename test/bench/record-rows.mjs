// What the record is compared with: the same rows written without a log, by as many clients, through the same unit of work.
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { PublicRecord } from '../../dist/server/modules/record/record.port.js';
import { isolateByDyad } from '../../dist/server/platform/database/tables.js';
import { UnitOfWork } from '../../dist/server/platform/database/unit-of-work.js';

export const clients = 16;
export const runs = 5;

const text = 'Двете страни ќе ја мерат водата секоја сабота, и ќе кажат што нашле. '.repeat(3).trim();

/**
 * Tables of the bench beside those of the application: what a module writes, and what it would say of it without a log. As
 * all tables of dyads they show each dyad its own rows only.
 */
export async function makeTables(url) {
  const database = new pg.Client({ connectionString: url });
  await database.connect();
  await database.query(`create table bench_row (id uuid primary key, dyad_id uuid not null, text text not null);
    create table bench_event (id uuid primary key, dyad_id uuid not null, kind text not null, day date not null,
      about jsonb not null, record bytea not null);
    grant select, insert on bench_row, bench_event to public`);
  await isolateByDyad(database, 'bench_row', 'bench_event');
  await database.end();
}

/** @returns the three transactions that are measured side by side */
export function transactions(app, dyadId) {
  const [unitOfWork, record] = [app.get(UnitOfWork), app.get(PublicRecord)];
  const about = (version) => ({ version, articles: 1 });
  const row = (tx) => tx.query('insert into bench_row values ($1, $2, $3)', [randomUUID(), dyadId, text]);
  const bytes = Buffer.alloc(300, 'x');
  const run = (work) => unitOfWork.run({ dyadId }, work);
  return {
    bare: () => run(row),
    twice: (version) =>
      run(async (tx) => {
        await row(tx);
        await tx.query('insert into bench_event values ($1, $2, $3, $4, $5, $6)', [
          randomUUID(),
          dyadId,
          'charter.adopted',
          '2026-01-01',
          JSON.stringify(about(version)),
          bytes,
        ]);
      }),
    logged: (version, subject = randomUUID()) =>
      run(async (tx) => {
        await row(tx);
        await record.append(tx, dyadId, {
          kind: 'charter.adopted',
          subject,
          by: { side: 'both' },
          about: about(version),
        });
      }),
  };
}

/** Has so many clients do something again and again. @returns how often in a second, and the milliseconds of each */
export async function rate(act, { seconds, times = Number.POSITIVE_INFINITY, atOnce = clients }) {
  const began = performance.now();
  const taken = [];
  let begun = 0;
  const client = async () => {
    while (begun < times && performance.now() - began < seconds * 1000) {
      begun += 1;
      const from = performance.now();
      await act(begun);
      taken.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, client));
  return { perSecond: (taken.length / (performance.now() - began)) * 1000, taken };
}

/** The middle one of an odd number of values. */
export const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)];
