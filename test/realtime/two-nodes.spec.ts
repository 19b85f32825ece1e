import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Signal } from '../../shared/contract/signals.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { Api } from '../support/api.js';
import { startApp } from '../support/app.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { openThread, openTopic, write } from '../support/forum.js';
import { connect, pause, until, type Live } from '../support/live.js';
import { hasRedis, TestRedis } from '../support/redis.js';
import { isBuilt, startServerProcess, type ServerProcess } from '../support/server-process.js';

let database: TestDatabase;
let dyad: TestDyad;
let thread: string;
let stream: string;
let [ana, boris, ofA, ofB]: TestMember[] = [];
const leaving: TestMember[] = [];
const moderators: TestMember[] = [];
const open: Live[] = [];

/** For what only has to happen; what has to happen within a second says so. */
const slow = 30_000;

beforeAll(async () => {
  database = await createDatabase();
  const app = await startApp({}, database);
  dyad = await foundDyad(app);
  ana = await member(app, dyad);
  boris = await member(app, dyad, { side: 'b' });
  ofA = await member(app, dyad, { roles: ['steward'] });
  ofB = await member(app, dyad, { side: 'b', roles: ['steward'] });
  for (const side of ['a', 'b'] as const) {
    leaving.push(await member(app, dyad, { side }));
    moderators.push(await member(app, dyad, { side, roles: ['citizen', 'moderator'] }));
  }
  const topic = await openTopic(app, dyad, 'bridge', 'post');
  ({ thread } = await openThread(app, topic, ana));
  const params = { dyad: dyad.slug, topic: 'bridge' };
  stream = `topic:${(await ana.api.call('GET /api/dyads/:dyad/topics/:topic', { params, query: {} })).topic.id}`;
  await app.settled();
  await app.close();
});
afterAll(() => database.drop());

/** The same person at another node. */
function at({ url }: ServerProcess, who: TestMember | undefined): TestMember {
  if (!who) throw new Error('nobody');
  const api = new Api(url);
  api.cookie = who.api.cookie;
  return { ...who, api };
}

async function follow(node: ServerProcess, who: TestMember | undefined, name: string): Promise<Live> {
  const live = await connect(node, at(node, who));
  open.push(live);
  expect((await live.follow(dyad.slug, name)).failure).toBeUndefined();
  return live;
}

/** Writes ten posts a second at a node until told to stop; how many. */
function streaming(node: ServerProcess, who: TestMember | undefined): () => Promise<number> {
  let [going, count] = [true, 0];
  const author = at(node, who);
  const done = (async () => {
    for (; going; count += 1) {
      await write(author, dyad, thread, `Тече ${count}`);
      await pause(100);
    }
  })();
  return async () => {
    going = false;
    await done;
    return count;
  };
}

const seqs = (live: Live): number[] => live.signals.filter((one) => one.stream === stream).map(({ seq }) => seq);

/** Everything a stream said, as a reader of a node catches up with it. */
async function everything(node: ServerProcess, after = 0): Promise<Signal[]> {
  const all: Signal[] = [];
  for (let from = after; ;) {
    const page = await at(node, ana).api.call('GET /api/dyads/:dyad/streams/:stream/signals', {
      params: { dyad: dyad.slug, stream },
      query: { after: from },
    });
    all.push(...page.signals);
    from = all.at(-1)?.seq ?? from;
    if (page.signals.length === 0 || from >= page.newest) return all;
  }
}

async function twoNodes(settings: Record<string, string>): Promise<[ServerProcess, ServerProcess]> {
  const one = await startServerProcess({ DATABASE_URL: database.url, ...settings });
  return [one, await startServerProcess({ DATABASE_URL: database.url, ...settings })];
}

