import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { OriginCheck } from '../../server/platform/http/origin-check.js';
import { ActorResolver } from '../../server/platform/access/actor-resolver.js';
import { foundDyad, member, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { pathOf, reads, writes, type Place } from '../support/every-route.js';
import { openThread, openTopic, translated } from '../support/forum.js';
import { raw } from '../support/raw.js';

let test: TestApp;
let all: TestMember;
let place: Place;
beforeAll(async () => {
  test = await startApp();
  const dyad = await foundDyad(test);
  all = await member(test, dyad, { roles: ['citizen', 'moderator', 'steward', 'evaluator'] });
  const topic = await openTopic(test, dyad, 'water', 'post');
  place = { dyad: dyad.slug, topic: topic.slug, ...(await openThread(test, topic, all)) };
  await translated(test);
});
afterAll(() => test.close());

/** Everything that is stored, in one value. */
async function stored(): Promise<string> {
  const tables = await test.database.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const sums: string[] = [];
  for (const { name } of tables) {
    const [row] = await test.database.query<{ sum: string }>(
      `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${name} t`,
    );
    sums.push(`${name} ${row?.sum}`);
  }
  return sums.join('\n');
}

const foreign = (own: string): Record<string, string> => ({
  'https://evil.example': 'https://evil.example',
  null: 'null',
  empty: '',
  'a name that begins like ours': `${own}.evil.example`,
  'a name that begins like our host': own.replace('localhost', 'localhost.evil.example'),
  'our name before an @': own.replace('localhost', 'localhost@evil.example'),
  'another port': own.replace(/\d+$/, '1'),
  'ours with a path': `${own}/`,
});

describe('SEC-05: writes come from our own pages only', () => {
  const ours = (): Record<string, string> => ({
    cookie: all.api.cookie ?? '',
    origin: test.url,
    'x-csrf': '1',
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  });
  const without = (name: string) => Object.fromEntries(Object.entries(ours()).filter(([key]) => key !== name));

  // Below `/log/` programs of others hand in what signatures prove: no session speaks there, so none can be abused.
  const bySession = writes.filter(({ contract }) => contract.route.includes(' /api/'));
  it('SEC-05: what is written without a session is what witnesses have signed', () => {
    const others = writes.filter((endpoint) => !bySession.includes(endpoint));
    expect(others.map(({ contract }) => contract.route)).toEqual(['POST /log/:dyad/add-cosignature']);
  });

  it.each(bySession.map((endpoint) => [endpoint.contract.route, endpoint] as const))(
    'SEC-05: %s',
    async (_, endpoint) => {
      const example = endpoint.example(place);
      const path = pathOf(endpoint, example);
      const body = JSON.stringify(example.body ?? {});
      const refused: [string, Record<string, string>, string][] = [
        ['no origin', without('origin'), body],
        ['no x-csrf', without('x-csrf'), body],
        ['text/plain', { ...ours(), 'content-type': 'text/plain' }, body],
        ['a form', { ...ours(), 'content-type': 'application/x-www-form-urlencoded' }, 'a=b'],
        ['a form with files', { ...ours(), 'content-type': 'multipart/form-data; boundary=x' }, '--x--'],
        ['almost JSON', { ...ours(), 'content-type': 'application/json-evil' }, body],
        ...Object.entries(foreign(test.url)).map(([name, origin]): [string, Record<string, string>, string] => [
          name,
          { ...ours(), origin },
          body,
        ]),
      ];
      const before = await stored();
      for (const [name, headers, sent] of refused) {
        const length = { 'content-length': String(Buffer.byteLength(sent)) };
        const reply = await raw(test.url, path, {
          method: endpoint.method,
          headers: { ...headers, ...length },
          body: sent,
        });
        const expected = name.startsWith('a form') || /text|almost/.test(name) ? 415 : 403;
        expect([name, reply.status], name).toEqual([name, expected]);
      }
      expect(await stored()).toBe(before);
    },
  );

  it('SEC-05: no read changes anything', async () => {
    await translated(test);
    const before = await stored();
    for (const endpoint of reads) {
      const example = endpoint.example(place);
      const { status } = await all.api.send(endpoint.contract.route, example);
      expect(status, endpoint.contract.route).toBeLessThan(500);
      const head = await raw(test.url, pathOf(endpoint, example), {
        method: 'HEAD',
        headers: { cookie: all.api.cookie ?? '' },
      });
      expect(head.status, endpoint.contract.route).toBeLessThan(500);
    }
    await translated(test);
    expect(await stored()).toBe(before);
  });

  it('SEC-05: no method can be put over another, and none is served that nobody declared', async () => {
    const before = await stored();
    const headers = { cookie: all.api.cookie ?? '', 'x-http-method-override': 'DELETE', 'x-method-override': 'DELETE' };
    expect((await raw(test.url, '/api/session?_method=DELETE', { headers })).status).toBe(400);
    for (const method of ['TRACE', 'OPTIONS', 'PUT', 'PATCH']) {
      const reply = await raw(test.url, '/api/session', {
        method,
        headers: { ...headers, origin: test.url, 'x-csrf': '1' },
      });
      expect(reply.status, method).toBe(404);
      expect(reply.headers['access-control-allow-origin']).toBeUndefined();
    }
    expect(await stored()).toBe(before);
  });
});

describe('SEC-05: what counts as our own page', () => {
  it('SEC-05: is in production the configured address alone', () => {
    const check = new OriginCheck({ PUBLIC_URL: 'https://dialogue.example.org/', production: true });
    const host = 'dialogue.example.org';
    expect(check.isOwn('https://dialogue.example.org', host)).toBe(true);
    const others = [
      'http://dialogue.example.org',
      'https://dialogue.example.org:8443',
      'https://evil.example',
      'http://localhost:3000',
    ];
    for (const one of [...others, ...Object.values(foreign('https://dialogue.example.org')), undefined]) {
      if (one === 'https://dialogue.example.org') continue;
      expect(check.isOwn(one, host), one).toBe(false);
    }
    expect(check.isOwn('http://localhost:3000', 'localhost:3000')).toBe(false);
  });
});

describe('SEC-06: live connections come from our own pages only', () => {
  const handshake = '/socket.io/?EIO=4&transport=';
  const upgrade = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
  };

  it('SEC-06: on both transports, before anybody looks at the session', async () => {
    const resolve = vi.spyOn(test.app.get(ActorResolver), 'resolve');
    const origins = [...Object.entries(foreign(test.url)).map(([, origin]) => origin), undefined];
    for (const origin of origins) {
      const headers = { cookie: all.api.cookie ?? '', ...(origin !== undefined && { origin }) };
      const polling = await raw(test.url, `${handshake}polling`, { headers });
      expect(polling.status, `polling ${origin}`).toBe(403);
      expect(polling.body).not.toContain('sid');
      const socket = await raw(test.url, `${handshake}websocket`, { headers: { ...headers, ...upgrade } });
      expect(socket.status, `websocket ${origin}`).toBeGreaterThanOrEqual(400);
      expect(socket.headers['set-cookie']).toBeUndefined();
    }
    expect(resolve).not.toHaveBeenCalled();
    resolve.mockRestore();
  });

  it('SEC-06: a browser that names no origin has to say that the page is ours', async () => {
    const cookie = all.api.cookie ?? '';
    const from = async (site: string, more: Record<string, string> = {}, transport = 'polling') => {
      const headers = { cookie, 'sec-fetch-site': site, ...more };
      return (await raw(test.url, `${handshake}${transport}`, { headers })).status;
    };
    for (const site of ['cross-site', 'same-site', 'none', '']) expect(await from(site), site).toBe(403);
    expect(await from('same-origin')).toBe(200);
    expect(await from('same-origin', { origin: 'https://evil.example' })).toBe(403);
    // A socket always names its origin, so one that does not is no page.
    expect(await from('same-origin', upgrade, 'websocket')).toBe(400);
  });

  it('SEC-06: ours may', async () => {
    const headers = { cookie: all.api.cookie ?? '', origin: test.url };
    expect((await raw(test.url, `${handshake}polling`, { headers })).status).toBe(200);
    expect((await raw(test.url, `${handshake}websocket`, { headers: { ...headers, ...upgrade } })).status).toBe(101);
  });

  it('SEC-06: nothing else is upgraded', async () => {
    for (const path of ['/', '/api/session', '/collab/x', '/socket.iox/?EIO=4&transport=websocket']) {
      const reply = await raw(test.url, path, {
        headers: { ...upgrade, origin: test.url, cookie: all.api.cookie ?? '' },
      });
      expect(reply.status, path).toBe(404);
    }
  });
});
