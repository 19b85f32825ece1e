import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openThread, openTopic, write } from '../support/forum.js';
import { isBuilt, startServerProcess } from '../support/server-process.js';

const address = '127.0.0.77';
const agent = 'Canary/77 (agent that nobody may keep)';
const email = 'canary.person@example.org';

let app: TestApp;
let dyad: TestDyad;
let citizen: TestMember;
let moderator: TestMember;
let steward: TestMember;

beforeAll(async () => {
  app = await startApp();
  dyad = await foundDyad(app);
  citizen = await member(app, dyad);
  moderator = await member(app, dyad, { side: 'b', roles: ['citizen', 'moderator'] });
  steward = await member(app, dyad, { side: 'b', roles: ['steward'] });
  await citizen.api.call('PATCH /api/account', { body: { email } });
});
afterAll(() => app.close());

/** A request from an address and an agent that can be told from all others. */
function fromCanary(path: string, method: string, body?: object, url = app.url): Promise<number> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(url);
    const headers = {
      'user-agent': agent,
      origin: url,
      host: `localhost:${port}`,
      'x-csrf': '1',
      'idempotency-key': crypto.randomUUID(),
      cookie: citizen.api.cookie ?? '',
      ...(body && { 'content-type': 'application/json' }),
    };
    const sent = request({ host: '127.0.0.1', port, path, method, localAddress: address, headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end(body && JSON.stringify(body));
  });
}

/** Everything that is stored, as text. */
async function everythingStored(): Promise<string> {
  const tables = await app.database.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await app.database.query<{ row: string }>(`select t::text as row from "${name}" t`);
    rows.push(...found.map(({ row }) => row));
  }
  return rows.join('\n');
}

describe('what is kept about people', { timeout: 120_000 }, () => {
  it('PRI-01: no address and no user agent is stored, whatever people do', async () => {
    const topic = await openTopic(app, dyad, 'privacy', 'post');
    const { thread } = await openThread(app, topic, citizen);
    const path = `/api/dyads/${dyad.slug}/threads/${thread}/posts`;
    expect(await fromCanary(path, 'POST', { text: 'Канарче', language: 'mk', replyTo: null })).toBe(201);
    expect(await fromCanary('/api/session', 'POST', { login: 'nobody', password: 'not a password' })).toBe(401);
    expect(await fromCanary('/api/session', 'GET')).toBe(200);
    await app.settled();
    const stored = await everythingStored();
    expect(stored).toContain('Канарче');
    expect(stored).not.toContain(address);
    expect(stored).not.toContain('Canary/77');
  });

  it.skipIf(!isBuilt)('PRI-01: nor written to a log, however much is logged', async () => {
    const { thread } = await openThread(app, await openTopic(app, dyad, 'journal', 'post'), citizen);
    const settings = { DATABASE_URL: app.database.url, LOG_LEVEL: 'debug' };
    const server = await startServerProcess(settings);
    const from = (path: string, method: string, body?: object) => fromCanary(path, method, body, server.url);
    const post = { text: 'Дневник', language: 'mk', replyTo: null };
    expect(await from(`/api/dyads/${dyad.slug}/threads/${thread}/posts`, 'POST', post)).toBe(201);
    expect(await from('/api/session', 'POST', { login: 'canary.login', password: 'not a password' })).toBe(401);
    expect(await from('/api/session', 'POST', { login: 7 })).toBe(400);
    expect(await from('/api/nowhere', 'GET')).toBe(404);
    await server.kill('SIGTERM');
    const printed = server.printed();
    expect(printed).toContain('sign_in.failed');
    for (const canary of [address, 'Canary/77', 'canary.login', 'Дневник', citizen.pseudonym, 'canary.person']) {
      expect(printed, canary).not.toContain(canary);
    }
  });

  it('PRI-03: the e-mail address is stored sealed, and only its owner ever reads it', async () => {
    expect((await citizen.api.call('GET /api/account', {})).email).toBe(email);
    expect(await everythingStored()).not.toContain('canary.person');
    const topic = await openTopic(app, dyad, 'letters', 'pre');
    const { thread } = await openThread(app, topic, citizen);
    await write(citizen, dyad, thread, 'Чека');
    const paths = ['members/me', 'staff', 'topics', 'desk', 'joint-acts', 'invitations', `threads/${thread}`, 'record'];
    for (const { api } of [moderator, steward, citizen]) {
      for (const path of paths) {
        const { answer } = await api.send(`GET /api/dyads/${dyad.slug}/${path}`);
        expect(JSON.stringify(answer), path).not.toContain('canary.person');
      }
    }
  });
});
