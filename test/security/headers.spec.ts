import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { connect as connectTo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AppModule } from '../../server/app.module.js';
import { readConfig } from '../../server/platform/config/config.js';
import { serveClient } from '../../server/platform/http/client-files.js';
import { createApp } from '../../server/platform/http/create-app.js';
import { tables } from '../../server/tables.js';
import { foundDyad, member, type TestMember } from '../support/actors.js';
import { startApp, testSecret, type TestApp } from '../support/app.js';
import { endpoints, pathOf, type Place } from '../support/every-route.js';
import { openThread, openTopic } from '../support/forum.js';
import { raw } from '../support/raw.js';

let test: TestApp;
let all: TestMember;
let place: Place;
let folder: string;
let pages: NestFastifyApplication;
let pagesUrl: string;

beforeAll(async () => {
  test = await startApp();
  const dyad = await foundDyad(test);
  all = await member(test, dyad, { roles: ['citizen', 'moderator', 'steward'] });
  const topic = await openTopic(test, dyad, 'water', 'post');
  place = { dyad: dyad.slug, topic: topic.slug, ...(await openThread(test, topic, all)) };
  folder = await mkdtemp(join(tmpdir(), 'client-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Entente</title>');
  await writeFile(join(folder, 'assets', 'main-1234.js'), 'export {};');
  const config = readConfig({
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    ENTENTE_SECRET: testSecret,
    TRANSLATION_ENGINES: 'pseudo',
  });
  pages = await createApp(AppModule.with({ config, databaseUrl: test.database.url, schema: tables }), config);
  await serveClient(pages, folder);
  await pages.listen(0, '127.0.0.1');
  pagesUrl = await pages.getUrl();
});
afterAll(async () => {
  await pages.close();
  await test.close();
  await rm(folder, { recursive: true });
});

const policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' blob:",
  'connect-src': "'self'",
  'font-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'object-src': "'none'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
} as const;

/** SEC-25 and SEC-26: what every answer says to the browser that gets it. */
function expectGuarded(headers: IncomingHttpHeaders, what: string, isForPagesOfOthers = false): void {
  const directives = String(headers['content-security-policy']).split(';');
  for (const [name, value] of Object.entries(policy))
    expect(directives, `${what}: ${name}`).toContain(`${name} ${value}`);
  expect(headers['content-security-policy'], what).not.toMatch(/unsafe|\*|https?:|data:/);
  expect(headers, what).toMatchObject({
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': isForPagesOfOthers ? 'cross-origin' : 'same-origin',
    'permissions-policy': expect.stringContaining('camera=()') as unknown,
  });
  expect(headers['x-powered-by'] ?? headers['server'], what).toBeUndefined();
  expect(headers['access-control-allow-origin'], what).toBe(isForPagesOfOthers ? '*' : undefined);
}

const session = () => ({ cookie: all.api.cookie ?? '' });

