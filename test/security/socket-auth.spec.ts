import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { Api } from '../support/api.js';
import { startApp, type TestApp } from '../support/app.js';
import { account, goodPassword } from '../support/accounts.js';
import { openThread, openTopic, write } from '../support/forum.js';
import { connect, until } from '../support/live.js';
import { raw } from '../support/raw.js';
import { isBuilt, startServerProcess } from '../support/server-process.js';

let test: TestApp;
let dyad: TestDyad;
let ana: TestMember;
let boris: TestMember;
beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test);
  ana = await member(test, dyad);
  boris = await member(test, dyad, { side: 'b' });
});
afterAll(() => test.close());

const tokenOf = ({ api }: TestMember): string => api.cookie?.replace('__Host-entente=', '') ?? '';

/** Connects with whatever one might try in place of the cookie; how it ended. */
function enterWith(options: object, headers: Record<string, string> = {}, path = ''): Promise<string> {
  const socket = io(`${test.url}${path}`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { origin: test.url, ...headers },
    ...options,
  });
  return new Promise((resolve) => {
    socket.once('connect', () => resolve('connected'));
    socket.once('connect_error', ({ message }) => resolve(message));
  }).then((outcome) => {
    socket.disconnect();
    return String(outcome);
  });
}

/** Begins a polling connection; the number that stands in its further addresses. */
async function beginPolling({ api }: Pick<TestMember, 'api'>): Promise<string> {
  const headers = { origin: test.url, cookie: api.cookie ?? '' };
  const { body } = await raw(test.url, '/socket.io/?EIO=4&transport=polling', { headers });
  return (JSON.parse(body.slice(1)) as { sid: string }).sid;
}

describe('SEC-07: who speaks on a socket is told by the cookie alone', () => {
  it('SEC-07: a token anywhere else opens nothing', async () => {
    const token = tokenOf(ana);
    const cookie = ana.api.cookie ?? '';
    const ways: [string, object, Record<string, string>][] = [
      ['nothing', {}, {}],
      ['auth', { auth: { token, cookie, '__Host-entente': token } }, {}],
      ['query', { query: { token, cookie, '__Host-entente': token, access_token: token } }, {}],
      ['authorization', {}, { authorization: `Bearer ${token}` }],
      ['a header of its own', {}, { 'x-session': token, 'x-cookie': cookie }],
      ['a protocol', { protocols: [token] }, {}],
      ['a cookie of another name', {}, { cookie: `entente=${token}; Host-entente=${token}; x__Host-entente=${token}` }],
    ];
    for (const [way, options, headers] of ways) {
      expect([way, await enterWith(options, headers)]).toEqual([way, 'session.needed']);
    }
    expect(await enterWith({}, { cookie })).toBe('connected');
  });

  it('SEC-07: nor does one beside the cookie make anybody somebody else', async () => {
    const token = tokenOf(boris);
    const socket = io(test.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      auth: { token, accountId: boris.accountId },
      query: { token, accountId: boris.accountId },
      extraHeaders: { origin: test.url, cookie: ana.api.cookie ?? '', authorization: `Bearer ${token}` },
    });
    const follow = async (stream: string): Promise<unknown> =>
      ((await socket.emitWithAck('stream.follow', { dyad: dyad.slug, stream })) as { failure?: { code: string } })
        .failure?.code;
    expect(await follow(`member:${boris.id}`)).toBe('access.denied');
    expect(await follow(`member:${ana.id}`)).toBeUndefined();
    socket.disconnect();
  });

  it('SEC-07: the number of a connection, which stands in addresses, opens nothing without its cookie', async () => {
    const sid = await beginPolling(ana);
    const path = `/socket.io/?EIO=4&transport=polling&sid=${sid}`;
    const upgrade = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    };
    for (const cookie of ['', boris.api.cookie ?? '', '__Host-entente=guessed']) {
      const headers = { origin: test.url, ...(cookie && { cookie }) };
      expect((await raw(test.url, path, { method: 'POST', headers, body: '40' })).status).toBe(400);
      expect((await raw(test.url, path, { headers })).status).toBe(400);
      const upgraded = await raw(test.url, path.replace('polling', 'websocket'), {
        headers: { ...headers, ...upgrade },
      });
      expect(upgraded.status).toBe(400);
    }
    const headers = { origin: test.url, cookie: ana.api.cookie ?? '' };
    expect((await raw(test.url, path, { method: 'POST', headers, body: '40' })).status).toBe(200);
    expect((await raw(test.url, path, { headers })).body).toContain('40{"sid"');
  });

  it('SEC-07: polling goes on and becomes a socket for whoever holds the cookie', async () => {
    const live = await connect(test, ana, ['polling', 'websocket']);
    await until(() => live.socket.io.engine.transport.name === 'websocket');
    expect((await live.follow(dyad.slug, `member:${ana.id}`)).failure).toBeUndefined();
    live.close();
  });
});

describe.skipIf(!isBuilt)('what a server writes down', { timeout: 120_000 }, () => {
  it('SEC-07: holds no token, no cookie and no address of a connection, however much is logged', async () => {
    const thread = await openThread(test, await openTopic(test, dyad, 'logs', 'post'), ana);
    const known = await account(test, 'ljuba');
    const server = await startServerProcess({ DATABASE_URL: test.database.url, LOG_LEVEL: 'debug' });
    const api = new Api(server.url);
    await api.call('POST /api/session', { body: { login: known.login, password: goodPassword } });
    await api.send('POST /api/session', { body: { login: known.login, password: 'a canary in a mine' } });
    const here = { ...ana, api: new Api(server.url) };
    here.api.cookie = ana.api.cookie;
    const live = await connect({ url: server.url }, here, ['polling']);
    const sid = live.socket.io.engine.id ?? '';
    await live.follow(dyad.slug, `member:${ana.id}`);
    await write(here, dyad, thread.thread, 'Канарче в рудника');
    await api.send(`GET /api/dyads/${dyad.slug}?token=${tokenOf(ana)}`);
    live.close();
    await server.kill('SIGTERM');
    const printed = server.printed();
    expect(printed).toContain('sign_in.failed');
    const secrets = [
      tokenOf(ana),
      api.cookie ?? 'none',
      sid,
      'token=',
      'socket.io/?',
      'a canary',
      'Канарче',
      goodPassword,
    ];
    for (const secret of secrets) expect(printed, secret).not.toContain(secret);
    expect(sid.length).toBeGreaterThan(10);
  });
});
