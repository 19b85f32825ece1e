import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { bareSocket, refusal, type BareSocket } from '../support/bare-sockets.js';
import { edit, makeDocument, writersAreDrafters, type Editor } from '../support/documents.js';
import { hostileFrames, states, update, vector, words } from '../support/hostile-updates.js';
import { pause, until } from '../support/live.js';
import { LongestStretch } from '../support/stretches.js';

let test: TestApp;
let dyad: TestDyad;
let people: { victim: TestMember; attacker: TestMember };
let document: string;
let victim: Editor;
let attack: BareSocket;

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  writersAreDrafters(test);
  people = {
    victim: await member(test, dyad, { side: 'a', roles: ['drafter'], pseudonym: 'Тиха вода' }),
    attacker: await member(test, dyad, { side: 'b', roles: ['drafter'], pseudonym: 'Бърза вода' }),
  };
});
afterAll(() => test.close());

const attacking = () => bareSocket(test, document, { cookie: people.attacker.api.cookie });

beforeEach(async () => {
  document = await makeDocument(test, dyad);
  victim = edit(test, people.victim, document);
  attack = await attacking();
  attack.send(hostileFrames.ask(vector(0)));
  await victim.synced();
  victim.provider.awareness.setLocalState({ writing: true, user: { name: 'Модератор' } });
  await until(() => shown().some(({ state }) => state?.writing));
});
afterEach(() => {
  victim.close();
  attack.close();
});

interface Shown {
  readonly client: number;
  readonly clock: number;
  readonly state: {
    readonly writing?: boolean;
    readonly user: { readonly id: string; readonly name: string; readonly side: string };
  } | null;
}

/** What the attacker's socket was last told of each client. */
function shown(): Shown[] {
  const latest = new Map<number, Shown>();
  for (const frame of attack.frames.filter(([type]) => type === 1))
    for (const one of entriesOf(frame)) latest.set(one.client, one);
  return [...latest.values()].filter(({ state }) => state !== null);
}

function entriesOf(frame: Uint8Array): Shown[] {
  let at = 1;
  const number = (): number => {
    for (let value = 0, by = 1; ; by *= 128) {
      const byte = frame[at++] ?? 0;
      value += (byte & 0x7f) * by;
      if (byte < 0x80) return value;
    }
  };
  number();
  return Array.from({ length: number() }, () => {
    const [client, clock, length] = [number(), number(), number()];
    at += length;
    return {
      client,
      clock,
      state: JSON.parse(new TextDecoder().decode(frame.subarray(at - length, at))) as Shown['state'],
    };
  });
}

const forged = JSON.stringify({ writing: true, user: { id: 'x', name: 'Модератор', side: 'neutral' } });

describe('awareness', () => {
  it('SEC-42: says who somebody is as the server knows it, whatever they say', () => {
    const [one] = shown();
    expect(one?.state).toEqual({ writing: true, user: { id: people.victim.id, name: 'Тиха вода', side: 'a' } });
  });

  it('SEC-42: cannot be written or ended for somebody else', async () => {
    const before = victim.provider.awareness.getLocalState();
    const client = victim.doc.clientID;
    attack.send(
      hostileFrames.awareness(states([{ client, clock: 1_000, state: forged }])),
      hostileFrames.awareness(states([{ client, clock: 2_000, state: 'null' }])),
    );
    await pause(150);
    expect(shown().map(({ state }) => state?.user.name)).toEqual(['Тиха вода']);
    expect(victim.provider.awareness.getLocalState()).toEqual(before);
    expect(attack.closed()).toBeUndefined();
  });

  it('SEC-42: shows at most some ids of one socket, in few words', async () => {
    const long = JSON.stringify({ cursor: 'x'.repeat(3_000) });
    const many = Array.from({ length: 900 }, (_, at) => ({
      client: 10_000 + at,
      clock: 1,
      state: at === 0 ? long : forged,
    }));
    for (let at = 0; at < 20; at += 1) attack.send(hostileFrames.awareness(states(many)));
    const newcomer = await bareSocket(test, document, { cookie: people.victim.api.cookie });
    await until(() => victim.provider.awareness.getStates().size > 1);
    await pause(100);
    expect(victim.provider.awareness.getStates().size).toBeLessThanOrEqual(5);
    expect(JSON.stringify([...victim.provider.awareness.getStates().values()]).length).toBeLessThan(10_000);
    newcomer.close();
    attack.close();
    await until(() => victim.provider.awareness.getStates().size === 1);
  });

  it('SEC-42: passes on no key that is none', async () => {
    const state =
      '{"__proto__":{"isAdmin":true},"cursor":{"__proto__":{"isAdmin":true},"constructor":1,"at":1},"other":1}';
    attack.send(hostileFrames.awareness(states([{ client: 77, clock: 1, state }])));
    await until(() => victim.provider.awareness.getStates().has(77));
    const told = victim.provider.awareness.getStates().get(77) as Record<string, unknown>;
    expect(Object.keys(told).toSorted()).toEqual(['cursor', 'user']);
    expect(JSON.stringify(told)).not.toContain('isAdmin');
  });

  it('SEC-42: of a person with two tabs is not lost when one of them comes back', async () => {
    const other = edit(test, people.victim, document);
    await other.synced();
    other.provider.awareness.setLocalState({ writing: false });
    await until(() => shown().length === 2);
    victim.provider.disconnect();
    await until(() => shown().length === 1);
    await pause(100);
    victim.provider.connect();
    await until(() => victim.provider.synced);
    victim.provider.awareness.setLocalState({ writing: true });
    await until(() => shown().length === 2);
    other.close();
  });
});

