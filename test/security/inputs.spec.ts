import * as fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account, behindProxy, elsewhere } from '../support/accounts.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { endpoints, pathOf, reads, writes, type Endpoint, type Example, type Place } from '../support/every-route.js';
import { openThread, openTopic, write } from '../support/forum.js';
import { connect, pause, until } from '../support/live.js';
import { raw, type RawReply } from '../support/raw.js';

let test: TestApp;
let dyad: TestDyad;
let all: TestMember;
let place: Place;
const roles = ['citizen', 'moderator', 'steward', 'drafter', 'evaluator'] as const;

beforeAll(async () => {
  test = await startApp(behindProxy);
  dyad = await foundDyad(test);
  all = await member(test, dyad, { roles });
  await account(test, 'anna');
  const topic = await openTopic(test, dyad, 'water', 'post');
  place = { dyad: dyad.slug, topic: topic.slug, ...(await openThread(test, topic, all)) };
});
afterAll(() => test.close());

const listed = (some: readonly Endpoint[]) => some.map((endpoint) => [endpoint.contract.route, endpoint] as const);
const send = (who: TestMember, endpoint: Endpoint, input: Example) =>
  who.api.send(endpoint.contract.route, input, { headers: elsewhere() });

/** Sends a body letter by letter as it is written here. */
function sendText(endpoint: Endpoint, body: string, query = ''): Promise<RawReply> {
  const headers = {
    cookie: all.api.cookie ?? '',
    origin: test.url,
    'x-csrf': '1',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'idempotency-key': randomUUID(),
    ...elsewhere(),
  };
  const path = pathOf(endpoint, endpoint.example(place)) + query;
  return raw(test.url, path, { method: endpoint.method, headers, body });
}

describe('SEC-20: nothing is taken that was not asked for', () => {
  it.each(listed(writes))('SEC-20: %s', async (_, endpoint) => {
    const example = endpoint.example(place);
    const smuggled = {
      role: 'steward',
      roles: ['steward'],
      id: randomUUID(),
      side: 'b',
      dyadId: randomUUID(),
      createdAt: '2020-01-01',
    };
    const reply = await send(all, endpoint, { ...example, body: { ...example.body, ...smuggled } });
    expect([reply.status, reply.problem.code]).toEqual([400, 'request.invalid']);
    const unexpected = reply.problem.fields.filter(({ rule }) => rule === 'not_expected').map(({ field }) => field);
    expect(unexpected.toSorted()).toEqual(
      Object.keys(smuggled)
        .map((key) => `body.${key}`)
        .toSorted(),
    );
    expect(reply.problem.fields).toHaveLength(unexpected.length);
    const asked = await send(all, endpoint, { ...example, query: { ...example.query, role: 'steward' } });
    expect(asked.problem.fields.map(({ field }) => field)).toContain('query.role');
  });

  it('SEC-20: nor inside what is asked for', async () => {
    const body = {
      token: 'A'.repeat(43),
      pseudonym: 'Newcomer',
      writesIn: 'bg',
      acceptedCharterVersion: 1,
      account: { login: 'newcomer', password: 'a quiet river in spring', language: 'en', guarded: false },
    };
    const reply = await test.visitor().send('POST /api/join', { body });
    expect(reply.problem.fields).toMatchObject([{ field: 'body.account.guarded', rule: 'not_expected' }]);
    const act = {
      kind: 'role.grant',
      details: { member: all.id, role: 'drafter', side: 'a' },
      reason: 'because we agreed to',
    };
    const proposed = await all.api.send('POST /api/dyads/:dyad/joint-acts', { params: { dyad: dyad.slug }, body: act });
    expect(proposed.problem.fields).toMatchObject([{ field: 'body.details.side', rule: 'not_expected' }]);
  });

  it('SEC-20: nor in a message of the live channel', async () => {
    const live = await connect(test, all);
    const stream = `member:${all.id}`;
    const answer = await live.send('stream.follow', { dyad: dyad.slug, stream, role: 'steward' });
    expect(answer.failure?.code).toBe('request.invalid');
    expect((await live.follow(dyad.slug, stream)).failure).toBeUndefined();
    live.close();
  });
});

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1e308,
    -0.5,
    2 ** 53,
    '',
    ' ',
    '\u0000',
    '\uFFFF',
    '\u202E',
    '\uD800',
    'NaN',
    '{}',
    '../../x',
    '%00',
  ),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.uuid(),
  fc.array(fc.integer(), { maxLength: 3 }),
  fc.jsonValue({ maxDepth: 3 }),
);

