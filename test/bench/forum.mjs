// The forum: how fast posts reach two hundred readers, and how fast a thread is read, beside bare Socket.IO and Fastify.
import autocannon from 'autocannon';
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { io } from 'socket.io-client';

const readers = 200;
const posts = 200;
const postsPerSecond = 20;
const seconds = 8;
const connections = 50;

const folder = import.meta.dirname;
const answer = (child) => new Promise((resolve) => child.once('message', resolve));
const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
const round = (value) => Math.round(value * 10) / 10;

/** @returns rows of what was measured, with targets where there are any */
export async function measure(say) {
  say('Starting the server on a database of its own');
  const served = fork(join(folder, 'served.mjs'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const real = await answer(served);
  const url = `http://127.0.0.1:${real.port}`;
  const page = `/api/dyads/bench/threads/${real.thread}`;
  const body = await (await fetch(url + page, { headers: { cookie: real.cookies[0] } })).text();
  const bare = fork(join(folder, 'bare.mjs'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  bare.send({ body, told: JSON.parse(body).posts[0] });
  const bareUrl = `http://127.0.0.1:${(await answer(bare)).port}`;
  const memory = async () => {
    served.send('memory');
    return Math.round((await answer(served)).memory / 2 ** 20);
  };
  const atRest = await memory();

  say(`Reading a thread (${Math.round(body.length / 1024)} kB) over ${connections} connections, ${seconds} s each`);
  const bareReads = await reads(`${bareUrl}/bytes`, [undefined]);
  const realReads = await reads(url + page, real.cookies);
  say(`Telling ${posts} posts, ${postsPerSecond} a second, to ${readers} readers`);
  const bareTold = await tell(bareUrl, undefined, (at) =>
    fetch(`${bareUrl}/tell`, { method: 'POST', headers: { 'x-sent-at': String(at) } }),
  );
  const write = (at, cookie) =>
    fetch(`${url}${page}/posts`, {
      method: 'POST',
      headers: {
        origin: url,
        'x-csrf': '1',
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
        cookie,
      },
      body: JSON.stringify({ text: `${at} Реката е чиста.`, language: 'mk', replyTo: null }),
    });
  const realTold = await tell(url, real, write);
  say('Writing as fast as it goes, 12 authors');
  const accepted = await saturate(write, real.cookies);
  const underLoad = await memory();
  served.kill('SIGTERM');
  bare.kill();
  await new Promise((resolve) => served.once('exit', resolve));
  rmSync(real.folder, { recursive: true, force: true });

  const limit = (name) => round(1.3 * bareTold[name] + realTold.commit);
  return [
    {
      what: 'thread page, bare Fastify with the same bytes',
      value: Math.round(bareReads.requests.average),
      unit: '1/s',
    },
    row(
      'thread page, Entente',
      Math.round(realReads.requests.average),
      '1/s',
      Math.round(bareReads.requests.average / 3),
      true,
    ),
    row(`thread page, Entente, p95 at ${connections} readers`, realReads.latency.p97_5, 'ms', 200),
    ...['p50', 'p95', 'p99'].flatMap((name) => [
      { what: `delivery ${name}, bare Socket.IO`, value: round(bareTold[name]), unit: 'ms' },
      row(`delivery ${name}, Entente, from sending to reading`, round(realTold[name]), 'ms', limit(name)),
    ]),
    { what: 'writing a post, until it is acknowledged, p50', value: round(realTold.commit), unit: 'ms' },
    row(`posts delivered of ${posts} to ${readers} readers`, realTold.delivered, '', posts * readers, true),
    { what: 'posts accepted at saturation', value: Math.round(accepted), unit: '1/s' },
    { what: 'memory at rest', value: atRest, unit: 'MB' },
    { what: 'memory under load', value: underLoad, unit: 'MB' },
  ];
}

const row = (what, value, unit, target, atLeast = false) => ({
  what,
  value,
  unit,
  target: `${atLeast ? 'at least' : 'at most'} ${target}`,
  holds: atLeast ? value >= target : value <= target,
});

const reads = (url, cookies) =>
  autocannon({
    url,
    connections,
    duration: seconds,
    requests: cookies.map((cookie) => ({ method: 'GET', headers: cookie ? { cookie } : {} })),
  });

/** Connects the readers, sends posts at a steady pace, and measures from sending to each reader's receipt. */
async function tell(url, real, send) {
  const delays = [];
  const acknowledged = [];
  const sockets = await Promise.all(
    Array.from({ length: readers }, async (_, at) => {
      const cookie = real?.cookies[at % real.cookies.length];
      const socket = io(url, {
        transports: ['websocket'],
        forceNew: true,
        extraHeaders: { origin: url, ...(cookie && { cookie }) },
      });
      await new Promise((resolve) => socket.once('connect', resolve));
      if (real) await socket.emitWithAck('stream.follow', { dyad: 'bench', stream: `topic:${real.topic}` });
      socket.on('signal', (signal) => {
        if (signal.kind !== undefined && signal.kind !== 'post.published') return;
        const text = signal.sentAt ?? signal.view?.body?.[0]?.inlines?.[0]?.text ?? '';
        delays.push(performance.now() - Number.parseFloat(text));
      });
      return socket;
    }),
  );
  const sent = [];
  for (let post = 0; post < posts; post += 1) {
    const began = performance.now();
    const cookie = real?.cookies[post % real.cookies.length];
    sent.push(send(began, cookie).then(() => acknowledged.push(performance.now() - began)));
    await new Promise((resolve) => setTimeout(resolve, 1000 / postsPerSecond));
  }
  await Promise.all(sent);
  for (let waited = 0; delays.length < posts * readers && waited < 50; waited += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  for (const socket of sockets) socket.close();
  delays.sort((one, other) => one - other);
  acknowledged.sort((one, other) => one - other);
  return {
    p50: percentile(delays, 0.5),
    p95: percentile(delays, 0.95),
    p99: percentile(delays, 0.99),
    delivered: delays.length,
    commit: percentile(acknowledged, 0.5),
  };
}

/** Posts accepted a second when twelve authors write without pause for some seconds. */
async function saturate(write, cookies) {
  const until = performance.now() + 5000;
  let accepted = 0;
  await Promise.all(
    cookies.slice(0, 12).map(async (cookie) => {
      while (performance.now() < until) if ((await write(performance.now(), cookie)).ok) accepted += 1;
    }),
  );
  return accepted / 5;
}
