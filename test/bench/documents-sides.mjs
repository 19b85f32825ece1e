// The two that are measured beside each other: the server and the bare relay, each a process of its own with a
// generator of its own, and what both have in common.
import { createServer } from 'node:net';
import { join } from 'node:path';
import { step2Frame } from './documents-frames.mjs';
import { databaseSeconds } from './usage.mjs';
import { generator, pause, startServer } from './process.mjs';

const sampleMilliseconds = 200;

class Side {
  /** What the documents said when people left them. */
  said = new Map();
  #stop;
  #generator = generator('documents-clients.mjs');

  /** @param parts where it is, how it tells what it used, and how it ends */
  constructor({ url, usage, stop, databaseSeconds: database }) {
    this.url = url;
    this.usage = usage;
    this.databaseSeconds = database;
    this.#stop = stop;
  }

  /** Asks the clients of this side for something. */
  ask(name, task = {}) {
    return this.#generator.ask({ name, url: this.url, ...task });
  }

  /** @returns what the work gave, with the processor seconds that this side used meanwhile */
  async used(work) {
    const before = await this.usage();
    const databaseBefore = this.databaseSeconds();
    const result = await work();
    const { seconds } = await this.usage();
    const database = this.databaseSeconds() - databaseBefore;
    return { ...result, seconds: seconds - before.seconds, database };
  }

  /** @returns what the work gave, with the most megabytes that this side held meanwhile */
  async peak(work) {
    const held = [];
    let isDone = false;
    const sampling = (async () => {
      while (!isDone) {
        held.push((await this.usage()).megabytes);
        await pause(sampleMilliseconds);
      }
    })();
    const result = await work();
    isDone = true;
    await sampling;
    return { ...result, megabytes: Math.max(...held) };
  }

  async stop() {
    await this.#generator.stop();
    await this.#stop();
  }
}

/** Starts the server with the kind of document of the bench. */
export async function startDocuments(folder) {
  const script = join(import.meta.dirname, 'documents-server.mjs');
  const server = await startServer(folder, { DEMO: 'off' }, script);
  // Addresses of the loopback are those of IPv4.
  return { ...server, url: server.url.replace('localhost', '127.0.0.1'), usage: () => server.ask('usage') };
}

export async function serverSide(folder) {
  const server = await startDocuments(folder);
  return new Side({ ...server, databaseSeconds: () => databaseSeconds(folder) });
}

export async function relaySide() {
  const relay = generator('documents-relay.mjs');
  const { url } = await relay.ask({ name: 'address' });
  const side = new Side({ url, usage: () => relay.ask({ name: 'usage' }), stop: relay.stop, databaseSeconds: () => 0 });
  /** Those who join the relay get what those who join the server get. */
  side.greetWith = (welcome) =>
    relay.ask({ name: 'welcome', bytes: step2Frame(Buffer.from(welcome, 'base64')).toString('base64') });
  return side;
}

/** Lets the same people into the same document on both sides, the server first. */
export async function joinBoth({ ours, relay }, who, together = false) {
  const join = await ours.used(() => ours.ask('join', { people: who, together }));
  await relay.greetWith(join.welcome);
  return { join, bareJoin: await relay.used(() => relay.ask('join', { people: who, together })) };
}

/** All leave again. @throws when not everybody had the same words, or some of them were lost */
export async function compareAndLeave(side, tokens) {
  const compared = await side.ask('compare');
  if (compared.differing > 0) throw new Error(`In ${compared.differing} documents people had different words`);
  if (tokens !== undefined && compared.tokens !== tokens)
    throw new Error(`Of ${tokens} changes ${compared.tokens} are in the documents`);
  for (const { document, text } of compared.said) side.said.set(document, text);
  await side.ask('leave');
}

/** Starts the server anew. @returns how many documents say something else than when people left them */
export async function changedByRestart(folder, said, people) {
  const side = await serverSide(folder);
  await side.ask('join', { people: [...said.keys()].flatMap((document, number) => people(document, [number])) });
  const { said: now } = await side.ask('compare');
  await side.stop();
  return said.size - now.filter(({ document, text }) => said.get(document) === text).length;
}

/** An address of the loopback for each person, where the system has more than one. */
export async function addresses(many) {
  const hasMany = await new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(0, '127.0.0.2', () => probe.close(() => resolve(true)));
  });
  return Array.from({ length: many }, (_, number) => (hasMany ? `127.0.1.${(number % 250) + 1}` : undefined));
}