describe('SEC-26: every answer protects itself', () => {
  it.each(endpoints.map((endpoint) => [endpoint.contract.route, endpoint] as const))(
    'SEC-26: %s',
    async (_, endpoint) => {
      const { method } = endpoint;
      const example = endpoint.example(place);
      const path = pathOf(endpoint, example);
      const isPrivate = path.startsWith('/api/');
      const who = await member(
        test,
        { id: await dyadId(), slug: place.dyad },
        { roles: ['citizen', 'moderator', 'steward'] },
      );
      const ours = { origin: test.url, 'x-csrf': '1', 'idempotency-key': '00000000-0000-4000-8000-000000000001' };
      const body = method === 'GET' || !example.body ? undefined : JSON.stringify(example.body);
      const typed = {
        ...(body && { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
      };
      const sent = [
        { method, headers: { ...ours, ...typed }, ...(body && { body }) },
        { method, headers: { ...ours, ...typed, cookie: who.api.cookie ?? '' }, ...(body && { body }) },
        {
          method,
          headers: { ...typed, cookie: who.api.cookie ?? '', origin: 'https://evil.example' },
          ...(body && { body }),
        },
        {
          method: 'DELETE',
          headers: { ...ours, 'content-type': 'application/json', 'content-length': '1' },
          body: '{',
        },
      ];
      for (const one of sent) {
        const { status, headers } = await raw(test.url, path, one);
        // What a log publishes is for verifiers anywhere, and a badge for pages of others.
        const isForAll = status === 200 && 'octets' in endpoint.contract;
        expectGuarded(headers, `${path} ${status}`, isForAll);
        if (isPrivate) expect(headers['cache-control'], path).toBe(isForAll ? 'public, max-age=300' : 'no-store');
      }
    },
  );

  const dyadId = async (): Promise<string> => {
    const [row] = await test.database.query<{ id: string }>(`select id from dyad where slug = $1`, [place.dyad]);
    return row?.id ?? '';
  };

  it('SEC-26: so do answers to what nobody asked for', async () => {
    const asked = [
      '/api',
      '/api/',
      '/api/nothing',
      '/api/%zz',
      '/api/../package.json',
      '/health/x',
      `/api/${'x'.repeat(4_000)}`,
    ];
    for (const path of asked) {
      const { status, headers, body } = await raw(test.url, path, { headers: session() });
      expect(status, path).toBeGreaterThanOrEqual(400);
      expect(body, path).not.toMatch(/\bat \w+ \(|node_modules|fastify|nest/i);
      expectGuarded(headers, `${path} ${status}`);
    }
  });

  it('SEC-26: so do pages and files of the client, and what is not among them', async () => {
    for (const path of ['/', '/index.html', '/sign-in', '/assets/main-1234.js', '/d/river/topics']) {
      const { status, headers } = await raw(pagesUrl, path);
      expect(status, path).toBe(200);
      expectGuarded(headers, path);
      expect(headers['cache-control'], path).toBe(
        path.includes('main') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    }
    for (const path of [
      '/api/nothing',
      '/socket.io',
      '/health/x',
      '/collab/x',
      '/..%2f..%2fpackage.json',
      '/assets/..%2f..%2f..%2fetc%2fpasswd',
      '/%00',
    ]) {
      const { headers, body } = await raw(pagesUrl, path);
      expect(body, path).not.toMatch(/"dependencies"|root:/);
      expectGuarded(headers, path);
    }
  });

  it('SEC-26: so do the answers of the live channel, accepted and refused', async () => {
    const handshake = '/socket.io/?EIO=4&transport=polling';
    for (const origin of [test.url, 'https://evil.example']) {
      const { status, headers } = await raw(test.url, handshake, { headers: { ...session(), origin } });
      expect(status).toBe(origin === test.url ? 200 : 403);
      expectGuarded(headers, `${origin} ${status}`);
      expect(headers['cache-control']).toContain('no-store');
    }
    for (const path of [
      '/socket.io/',
      '/socket.io/?EIO=3&transport=polling',
      '/socket.io/?EIO=4&transport=x',
      `${handshake}&sid=x`,
    ]) {
      const { status, headers } = await raw(test.url, path, { headers: { ...session(), origin: test.url } });
      expect(status, path).toBeGreaterThanOrEqual(400);
      expectGuarded(headers, path);
    }
  });

  it('SEC-26: a refused upgrade says nothing but no', async () => {
    const upgrade = {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
    };
    for (const path of ['/api/session', '/socket.io/?EIO=4&transport=websocket']) {
      const { status, headers, body } = await raw(test.url, path, {
        headers: { ...upgrade, ...session(), origin: 'https://evil.example' },
      });
      expect(status, path).toBeGreaterThanOrEqual(400);
      expect(headers['set-cookie']).toBeUndefined();
      expect(headers['connection']).toBe('close');
      expect(body.length).toBeLessThan(60);
    }
  });
});

describe('SEC-34: compressed bodies', () => {
  it('SEC-34: are refused unread, so a bomb stays small', async () => {
    const bomb = gzipSync(JSON.stringify({ login: 'a'.repeat(20_000_000), password: 'x' }));
    expect(bomb.length).toBeLessThan(64 * 1024);
    const before = process.memoryUsage.rss();
    for (const encoding of ['gzip', 'deflate', 'br', 'zstd', 'gzip, gzip']) {
      const headers = {
        origin: test.url,
        'x-csrf': '1',
        'content-type': 'application/json',
        'content-encoding': encoding,
        'content-length': String(bomb.length),
      };
      const reply = await raw(test.url, '/api/session', { method: 'POST', headers, body: bomb });
      expect([encoding, reply.status]).toEqual([encoding, 415]);
    }
    expect((process.memoryUsage.rss() - before) / 1_048_576).toBeLessThan(100);
  });

  it('SEC-34: and no body may be long', async () => {
    const body = JSON.stringify({ login: randomBytes(64 * 1024).toString('hex'), password: 'x' });
    const headers = {
      origin: test.url,
      'x-csrf': '1',
      'content-type': 'application/json',
      'content-length': String(body.length),
    };
    const reply = await raw(test.url, '/api/session', { method: 'POST', headers, body });
    expect([reply.status, reply.code]).toEqual([413, 'request.too_large']);
  });

  it('SEC-34: nor may a request lie about its length', async () => {
    const { port } = new URL(test.url);
    const lines = [
      'POST /api/session HTTP/1.1',
      'Host: localhost',
      'Content-Length: 4',
      'Transfer-Encoding: chunked',
      '',
      '0',
      '',
      'GET /api/account HTTP/1.1',
      '',
      '',
    ];
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connectTo(Number(port), '127.0.0.1', () => socket.write(lines.join('\r\n')));
      let text = '';
      socket
        .on('data', (part) => (text += part.toString()))
        .once('close', () => resolve(text))
        .once('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.match(/HTTP\/1\.1/g)).toHaveLength(1);
  });

  it('SEC-34: the live channel unpacks nothing either, and takes no long message', async () => {
    const headers = { origin: test.url, ...session() };
    const upgraded = await raw(test.url, '/socket.io/?EIO=4&transport=websocket', {
      headers: {
        ...headers,
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
        'sec-websocket-extensions': 'permessage-deflate; client_max_window_bits',
      },
    });
    expect([upgraded.status, upgraded.headers['sec-websocket-extensions']]).toEqual([101, undefined]);
    const opened = await raw(test.url, '/socket.io/?EIO=4&transport=polling', { headers });
    const { sid } = JSON.parse(opened.body.slice(1)) as { sid: string };
    const long = await raw(test.url, `/socket.io/?EIO=4&transport=polling&sid=${sid}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'text/plain' },
      body: `42${'a'.repeat(1_000_000)}`,
    }).catch(() => ({ status: 413 }));
    expect(long.status).toBe(413);
    expect((await all.api.try('GET /api/session', {})).status).toBe(200);
  });
});
