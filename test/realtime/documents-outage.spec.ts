import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../../server/platform/database/embedded-postgres.js';
import { migrate } from '../../server/platform/database/migrate.js';
import { isAlive } from '../../server/platform/database/process-alive.js';
import { tables } from '../../server/tables.js';
import { foundDyad, member, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import type { TestDatabase } from '../support/database.js';
import { makeDocument, storedDocument, unbrokenChain, writersAreDrafters } from '../support/documents.js';
import { pause, until } from '../support/live.js';
import { Proxy } from '../support/proxy.js';
import { Typist, wordsIn } from '../support/typists.js';

const stops = 5;
const writers = 6;
const folder = mkdtempSync(join(tmpdir(), 'entente-outage-'));

let postgres: EmbeddedPostgres;
let proxy: Proxy;
let database: TestDatabase;
let test: TestApp;
let people: TestMember[];
let documents: string[];

beforeAll(async () => {
  await startPostgres();
  proxy = await Proxy.to(postgres.port);
  const behindProxy = new URL(postgres.url);
  behindProxy.port = String(proxy.port);
  database = {
    url: behindProxy.href,
    query: async <Row>(sql: string, parameters: unknown[] = []) => {
      const client = new Client({ connectionString: postgres.url });
      await client.connect();
      const { rows } = await client.query(sql, parameters);
      await client.end();
      return rows as Row[];
    },
    drop: () => postgres.stop(),
  };
  await migrate(database.url, tables);
  test = await startApp({}, database);
  const dyad = await foundDyad(test);
  writersAreDrafters(test);
  people = await Promise.all(Array.from({ length: writers }, () => member(test, dyad, { roles: ['drafter'] })));
  documents = await Promise.all(people.map(() => makeDocument(test, dyad)));
});
afterAll(async () => {
  await test.close();
  await proxy.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function startPostgres(): Promise<void> {
  postgres = await startEmbeddedPostgres({ dataDir: folder, tuning: 'durable' });
}

/** An immediate stop, as when the machine loses its power: nothing is finished, and the next start recovers. */
async function crash(): Promise<void> {
  const pid = Number(readFileSync(join(folder, 'cluster', 'postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGQUIT');
  await until(() => !isAlive(pid), 20_000);
  await postgres.stop();
}

describe('a database that is stopped at once while people write', () => {
  it('REL-06: has every edit that was said to be saved, and gets all the others when it is back', async () => {
    const typists = people.map((who, at) => new Typist(test, who, documents[at] ?? '', `д${at}-`));
    let acknowledged = 0;
    for (let round = 0; round < stops; round += 1) {
      await until(() => typists.every(({ editor }) => editor.provider.synced), 30_000);
      const typing = typists.map((one, at) => one.typeOn(15 + at));
      await pause(200 + round * 60);
      await crash();
      const said = typists.map((one) => one.saved());
      await pause(300);
      await startPostgres();
      proxy.lead(postgres.port);
      for (const one of typists) one.stop();
      await Promise.all(typing);
      for (const [at, words] of said.entries()) {
        acknowledged += words.length;
        const stored = wordsIn(await storedDocument({ database }, documents[at] ?? ''));
        expect(words.filter((word) => !stored.includes(word))).toEqual([]);
      }
    }
    await Promise.all(typists.map((one) => one.settled(30_000)));
    expect(acknowledged).toBeGreaterThan(stops * writers);
    for (const { editor, document, typed } of typists) {
      const stored = wordsIn(await storedDocument({ database }, document));
      expect(stored).toBe(wordsIn(editor.doc));
      for (const word of typed) expect(stored).toContain(word);
      expect(await unbrokenChain({ database }, document)).toBe(true);
      editor.close();
    }
  }, 240_000);
});