type Bad = readonly [name: string, frame: () => Uint8Array | string, code?: number];
const closing: readonly Bad[] = [
  ['text', () => 'здравей'],
  ['nothing', () => new Uint8Array()],
  ['a type beyond all numbers', () => new Uint8Array(64).fill(0xff)],
  ['an unknown step', () => Uint8Array.of(0, 3, 0)],
  ['a frame with something after its end', () => Uint8Array.of(0, 2, 2, 0, 0, 9)],
  ['a length beyond its end', () => Uint8Array.of(0, 2, 0xff, 0xff, 0xff, 0x7f, 0)],
  ['an awareness update of nothing', () => hostileFrames.awareness(new Uint8Array())],
  ['an awareness state that is no JSON', () => hostileFrames.awareness(states([{ client: 1, clock: 1, state: '{' }]))],
  ['an awareness state that is a number', () => hostileFrames.awareness(states([{ client: 1, clock: 1, state: '1' }]))],
  ['millions of awareness states', () => hostileFrames.awareness(Uint8Array.of(0xff, 0xff, 0xff, 0x7f))],
  ['SEC-40: a state vector of nothing', () => hostileFrames.ask(new Uint8Array())],
  ['SEC-40: a state vector that claims millions', () => hostileFrames.ask(vector(0, 2 ** 28))],
  ['SEC-40: a state vector that ends too early', () => hostileFrames.ask(vector(3, 4))],
  ['SEC-40: a state vector of 100,000', () => hostileFrames.ask(vector(100_000))],
  ['a frame longer than any', () => hostileFrames.update(new Uint8Array(1024 * 1024)), 4413],
  ['a frame longer than is read', () => new Uint8Array(3 * 1024 * 1024), 1009],
];

describe('a frame that is none', () => {
  it.each(closing.map(([name, frame, code = 4400]) => [name, frame, code] as const))(
    '%s is refused',
    async (_, frame, code) => {
      const made = frame();
      const stretch = new LongestStretch();
      attack.socket.send(made);
      expect(await attack.ending()).toBe(code);
      expect(stretch.end()).toBeLessThan(100);
      await isServed();
    },
  );

  it('of every type but the four that are known is refused', async () => {
    for (const type of [2, 4, 5, 6, 7, 8, 9, 10, 99, 100, 101, 102, 127, 128, 255, 300, 2 ** 31]) {
      const socket = await attacking();
      socket.send(hostileFrames.raw(type, () => undefined));
      expect(await socket.ending(), String(type)).toBe(4400);
    }
    await isServed();
  });

  it('cut off anywhere is refused, or is a whole frame already', async () => {
    const whole = hostileFrames.update(update([{ client: 5, clock: 0, structs: [words('вода', { root: 'r' })] }]));
    for (let length = 1; length < whole.length; length += 1) {
      const socket = await attacking();
      socket.send(whole.subarray(0, length));
      expect(await socket.ending(), String(length)).toBe(4400);
    }
    await isServed();
  });
});

/** The victim is still there, and what they write is saved. */
async function isServed(): Promise<void> {
  const { count } = victim.saved;
  victim.type('още ');
  await until(() => victim.saved.count > count);
  expect(victim.closed).toEqual([]);
}

describe('floods', () => {
  it('SEC-40: of questions for all that is lacking are ended, and hold no memory', async () => {
    victim.type('река '.repeat(50_000));
    await until(() => victim.saved.count >= 2);
    attack.socket.pause();
    const before = process.memoryUsage().rss;
    const stretch = new LongestStretch();
    for (let at = 0; at < 500; at += 1) attack.send(hostileFrames.ask(at % 2 ? vector(0) : vector(1)));
    await pause(300);
    expect(stretch.end()).toBeLessThan(100);
    expect(process.memoryUsage().rss - before).toBeLessThan(40 * 2 ** 20);
    attack.socket.resume();
    expect(await attack.ending()).toBe(4429);
    await isServed();
  });

  it('SEC-42: of awareness are read more and more slowly, and ended', async () => {
    const frame = hostileFrames.awareness(states([{ client: 3, clock: 1, state: '{}' }]));
    for (let at = 0; at < 5_000; at += 1) attack.send(frame);
    expect(await attack.ending()).toBe(4429);
    await isServed();
  });

  it('of sockets find no seat', async () => {
    const more = await Promise.all(Array.from({ length: 7 }, () => attacking()));
    expect(await refusal(test, document, { cookie: people.attacker.api.cookie })).toBe(429);
    for (const one of more) one.close();
    await isServed();
    await until(async () => (await refusal(test, document, { cookie: people.attacker.api.cookie })) === 101);
  });
});
