import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres } from './embedded-postgres.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entente-pg-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function ask<Row>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows as Row[];
}

const postmasterPid = (): number =>
  Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);

describe('the PostgreSQL the server brings itself', () => {
  it('starts in an empty folder, keeps what was written, and finds letters of every script', async () => {
    const first = await startEmbeddedPostgres({ dataDir: folder });
    await ask(first.url, `create table kept (word text); insert into kept values ('вода'), ('पानी'), ('پانی')`);
    await ask(first.url, 'create extension pg_trgm');
    expect(await ask(first.url, `select array_length(show_trgm('вода'), 1) > 0 as ok`)).toEqual([{ ok: true }]);
    await first.stop();
    const second = await startEmbeddedPostgres({ dataDir: folder });
    expect(second.adopted).toBe(false);
    expect(await ask(second.url, 'select count(*)::int as words from kept')).toEqual([{ words: 3 }]);
    await second.stop();
  });

  it('takes over a server whose starter was killed, and does not listen on the usual port', async () => {
    const first = await startEmbeddedPostgres({ dataDir: folder });
    expect(first.port).not.toBe(5432);
    const again = await startEmbeddedPostgres({ dataDir: folder });
    expect(again).toMatchObject({ adopted: true, port: first.port });
    await again.stop();
  });

  it('recovers after the server itself was killed', async () => {
    const first = await startEmbeddedPostgres({ dataDir: folder });
    await ask(first.url, 'create table kept (n int); insert into kept values (1)');
    process.kill(postmasterPid(), 'SIGKILL');
    const second = await startEmbeddedPostgres({ dataDir: folder });
    expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 1 }]);
    await second.stop();
  });

  it('refuses a folder that another living server uses, in one sentence', async () => {
    const first = await startEmbeddedPostgres({ dataDir: folder });
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 20000)']);
    writeFileSync(join(folder, 'in-use-by'), String(other.pid));
    await expect(startEmbeddedPostgres({ dataDir: folder })).rejects.toThrow(/another Entente/);
    other.kill();
    await first.stop();
  });
});
