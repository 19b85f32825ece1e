import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEmptyDatabase, type TestDatabase } from './support/database.js';
import { SystemClock } from '../server/platform/clock/clock.js';
import { applicationDataSource, ownerDataSource } from '../server/platform/database/data-source.js';
import { createApplicationRole, grantFull, isolateByDyad } from '../server/platform/database/tables.js';
import type { Tx } from '../server/platform/database/tx.js';
import { UnitOfWork } from '../server/platform/database/unit-of-work.js';

const mine = '00000000-0000-4000-8000-000000000001';
const theirs = '00000000-0000-4000-8000-000000000002';
const schema = { entities: [], migrations: [] };

let database: TestDatabase;
let source: DataSource;
let work: UnitOfWork;
beforeAll(async () => {
  database = await createEmptyDatabase();
  const owner = await ownerDataSource(database.url, schema).initialize();
  const runner = owner.createQueryRunner();
  await createApplicationRole(runner);
  await runner.query(
    `create table said (id bigserial, dyad_id uuid not null, word text not null check (word <> 'wrong'))`,
  );
  await grantFull(runner, 'said');
  await runner.query(`grant usage on sequence said_id_seq to public`);
  await isolateByDyad(runner, 'said');
  await owner.destroy();
  source = await applicationDataSource(database.url, schema, 2).initialize();
  work = new UnitOfWork(source, new SystemClock());
});
beforeEach(() => database.query('truncate said'));
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const insert = `insert into said (dyad_id, word) values ($1, $2)`;
const say = (tx: Tx, word: string) => tx.query(insert, [mine, word]);
const sayAtCommit = (tx: Tx, word: string, dyad = mine) => tx.atCommit(insert, [dyad, word]);
const said = async () =>
  (await database.query<{ word: string }>('select word from said order by id')).map(({ word }) => word);

describe('what goes with the commit', () => {
  it('is written after everything else, in its order', async () => {
    const seen = await work.run({ dyadId: mine }, async (tx) => {
      sayAtCommit(tx, 'third');
      await say(tx, 'first');
      sayAtCommit(tx, 'fourth');
      await say(tx, 'second');
      return tx.query('select word from said');
    });
    expect(seen).toHaveLength(2);
    expect(await said()).toEqual(['first', 'second', 'third', 'fourth']);
  });

  it('is not written where the transaction fails', async () => {
    const failing = work.run({ dyadId: mine }, async (tx) => {
      sayAtCommit(tx, 'never');
      await Promise.reject(new Error('no'));
    });
    await expect(failing).rejects.toThrow('no');
    expect(await said()).toEqual([]);
  });

  it.each([
    ['a word that the table refuses', 'wrong', mine],
    ['a row of another dyad', 'word', theirs],
  ])('undoes everything where it fails itself: %s', async (_, word, dyad) => {
    let told = false;
    const failing = work.run({ dyadId: mine }, async (tx) => {
      await say(tx, 'never');
      sayAtCommit(tx, 'nor this');
      sayAtCommit(tx, word, dyad);
      sayAtCommit(tx, 'nor that');
      tx.afterCommit(() => (told = true));
    });
    await expect(failing).rejects.toThrow(/said_word_check|row-level/);
    expect(told).toBe(false);
    expect(await said()).toEqual([]);
    await work.run({ dyadId: mine }, async (tx) => sayAtCommit(tx, 'afterwards'));
    expect(await said()).toEqual(['afterwards']);
  });

  it('goes with a part that is undone', async () => {
    await work.run({ dyadId: mine }, async (tx) => {
      sayAtCommit(tx, 'before');
      const part = tx.apart(async () => {
        sayAtCommit(tx, 'undone');
        await say(tx, 'wrong');
      });
      await expect(part).rejects.toThrow('said_word_check');
      await tx.apart(async () => sayAtCommit(tx, 'done'));
    });
    expect(await said()).toEqual(['before', 'done']);
  });
});

describe('a transaction', () => {
  it('that goes on after the failure of a statement is no success', async () => {
    let told = false;
    const failing = work.run({ dyadId: mine }, async (tx) => {
      tx.afterCommit(() => (told = true));
      await say(tx, 'never');
      await say(tx, 'wrong').catch(() => undefined);
    });
    await expect(failing).rejects.toThrow('ROLLBACK');
    expect(told).toBe(false);
    expect(await said()).toEqual([]);
  });

  it('whose connection is cut at its commit fails, and the next one goes', async () => {
    const failing = work.run({ dyadId: mine }, async (tx) => {
      const [{ pid } = { pid: 0 }] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
      sayAtCommit(tx, 'never');
      await database.query('select pg_terminate_backend($1)', [pid]);
    });
    await expect(failing).rejects.toThrow(/terminat|connection/i);
    await work.run({ dyadId: mine }, async (tx) => sayAtCommit(tx, 'afterwards'));
    expect(await said()).toEqual(['afterwards']);
  });
});
