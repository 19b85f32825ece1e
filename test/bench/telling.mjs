// How fast posts reach two hundred connected readers, from the writer's sending to each reader's receipt: at a steady
// pace, and as fast as they are accepted; beside bare Socket.IO telling the same bytes.
import { randomUUID } from 'node:crypto';
import { atLeast, atMost, figure, percentiles, round } from './figures.mjs';
import { generator, now, pause } from './process.mjs';

const steadyPosts = 200;
const postsPerSecond = 20;
const saturationSeconds = 5;
const authors = 16;
const share = 1.3;

/** The writers and readers of one server. */
export class Audience {
  #readers = generator('readers.mjs');
  #cookies;
  #send;
  #sent = 0;

  /** @param send writes a text as the person with the cookie, and resolves to the answer */
  constructor(cookies, send) {
    this.#cookies = cookies;
    this.#send = send;
  }

  connect(url, topic) {
    return this.#readers.ask({ name: 'connect', url, cookies: this.#cookies, topic });
  }

  /** One post to everybody, unmeasured. @returns the signal that told it */
  async warmUp() {
    await this.#write();
    const { signal } = await this.#collect(1);
    return signal;
  }

  async steady() {
    const waits = [];
    const began = now();
    for (let post = 0; post < steadyPosts; post += 1) {
      await pause(began + (post * 1000) / postsPerSecond - now());
      waits.push(this.#write());
    }
    const answers = await Promise.all(waits);
    return { ...(await this.#collect(steadyPosts)), acknowledged: answers.map(({ milliseconds }) => milliseconds) };
  }

  async saturated() {
    const began = now();
    let accepted = 0;
    await Promise.all(
      Array.from({ length: authors }, async () => {
        while (now() - began < saturationSeconds * 1000) {
          await this.#write();
          accepted += 1;
        }
      }),
    );
    const perSecond = (accepted / (now() - began)) * 1000;
    return { ...(await this.#collect(accepted)), accepted, perSecond };
  }

  async leave() {
    await this.#readers.ask({ name: 'disconnect' });
    await this.#readers.stop();
  }

  get size() {
    return this.#cookies.length;
  }

  /** Writes as the next person, so that no limit of one person is met. */
  async #write() {
    const cookie = this.#cookies[this.#sent++ % this.#cookies.length];
    const sentAt = now();
    const answer = await this.#send(`${sentAt} Реката е чиста.`, cookie);
    if (answer.status !== 201) throw new Error(`A post was not accepted: ${answer.status} ${await answer.text()}`);
    await answer.arrayBuffer();
    return { milliseconds: now() - sentAt };
  }

  async #collect(posts) {
    const { delays, milliseconds, signal } = await this.#readers.ask({
      name: 'collect',
      expected: posts * this.size,
    });
    return { ...percentiles(delays), delivered: delays.length, milliseconds, signal };
  }
}

/** Posts written as a browser of the server's own page writes them. */
export const writerOf = (url, path) => (text, cookie) =>
  fetch(`${url}${path}/posts`, {
    method: 'POST',
    headers: {
      origin: url,
      'x-csrf': '1',
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      cookie,
    },
    body: JSON.stringify({ text, language: 'mk', replyTo: null }),
  });

/** The same to the baseline, which tells and answers. */
export const bareWriterOf = (url) => (text) =>
  fetch(`${url}/posts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text }),
  });

export async function measureTelling(say, { audience, bareAudience }) {
  const readers = audience.size;
  say(`Telling ${steadyPosts} posts, ${postsPerSecond} a second, to ${readers} readers, twice`);
  const bare = await bareAudience.steady();
  const real = await audience.steady();
  say(`Writing as fast as it goes, ${authors} at once, twice ${saturationSeconds} s`);
  const bareMost = await bareAudience.saturated();
  const most = await audience.saturated();
  const commit = percentiles(real.acknowledged);
  const everyReader = ({ delivered, milliseconds }) => Math.round((delivered / readers / milliseconds) * 1000);
  // A post is committed before it is told: the goal is that of the bare telling, and the same share of the commits.
  return [
    ...['p50', 'p95', 'p99'].flatMap((name) => [
      figure(`delivery ${name}, bare Socket.IO`, round(bare[name]), 'ms'),
      figure(`a post sent until it is committed and acknowledged, ${name}`, round(commit[name]), 'ms'),
      atMost(`delivery ${name}, Entente`, round(real[name]), 'ms', round(share * bare[name] + commit[name])),
    ]),
    atLeast(`posts at ${postsPerSecond}/s that reached all ${readers}`, real.delivered / readers, '', steadyPosts),
    figure('saturation: posts told to every reader by bare Socket.IO', everyReader(bareMost), '1/s'),
    figure('saturation: posts accepted by Entente', Math.round(most.perSecond), '1/s'),
    figure('saturation: posts told to every reader by Entente', everyReader(most), '1/s'),
    atLeast(`saturation: accepted posts that reached all ${readers}`, most.delivered / readers, '', most.accepted),
    ...['p50', 'p95', 'p99'].flatMap((name) => [
      figure(`saturation: delivery ${name}, bare Socket.IO`, round(bareMost[name]), 'ms'),
      figure(`saturation: delivery ${name}, Entente`, round(most[name]), 'ms'),
    ]),
  ];
}
