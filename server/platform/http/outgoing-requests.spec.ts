import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { kindOf } from './outgoing-addresses.js';
import { OutgoingRequests, type Resolve } from './outgoing-requests.js';

interface Arrived {
  readonly at: string;
  readonly path: string;
  readonly host: string | undefined;
  readonly encoding: string | undefined;
  readonly body: string;
}

type Answer = (path: string, response: ServerResponse) => void;

let arrived: Arrived[] = [];
let refused: unknown[] = [];
let port = 0;
const servers: Server[] = [];

const answer: Answer = (path, response) => {
  if (path === '/silent') return;
  if (path === '/long') return void response.end(Buffer.alloc(1024 * 1024 + 1, 'a'));
  if (path === '/endless') {
    const more = setInterval(() => response.write('a'), 50);
    response.once('close', () => clearInterval(more));
    return;
  }
  const to = /^\/redirect\/(\d+)\?(.*)$/.exec(path);
  if (to) return void response.writeHead(Number(to[1]), { location: decodeURIComponent(to[2] ?? '') }).end();
  response.writeHead(path === '/nothing' ? 204 : 200, { 'x-here': 'yes' }).end(path === '/nothing' ? undefined : 'ok');
};

function note(at: string, request: IncomingMessage, response: ServerResponse): void {
  let body = '';
  request.on('data', (part: Buffer) => (body += part.toString()));
  request.on('end', () => {
    const { host, 'accept-encoding': encoding } = request.headers;
    const path = request.url ?? '';
    arrived.push({ at, path, host, encoding: encoding?.toString(), body });
    answer(path, response);
  });
}

async function listen(at: string, wanted: number): Promise<number> {
  const server = createServer((request, response) => note(at, request, response));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(wanted, at, resolve));
  return (server.address() as AddressInfo).port;
}

beforeAll(async () => {
  port = await listen('127.0.0.1', 0);
  // The same port at two more addresses: what a name that changes its mind would lead to.
  for (const at of ['127.0.0.2', '127.0.0.3']) await listen(at, port);
});
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});
beforeEach(() => {
  arrived = [];
  refused = [];
});

/** A resolver that gives the answers in turn, the last of them for ever, and counts how often it is asked. */
function resolver(...answers: (readonly string[])[]): Resolve & { asked: number } {
  const resolve = Object.assign(
    async () => {
      resolve.asked += 1;
      return answers[Math.min(resolve.asked, answers.length) - 1] ?? [];
    },
    { asked: 0 },
  );
  return resolve;
}

const log = { warn: (_: string, fields: unknown) => void refused.push(fields) };
const outgoing = (privateHosts: readonly string[] = [], resolve?: Resolve): OutgoingRequests =>
  new OutgoingRequests(privateHosts, log, resolve);
const here = (path = '/', host = '127.0.0.1'): string => `http://${host}:${port}${path}`;

describe('SEC-31: where requests of the server may go', () => {
  it.each([
    '127.1',
    '0x7f.1',
    '0x7f000001',
    '2130706433',
    '0177.0.0.1',
    '127.0.0.1.',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    'localhost',
    'LOCALHOST.',
    '10.0.0.1',
    '172.16.3.4',
    '192.168.1.1',
    '100.64.0.1',
    '100.100.100.200',
    '169.254.169.254',
    '0.0.0.0',
    '0',
    '[::]',
    '[fe80::1]',
    '[fc00::1]',
    '[fd00:ec2::254]',
    '198.18.0.1',
    '203.0.113.9',
    '224.0.0.1',
    '255.255.255.255',
    '１２７.0.0.1',
    'redis',
  ])('SEC-31: never to http://%s on behalf of a provider out in the world', async (host) => {
    const names = resolver(host === 'redis' ? ['10.0.0.9'] : ['127.0.0.1']);
    const send = outgoing([], names).onBehalfOf('https://login.example.org');
    await expect(send(`http://${host}:${port}/`)).rejects.toMatchObject({ code: 'address' });
    expect(refused).toEqual([{ why: 'address' }]);
    expect(arrived).toEqual([]);
  });

  it('SEC-31: a name is resolved once, and asked where it was found to be', async () => {
    const changing = resolver(['127.0.0.2'], ['127.0.0.3']);
    const send = outgoing(['rebinding.example.org'], changing).onBehalfOf('https://login.example.org');
    expect(await (await send(here('/', 'rebinding.example.org'))).text()).toBe('ok');
    expect([changing.asked, arrived]).toMatchObject([1, [{ at: '127.0.0.2', host: `rebinding.example.org:${port}` }]]);
  });

  it('SEC-31: a name that stands for one good and one bad address is not asked at all', async () => {
    for (const addresses of [['93.184.215.14', '127.0.0.1'], ['2606:2800:21f::1', '::ffff:10.0.0.1'], []]) {
      const send = outgoing([], resolver(addresses)).onBehalfOf('https://translate.example.org');
      await expect(send(here('/', 'translate.example.org'))).rejects.toMatchObject({ code: 'address' });
    }
    expect(arrived).toEqual([]);
  });

  it('SEC-31: to an address or a local name that the operator configured, and to that server alone', async () => {
    const names = resolver(['127.0.0.1']);
    for (const host of ['127.0.0.1', 'localhost', 'libretranslate', 'translate.internal', 'translate.local']) {
      const send = outgoing([], names).onBehalfOf(here('/mt/', host));
      expect((await send(here('/mt/x', host))).status, host).toBe(200);
      await expect(send(here('/', '127.0.0.2'))).rejects.toMatchObject({ code: 'address' });
      await expect(send(`http://${host}:${port + 1}/`)).rejects.toMatchObject({ code: 'address' });
      await expect(send(here('/', 'redis'))).rejects.toMatchObject({ code: 'address' });
    }
  });

  it('SEC-31: to what people of the platform named only where the whole world is, or the operator says so', async () => {
    const names = resolver(['127.0.0.1']);
    for (const host of ['127.0.0.1', 'localhost', 'libretranslate', 'translate.internal', 'witness.example.org'])
      await expect(outgoing([], names).toNamedByPeople()(here('/', host))).rejects.toMatchObject({ code: 'address' });
    expect(arrived).toEqual([]);
    const listed = outgoing(['127.0.0.1', 'witness.example.org'], names).toNamedByPeople();
    for (const host of ['127.0.0.1', 'witness.example.org']) expect((await listed(here('/', host))).status).toBe(200);
  });

  it('SEC-31: not to a configured address where machines keep their secrets, whoever says so', async () => {
    for (const host of ['169.254.169.254', '[fd00:ec2::254]', '100.100.100.200', '0.0.0.0']) {
      const send = outgoing([host], resolver([])).onBehalfOf(`http://${host}`);
      await expect(send(`http://${host}/latest/meta-data`)).rejects.toMatchObject({ code: 'address' });
    }
  });

  it('SEC-31: a name of the whole world that leads inside is asked only when the operator says so', async () => {
    const inside = resolver(['127.0.0.1']);
    const address = here('/', 'login.corp.example.org');
    await expect(outgoing([], inside).onBehalfOf(address)(address)).rejects.toMatchObject({ code: 'address' });
    expect((await outgoing(['login.corp.example.org'], inside).onBehalfOf(address)(address)).status).toBe(200);
  });

  it('SEC-31: nothing but http and https, and no password in an address', async () => {
    const send = outgoing().onBehalfOf(here());
    for (const address of ['file:///etc/passwd', 'ftp://127.0.0.1/', 'data:text/plain,x', 'blob:http://127.0.0.1/x']) {
      await expect(send(address)).rejects.toMatchObject({ code: 'scheme' });
    }
    await expect(send(`http://user:password@127.0.0.1:${port}/`)).rejects.toThrow(TypeError);
    expect(arrived).toEqual([]);
  });
});