describe('SEC-21: garbage is refused and breaks nothing', () => {
  it.each(listed(endpoints))('SEC-21: %s', async (_, endpoint) => {
    const who = await member(test, dyad, { roles });
    const example = endpoint.example(place);
    const keysOf = (part: object | undefined): string[] => Object.keys(part ?? {});
    const fields = keysOf(endpoint.contract.body?.shape);
    const body = fc.oneof(
      { weight: 3, arbitrary: fc.record(Object.fromEntries(fields.map((key) => [key, odd])), { requiredKeys: [] }) },
      { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 4 }).filter((one) => typeof one === 'object') },
    );
    // One thing wrong at a time goes deepest: everything else of the example is right.
    const oneWrong = fc
      .tuple(fc.constantFrom(...(fields.length ? fields : ['x'])), odd)
      .map(([key, value]) => ({ ...example.body, [key]: value }));
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    const texts = (part: object | undefined) => fc.record(Object.fromEntries(keysOf(part).map((key) => [key, text])));
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(body, oneWrong, fc.constant(example.body)),
        fc.oneof(fc.constant(example.params ?? {}), texts(example.params)),
        fc.oneof(fc.constant(example.query ?? {}), texts(endpoint.contract.query?.shape)),
        async (sentBody, params, query) => {
          const sent = { params, query, ...(endpoint.method !== 'GET' && { body: sentBody }) } as Example;
          const { status, problem } = await send(who, endpoint, sent);
          expect(status === 503 ? problem.code : status, JSON.stringify(sent)).not.toSatisfy(
            (one) => Number(one) >= 500,
          );
        },
      ),
      { numRuns: 20 },
    );
  });

  it('SEC-21: on the live channel too', async () => {
    const live = await connect(test, all);
    for (const garbage of fc.sample(odd, { numRuns: 45 })) {
      const event = ['stream.follow', 'stream.leave', 'typing.show'][Math.floor(Math.random() * 3)] ?? '';
      expect((await live.send(event, garbage)).failure?.code).toBe('request.invalid');
    }
    live.socket.emit('no such event', { x: 1 });
    live.socket.emit('stream.follow');
    expect(live.socket.connected).toBe(true);
    live.close();
    await until(async () => (await test.visitor().try('GET /health/ready', {})).status === 200);
  });
});

