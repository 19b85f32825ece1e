// How many times a second the data of a thread's page is read, and how long a reader waits, beside bare Fastify.
import autocannon from 'autocannon';
import { atLeast, atMost, figure, percentiles, round } from './figures.mjs';

const connections = 50;
const seconds = 7;
const slowestMilliseconds = 200;

export async function measureReading(say, { server, bare, path, cookies, bytes }) {
  say(`Reading a thread's page over ${connections} connections, twice ${seconds} s`);
  const bareReads = await reads(`${bare.url}/page`, cookies);
  const reading = await reads(server.url + path, cookies);
  const kilobytes = Math.round(bytes / 1024);
  return [
    figure(`thread page (${kilobytes} kB), bare Fastify with the same bytes`, Math.round(bareReads.perSecond), '1/s'),
    atLeast('thread page, Entente', Math.round(reading.perSecond), '1/s', Math.round(bareReads.perSecond / 3)),
    figure(`thread page, bare Fastify, p95 of ${connections} readers`, round(bareReads.p95), 'ms'),
    atMost(`thread page, Entente, p95 of ${connections} readers`, round(reading.p95), 'ms', slowestMilliseconds),
  ];
}

/** Every connection is another person's, and asks again as soon as it is answered. */
async function reads(url, cookies) {
  const waits = [];
  let next = 0;
  const run = autocannon({
    url,
    connections,
    duration: seconds,
    setupClient: (client) => client.setHeaders({ cookie: cookies[next++] }),
  });
  run.on('response', (_client, _status, _bytes, milliseconds) => waits.push(milliseconds));
  const { requests, non2xx, errors } = await run;
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} failed`);
  return { perSecond: requests.average, p95: percentiles(waits).p95 };
}