describe('SEC-31: what answers are taken', () => {
  const send = (path: string, init?: RequestInit): Promise<Response> => outgoing().onBehalfOf(here())(here(path), init);

  it.each([301, 302, 303, 307, 308])(
    'SEC-31: no redirection (%s), not even to a place that may be asked',
    async (status) => {
      for (const location of [here('/elsewhere'), 'http://169.254.169.254/', '/elsewhere']) {
        await expect(send(`/redirect/${status}?${encodeURIComponent(location)}`)).rejects.toMatchObject({
          code: 'redirect',
        });
      }
      expect(arrived.map(({ path }) => path)).not.toContain('/elsewhere');
    },
  );

  it('SEC-31: none longer than 1 MiB, and nothing packed is asked for', async () => {
    await expect(send('/long')).rejects.toMatchObject({ code: 'too_large' });
    expect(arrived).toMatchObject([{ encoding: 'identity' }]);
  });

  it('SEC-31: none that takes longer than five seconds, or than the caller waits', async () => {
    const from = performance.now();
    const [silent, endless, impatient] = await Promise.allSettled([
      send('/silent'),
      send('/endless'),
      send('/silent', { signal: AbortSignal.timeout(100) }).finally(() => {
        expect(performance.now() - from).toBeLessThan(2_000);
      }),
    ]);
    expect([silent.status, endless.status, impatient.status]).toEqual(['rejected', 'rejected', 'rejected']);
    expect(performance.now() - from).toBeGreaterThan(4_500);
    expect(performance.now() - from).toBeLessThan(9_000);
  });

  it('SEC-31: nor does a name server that never answers keep anybody waiting', async () => {
    const forever = outgoing([], () => new Promise(() => undefined)).onBehalfOf('https://login.example.org');
    const asked = forever('https://login.example.org', { signal: AbortSignal.timeout(50) });
    await expect(asked).rejects.toMatchObject({ name: 'TimeoutError' });
  });

  it('carries method, form, status and headers as fetch does', async () => {
    const reply = await send('/form', { method: 'POST', body: new URLSearchParams({ code: 'а', state: 'б' }) });
    expect([reply.status, reply.headers.get('x-here'), await reply.text()]).toEqual([200, 'yes', 'ok']);
    expect(arrived).toMatchObject([{ path: '/form', body: 'code=%D0%B0&state=%D0%B1' }]);
    expect((await send('/nothing')).status).toBe(204);
  });
});

describe('SEC-31: kinds of addresses', () => {
  it.each([
    ['8.8.8.8', 'public'],
    ['172.32.0.1', 'public'],
    ['2606:4700::1111', 'public'],
    ['::ffff:8.8.8.8', 'public'],
    ['172.31.255.255', 'private'],
    ['::ffff:192.168.0.1', 'private'],
    ['fdff::1', 'private'],
    ['127.255.0.1', 'private'],
    ['169.254.1.1', 'never'],
    ['::ffff:169.254.169.254', 'never'],
    ['::', 'never'],
    ['240.0.0.1', 'never'],
    ['no address', 'never'],
  ] as const)('SEC-31: %s is %s', (address, kind) => {
    expect(kindOf(address)).toBe(kind);
  });
});