describe('SEC-22: no key reaches the prototype of anything', () => {
  const poisoned = [
    '{"__proto__":{"polluted":1}}',
    '{"a":{"__proto__":{"polluted":1}}}',
    '{"constructor":{"prototype":{"polluted":1}}}',
  ];

  it.each(listed(writes))('SEC-22: %s', async (_, endpoint) => {
    for (const body of poisoned) expect((await sendText(endpoint, body)).status, body).toBe(400);
    const honest = JSON.stringify(endpoint.example(place).body ?? {});
    const mixed = honest === '{}' ? '{"__proto__":{"polluted":1}}' : `{"__proto__":{"polluted":1},${honest.slice(1)}`;
    expect((await sendText(endpoint, mixed)).status).toBe(400);
    expect((await sendText(endpoint, honest, '?__proto__[polluted]=1')).status).toBe(400);
    expect((await sendText(endpoint, honest, '?constructor.prototype.polluted=1')).status).toBe(400);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('SEC-22: on the live channel too, whatever is said there', async () => {
    const live = await connect(test, all);
    const honest = `"dyad":"${dyad.slug}","stream":"member:${all.id}"`;
    const poison = [
      '"__proto__":{"polluted":1}',
      '"constructor":{"prototype":{"polluted":1}}',
      '"prototype":{"polluted":1}',
    ];
    for (const event of ['stream.follow', 'stream.leave', 'typing.show']) {
      for (const one of poison) {
        for (const text of [
          `{${honest},${one}}`,
          `{${one},${honest}}`,
          `{${one}}`,
          `{"dyad":{${one}},"stream":{${one}}}`,
        ]) {
          const answer = await live.send(event, JSON.parse(text));
          expect([event, text, answer.failure?.code]).toEqual([event, text, 'request.invalid']);
        }
      }
      await pause(700);
    }
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect((await live.follow(dyad.slug, `member:${all.id}`)).failure).toBeUndefined();
    for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty'])
      live.socket.emit(name, { polluted: 1 });
    expect((await live.follow('__proto__', `member:${all.id}`)).failure?.code).toBe('request.invalid');
    expect((await live.follow('constructor', `member:${all.id}`)).failure?.code).toBeDefined();
    expect(live.socket.connected).toBe(true);
    live.close();
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString'])(
    'SEC-22: nor is anything called %s found',
    async (name) => {
      for (const path of [
        `/api/dyads/${name}`,
        `/api/dyads/${dyad.slug}/topics/${name}`,
        `/api/dyads/${dyad.slug}/streams/${name}:1/signals?after=0`,
        `/api/${name}`,
      ]) {
        const reply = await raw(test.url, path, { headers: { cookie: all.api.cookie ?? '' } });
        expect([path, reply.status]).toEqual([path, reply.status === 400 ? 400 : 404]);
      }
    },
  );
});

describe('SEC-23: one name, one value', () => {
  it.each(listed(reads))('SEC-23: %s', async (_, endpoint) => {
    const example = endpoint.example(place);
    const names = Object.keys(endpoint.contract.query?.shape ?? { anything: 1 });
    for (const name of names) {
      for (const query of [`?${name}=1&${name}=1`, `?${name}[]=1`, `?${name}[0]=1`, `?${name}[a]=1`]) {
        const reply = await raw(test.url, pathOf(endpoint, example) + query, {
          headers: { cookie: all.api.cookie ?? '' },
        });
        expect([query, reply.status]).toEqual([query, 400]);
      }
    }
  });

  it.each(listed(writes.filter(({ contract }) => contract.body)))(
    'SEC-23: %s takes no list for a value',
    async (_, endpoint) => {
      const { body = {}, ...rest } = endpoint.example(place);
      for (const [name, value] of Object.entries(body)) {
        const reply = await send(all, endpoint, { ...rest, body: { ...body, [name]: [value, value] } });
        expect([name, reply.status, reply.problem.code]).toEqual([name, 400, 'request.invalid']);
      }
    },
  );
});

const injections = [
  "' or '1'='1",
  "'; drop table post; --",
  "\\'; select pg_sleep(5); --",
  '" or ""="',
  "1' union select password_hash from account --",
  '$1',
  '%',
  '_',
  '*',
  "'||(select 1)||'",
  '${7*7}',
  '{{7*7}}',
  '<script>alert(1)</script>',
  '\n{"level":"fatal"}',
  '$(reboot)',
  '`id`',
  'a long enough text\u0000 with an end in it',
  '\uD800 half a letter',
];

describe('SEC-24: what looks like a statement is a text', () => {
  it.each(listed(endpoints))('SEC-24: %s', async (_, endpoint) => {
    const who = await member(test, dyad, { roles });
    const example = endpoint.example(place);
    for (const text of injections) {
      for (const part of ['params', 'query', 'body'] as const) {
        for (const [name, value] of Object.entries(example[part] ?? {})) {
          if (typeof value !== 'string' || (part !== 'body' && /\p{Surrogate}/u.test(text))) continue;
          const from = performance.now();
          const { status } = await send(who, endpoint, { ...example, [part]: { ...example[part], [name]: text } });
          expect(status === 503 ? 0 : status, `${part}.${name} ${text}`).toBeLessThan(500);
          expect(performance.now() - from, `${part}.${name} ${text}`).toBeLessThan(4_000);
        }
      }
    }
  });

  it('SEC-24: and comes back as the text it was', async () => {
    for (const text of injections.filter((one) => !/[\u0000\uD800\n]/.test(one))) {
      const { id } = await write(all, dyad, place.thread, `Реката ${text}`);
      const params = { dyad: dyad.slug, post: id };
      const [revision] = (await all.api.call('GET /api/dyads/:dyad/posts/:post/revisions', { params })).revisions;
      expect(revision?.source).toBe(`Реката ${text}`);
    }
  });
});
