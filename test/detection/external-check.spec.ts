import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ExternalCheck } from '../../server/modules/moderation/detection/external/external-check.js';
import { externalPhase } from '../../server/modules/moderation/detection/phases/external.phase.js';
import { projectRoot } from '../../server/platform/config/project-root.js';
import { signedHeaders, webhookKey, type SignedMessage } from '../../server/platform/crypto/webhook-signature.js';
import { OutgoingRequests } from '../../server/platform/http/outgoing-requests.js';
import { TestClock } from '../support/clock.js';
import { freePort } from '../support/server-process.js';
import { around, written } from './support.js';

const secret = `whsec_${randomBytes(32).toString('base64')}`;
const key = webhookKey(secret) ?? Buffer.alloc(0);
const log = { warn: () => undefined };
const clock = new TestClock();

const checkAt = (address: string): ExternalCheck =>
  new ExternalCheck({ address, key }, new OutgoingRequests([], log), clock, log);
const look = async (check: ExternalCheck, text: string) => externalPhase(check).look(written({ text }), around());
const unavailable = [expect.objectContaining({ code: 'external_unavailable', weight: 0 })];

describe('SEC-32: the receiver of the documentation', () => {
  let folder = '';
  let receiver: ChildProcess;
  let address = '';
  beforeAll(async () => {
    const page = readFileSync(join(projectRoot, 'docs/how-to/check-texts-elsewhere.md'), 'utf8');
    const [, code = ''] = /```js\n([\s\S]*?)```/.exec(page) ?? [];
    folder = mkdtempSync(join(tmpdir(), 'entente-receiver-'));
    writeFileSync(join(folder, 'receiver.mjs'), code);
    const port = await freePort();
    address = `http://127.0.0.1:${port}/entente`;
    receiver = spawn(process.execPath, [join(folder, 'receiver.mjs')], {
      env: { PORT: String(port), SECRET: secret },
      stdio: 'inherit',
    });
    for (const deadline = Date.now() + 30_000; Date.now() < deadline && receiver.exitCode === null;) {
      if (
        await fetch(address).then(
          () => true,
          () => false,
        )
      )
        break;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  });
  afterAll(async () => {
    await new Promise((resolve) => {
      receiver.once('exit', resolve);
      receiver.kill();
    });
    rmSync(folder, { recursive: true });
  });

  const body = JSON.stringify({ text: 'Ела до моста.', language: 'bg' });
  const send = async (message: Partial<SignedMessage>, sent = body, with_ = key): Promise<number> => {
    const signed = signedHeaders(with_, { id: `msg_${crypto.randomUUID()}`, at: new Date(), body, ...message });
    return (await fetch(address, { method: 'POST', headers: signed, body: sent })).status;
  };
  const minutesAgo = (minutes: number): Date => new Date(Date.now() - minutes * 60_000);

  it('SEC-32: takes what the server signed, and its answer is a finding', async () => {
    expect(await look(checkAt(address), 'Ти си глупак!')).toEqual([
      {
        code: 'external',
        phase: 'external',
        weight: 0.4,
        reason: 'HARASS',
        params: { label: 'insult' },
        where: [{ start: 6, end: 12 }],
      },
    ]);
    expect(await look(checkAt(address), 'Ела до моста.')).toEqual([]);
  });

  it('SEC-32: refuses a request that it has seen, however fresh', async () => {
    const message = { id: 'msg_once', at: new Date() };
    expect([await send(message), await send(message)]).toEqual([200, 401]);
  });

  it('SEC-32: refuses what is more than five minutes old, or from the future', async () => {
    expect(await Promise.all([6, 60, -6].map((minutes) => send({ at: minutesAgo(minutes) })))).toEqual([401, 401, 401]);
    expect(await Promise.all([4, -4].map((minutes) => send({ at: minutesAgo(minutes) })))).toEqual([200, 200]);
  });

  it('SEC-32: refuses another body, another key, and no signature at all', async () => {
    expect(await send({}, body.replace('моста', 'реката'))).toBe(401);
    expect(await send({}, body, randomBytes(32))).toBe(401);
    expect((await fetch(address, { method: 'POST', body })).status).toBe(401);
  });
});

describe('an external check', () => {
  let server: Server;
  let address = '';
  let asked: { headers: NodeJS.Dict<string | string[]>; body: string }[] = [];
  let answer: (response: ServerResponse) => void;
  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => (body += part.toString()));
      request.on('end', () => {
        asked.push({ headers: request.headers, body });
        answer(response);
      });
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  beforeEach(() => {
    asked = [];
  });
  afterEach(() => server.closeAllConnections());
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  const says = (findings: unknown, status = 200): void => {
    answer = (response) => void response.writeHead(status).end(JSON.stringify({ findings }));
  };
  const one = { label: 'insult', weight: 0.3 };

  it('is told the text and its language, and nothing else', async () => {
    says([]);
    await look(checkAt(address), 'Здравей');
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual({ text: 'Здравей', language: 'bg' });
    const ours = Object.keys(asked[0]?.headers ?? {}).filter(
      (name) => !/^(?:host|connection|content-|accept)/.test(name),
    );
    expect(ours.toSorted()).toEqual(['webhook-id', 'webhook-signature', 'webhook-timestamp']);
  });

  it('counts for half at most, and places outside of the text are left out', async () => {
    says([
      {
        ...one,
        weight: 1,
        ranges: [
          [0, 3],
          [3, 3],
          [5, 99],
          [2, 1],
        ],
      },
    ]);
    expect(await look(checkAt(address), 'Здравей')).toMatchObject([{ weight: 0.5, where: [{ start: 0, end: 3 }] }]);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ['no such page', (response) => void response.writeHead(404).end()],
    ['a refusal', (response) => void response.writeHead(401).end()],
    ['a fault', (response) => void response.writeHead(500).end()],
    ['nothing', (response) => void response.writeHead(204).end()],
    ['another place', (response) => void response.writeHead(302, { location: '/elsewhere' }).end()],
    ['a page', (response) => void response.writeHead(200).end('<html>')],
    ['no list', (response) => void response.writeHead(200).end('{"findings":"many"}')],
    [
      'words for people',
      (response) => void response.writeHead(200).end('{"findings":[{"label":"Не е <b>вярно</b>","weight":0.3}]}'),
    ],
    [
      'a reason that there is not',
      (response) => void response.writeHead(200).end('{"findings":[{"label":"a","weight":0,"reason":"WHIM"}]}'),
    ],
    [
      'a flood',
      (response) =>
        void response.writeHead(200).end(JSON.stringify({ findings: Array.from({ length: 21 }, () => one) })),
    ],
    ['a hung up line', (response) => void response.destroy()],
  ])('that answers with %s is not available, and is asked once', async (_, given) => {
    answer = given;
    expect(await look(checkAt(address), 'Здравей')).toEqual(unavailable);
    expect(asked).toHaveLength(1);
  });

  it('that says nothing is waited for no longer than five seconds', async () => {
    answer = () => undefined;
    expect(await look(checkAt(address), 'Здравей')).toEqual(unavailable);
    expect(asked).toHaveLength(1);
  });

  it('that keeps failing is left alone for a minute, then tried once', async () => {
    const check = checkAt(address);
    says([], 500);
    for (let tries = 0; tries < 8; tries += 1) expect(await look(check, 'Здравей')).toEqual(unavailable);
    expect(asked).toHaveLength(5);
    clock.advance({ seconds: 61 });
    for (let tries = 0; tries < 3; tries += 1) expect(await look(check, 'Здравей')).toEqual(unavailable);
    expect(asked).toHaveLength(6);
    clock.advance({ seconds: 61 });
    says([one]);
    for (let tries = 0; tries < 3; tries += 1)
      expect(await look(check, 'Здравей')).toMatchObject([{ code: 'external' }]);
    expect(asked).toHaveLength(9);
  });

  it('whose host is not there is not available', async () => {
    expect(await look(checkAt('http://127.0.0.1:9/'), 'Здравей')).toEqual(unavailable);
  });
});