/** A right ends at one node; how soon the readers of the other, where posts go on being written, heard their last. */
async function revoke(a: ServerProcess, b: ServerProcess, round: number): Promise<void> {
  const reader = await follow(b, leaving[round], stream);
  const desk = await follow(b, moderators[round], `desk:${dyad.id}`);
  const stop = streaming(b, boris);
  await until(() => seqs(reader).length > 3, slow);

  await at(a, leaving[round]).api.call('DELETE /api/session', {});
  await pause(1_000);
  const heard = seqs(reader).length;
  expect(reader.socket.connected).toBe(false);
  const late = await at(b, leaving[round]).api.try('GET /api/dyads/:dyad/topics', { params: { dyad: dyad.slug } });
  expect(late.problem.code).toBe('session.needed');

  const act = await at(a, ofA).api.call('POST /api/dyads/:dyad/joint-acts', {
    params: { dyad: dyad.slug },
    body: {
      kind: 'role.revoke',
      details: { member: moderators[round]?.id ?? '', role: 'moderator' },
      reason: 'agreed at our meeting in spring',
    },
  });
  const params = { dyad: dyad.slug, act: act.id };
  await at(a, ofB).api.call('POST /api/dyads/:dyad/joint-acts/:act/answer', { params, body: { answer: 'agree' } });
  await until(() => desk.told.some(({ event }) => event === 'ended'), 1_000);
  expect((await desk.follow(dyad.slug, `desk:${dyad.id}`)).failure?.code).toBe('access.denied');
  expect(await stop()).toBeGreaterThan(3);
  expect(seqs(reader)).toHaveLength(heard);
}

describe.skipIf(!isBuilt)('two nodes on one database', { timeout: 120_000 }, () => {
  let a: ServerProcess;
  let b: ServerProcess;
  beforeAll(async () => {
    [a, b] = await twoNodes({});
  }, 180_000);
  afterAll(async () => {
    for (const live of open.splice(0)) live.close();
    await Promise.all([a.kill('SIGKILL'), b.kill('SIGKILL')]);
  });

  it('SEC-30: a right that ends at one ends at the other within a second, while posts stream there', async () => {
    await revoke(a, b, 0);
  });
});

describe.skipIf(!isBuilt || !hasRedis)('two nodes with a Redis between them', { timeout: 120_000 }, () => {
  let redis: TestRedis;
  let a: ServerProcess;
  let b: ServerProcess;
  beforeAll(async () => {
    redis = await TestRedis.start();
    [a, b] = await twoNodes({ REDIS_URL: redis.url });
  }, 180_000);
  afterAll(async () => {
    for (const live of open.splice(0)) live.close();
    await Promise.all([a.kill('SIGKILL'), b.kill('SIGKILL')]);
    await redis.kill();
  });

  it('SEC-30: a right that ends at one ends at the other within a second, while posts stream there', async () => {
    await revoke(a, b, 1);
  });

  it('REL-03: what is written at one is told at the other, in the same order', async () => {
    const [here, there] = [await follow(a, ana, stream), await follow(b, boris, stream)];
    const from = (await everything(a)).at(-1)?.seq ?? 0;
    const writing = [
      [a, ana],
      [b, boris],
    ] as const;
    await Promise.all(
      writing.map(async ([node, who]) => {
        for (let count = 0; count < 12; count += 1) await write(at(node, who), dyad, thread, `Заедно ${count}`);
      }),
    );
    const all = (await everything(a, from)).map(({ seq }) => seq);
    expect(all.length).toBeGreaterThanOrEqual(24);
    await until(() => [here, there].every((live) => all.every((seq) => seqs(live).includes(seq))), slow);
    for (const live of [here, there]) {
      const heard = [...new Set(seqs(live).filter((seq) => all.includes(seq)))];
      expect(heard.toSorted((one, other) => one - other)).toEqual(all);
    }
  });

  it('REL-18: a Redis that dies and comes back loses nothing, stops nobody, and both nodes say the same', async () => {
    const [here, there] = [await follow(a, ana, stream), await follow(b, boris, stream)];
    await redis.kill();
    const { id } = await write(at(a, ana), dyad, thread, 'Без посредник');
    // The node where it was written tells its own readers at once.
    const isAbout = (one: Signal): boolean => one.about['post'] === id;
    await until(() => here.signals.some(isAbout), slow);
    await write(at(b, boris), dyad, thread, 'И оттук');
    expect((await everything(b)).some(isAbout)).toBe(true);
    await redis.startAgain();
    const newest = (await everything(b)).at(-1)?.seq ?? 0;
    // Nobody writes any more; the readers of both learn that there is more, and can fetch it.
    await until(() => [here, there].every((live) => seqs(live).includes(newest)), slow);
    expect(await everything(a)).toEqual(await everything(b));
    const { id: after } = await write(at(a, ana), dyad, thread, 'Пак заедно');
    await until(() => there.signals.some((one) => one.about['post'] === after), slow);
    for (const node of [a, b]) expect((await fetch(`${node.url}/health/ready`)).status).toBe(200);
  });
});
