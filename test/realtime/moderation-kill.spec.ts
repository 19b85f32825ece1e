import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventLedger } from '../../server/modules/moderation/event-ledger.port.js';
import { projectRoot } from '../../server/platform/config/project-root.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { openThread, openTopic, write } from '../support/forum.js';
import { until } from '../support/live.js';
import { deskOf, moderatorsOf } from '../support/moderation.js';
import { isBuilt, startServerProcess, type ServerProcess } from '../support/server-process.js';

const holds = 3;
const later = join(projectRoot, 'test', 'support', 'later-server.mjs');

let database: TestDatabase;
let dyad: TestDyad;
let reader: TestMember;
let ofA: TestMember;
let posts: string[];

beforeAll(async () => {
  database = await createDatabase();
  const app = await startApp({}, database);
  dyad = await foundDyad(app);
  const author = await member(app, dyad, { side: 'b' });
  reader = await member(app, dyad, { side: 'a' });
  [ofA] = await moderatorsOf(app, dyad, ['a']);
  const { thread } = await openThread(app, await openTopic(app, dyad, 'bridge', 'post'), author);
  posts = [];
  for (let post = 0; post < holds; post += 1) posts.push((await write(author, dyad, thread, `Ред ${post}`)).id);
  await app.close();
});
afterAll(() => database.drop());

const start = (): Promise<ServerProcess> => startServerProcess({ DATABASE_URL: database.url });
/** The server a day and an hour after the holds began. */
const startLater = (): Promise<ServerProcess> =>
  startServerProcess({ DATABASE_URL: database.url, HOURS_AHEAD: '25' }, later);

const states = async (): Promise<string[]> =>
  (
    await database.query<{ state: string }>(`select state from post where id = any($1::uuid[]) order by id`, [posts])
  ).map(({ state }) => state);
const all = (state: string): string[] => posts.map(() => state);
const eventsOf = async (post: string): Promise<string[]> =>
  (
    await database.query<{ type: string }>(
      `select e.type from moderation_event e join moderation_item i on i.id = e.item_id where i.content_id = $1 order by e.seq`,
      [post],
    )
  ).map(({ type }) => type);

/** The browser of somebody, at another process. */
function as({ url }: Pick<ServerProcess, 'url'>, who: TestMember): Api {
  const api = new Api(url);
  api.cookie = who.api.cookie;
  return api;
}

async function holdAll(server: ServerProcess): Promise<void> {
  const moderator = { ...ofA, api: as(server, ofA) };
  for (const post of posts) expect((await deskOf(dyad).hold(moderator, post, 'SPAM')).status).toBe(200);
}

/** Kills a server in the middle of ending a hold: the item is changed, and the log, which is locked, not yet longer. */
async function killedWhileItEndsAHold(): Promise<void> {
  const owner = new Client({ connectionString: database.url });
  await owner.connect();
  await owner.query('begin');
  await owner.query(`select from moderation_chain where dyad_id = $1 for update`, [dyad.id]);
  const server = await startLater();
  await until(async () => {
    const waiting = await database.query(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
         and query like '%moderation_chain%'`,
    );
    return waiting.length > 0;
  }, 20_000);
  await server.kill('SIGKILL');
  await owner.query('commit');
  await owner.end();
}

describe.skipIf(!isBuilt)('a server that is killed while posts are held', () => {
  it('MOD-12: has ended every hold once when it is back after their time, also when it was killed in the middle of that', async () => {
    const server = await start();
    await holdAll(server);
    await server.kill('SIGKILL');
    const soon = await start();
    expect(await states()).toEqual(all('held'));
    await soon.kill('SIGKILL');

    await killedWhileItEndsAHold();
    expect(await states()).toEqual(all('held'));

    const back = await startLater();
    await until(async () => (await states()).every((state) => state === 'live'), 20_000);
    await back.kill('SIGKILL');
    const again = await startLater();
    await again.kill('SIGTERM');
    for (const post of posts) expect(await eventsOf(post)).toEqual(['submit', 'hold', 'expire']);
    expect(await database.query(`select 1 from moderation_deadline where kind = 'hold' and done_at is null`)).toEqual(
      [],
    );

    const test = await startApp({}, database);
    const { app } = test;
    for (const post of posts)
      expect(
        (await as(test, reader).call('GET /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post } })).state,
      ).toBe('live');
    const found = await app.get(UnitOfWork).run({ dyadId: dyad.id }, (tx) => app.get(EventLedger).verify(tx, dyad.id));
    await test.close();
    expect(found.fault).toBeNull();
  }, 120_000);
});
