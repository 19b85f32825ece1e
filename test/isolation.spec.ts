import type { QueryRunner } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from './support/database.js';
import { ownerDataSource } from '../server/platform/database/data-source.js';
import {
  applicationRole,
  createApplicationRole,
  grantFull,
  isolateByDyad,
  renewIsolation,
} from '../server/platform/database/tables.js';
import { Tx } from '../server/platform/database/tx.js';

const mine = '00000000-0000-4000-8000-000000000001';
const theirs = '00000000-0000-4000-8000-000000000002';
const rowsOfEach = 10_000;

let database: TestDatabase;
let runner: QueryRunner;
beforeAll(async () => {
  database = await createEmptyDatabase();
  runner = (await ownerDataSource(database.url, { entities: [], migrations: [] }).initialize()).createQueryRunner();
  await createApplicationRole(runner);
  await runner.query(`create table written (dyad_id uuid not null, seq integer not null, words text not null)`);
  await runner.query(`create unique index written_place on written (dyad_id, seq)`);
  await runner.query(
    `insert into written select dyad, seq, repeat('word ', 40) from unnest($1::uuid[]) as dyad, generate_series(1, $2::int) as seq`,
    [[mine, theirs], rowsOfEach],
  );
  await runner.query(`analyze written`);
  await grantFull(runner, 'written');
  await isolateByDyad(runner, 'written');
});
afterAll(async () => {
  await runner.connection.destroy();
  await database.drop();
});

/** Asks as the application does, in a transaction that named a dyad, or none. */
async function asApplication<Row>(
  named: string | undefined,
  sql: string,
  ask = (): Promise<Row[]> => runner.query(sql),
): Promise<Row[]> {
  await runner.startTransaction();
  try {
    await runner.query(`set local role ${applicationRole}`);
    if (named !== undefined) await runner.query(`select set_config('app.dyad', $1, true)`, [named]);
    return await ask();
  } finally {
    await runner.rollbackTransaction();
  }
}

const seen = async (named: string | undefined): Promise<unknown[]> =>
  asApplication(named, 'select dyad_id, count(*)::int as rows from written group by dyad_id order by dyad_id');

describe('the wall between dyads', () => {
  it('stands for statements that a connection keeps planned, also when the plan is the same for all', async () => {
    const sql = 'select distinct dyad_id from written where seq < $1';
    await runner.query(`set plan_cache_mode = force_generic_plan`);
    for (const dyadId of [mine, theirs, mine]) {
      const kept = () => new Tx(runner.manager, { dyadId }).prepared<{ dyad_id: string }>(sql, [3]);
      expect(await asApplication(dyadId, sql, kept)).toEqual([{ dyad_id: dyadId }]);
    }
    expect(await runner.query(`select generic_plans > 0 as kept from pg_prepared_statements`)).toEqual([
      { kept: true },
    ]);
    await runner.query(`reset plan_cache_mode`);
  });

  const check = async (): Promise<void> => {
    expect(await seen(undefined)).toEqual([]);
    expect(await seen('')).toEqual([]);
    expect(await seen(mine)).toEqual([{ dyad_id: mine, rows: rowsOfEach }]);
    expect(await seen('*')).toHaveLength(2);
    await expect(asApplication(mine, `insert into written values ('${theirs}', 0, 'word')`)).rejects.toThrow(
      /row-level/,
    );
  };

  it('shows the rows of the dyad that was named, and none without a name', check);

  it('is the same after it was renewed from an earlier condition', async () => {
    await runner.query(`alter policy written_dyad on written using (false)`);
    await renewIsolation(runner);
    await check();
  });

  it('lets the database see that a part of a long table is best read by its index', async () => {
    const plan = await asApplication<{ 'QUERY PLAN': string }>(
      mine,
      `explain select * from written where dyad_id = '${mine}' and seq > 0 order by seq limit 1000`,
    );
    const steps = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(steps).toMatch(/Index Scan using written_place/);
    expect(steps).not.toMatch(/Sort/);
  });
});
