import { format } from 'prettier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor, DyadMember, Role, Side } from '../../shared/access/actor.js';
import { refusalForCaller } from '../../shared/access/decide.js';
import { restrictionAt, whatKeepsOut } from '../../shared/access/restriction.js';
import type { Action } from '../../shared/access/policy-table.js';
import { streamEvents } from '../../shared/contract/stream.events.js';
import { PolicyWalk } from '../../server/platform/http/policy-walk.js';
import { behindProxy, elsewhere } from '../support/accounts.js';
import { foundDyad, free, member, type TestDyad, type TestMember, type Wanted } from '../support/actors.js';
import type { Api } from '../support/api.js';
import { startApp, type TestApp } from '../support/app.js';
import { endpoints, type Endpoint, type Place } from '../support/every-route.js';
import { openThread, openTopic } from '../support/forum.js';
import { connect } from '../support/live.js';

let test: TestApp;
let dyad: TestDyad;
let other: TestDyad;
let place: Place;
let topicId: string;
let foreignTopic: string;

beforeAll(async () => {
  test = await startApp(behindProxy);
  dyad = await foundDyad(test);
  other = await foundDyad(test, 'lake');
  const author = await member(test, dyad);
  const topic = await openTopic(test, dyad, 'water', 'post');
  topicId = await idOf('water');
  const stream = `topic:${topicId}`;
  place = { dyad: dyad.slug, topic: topic.slug, stream, ...(await openThread(test, topic, author)) };
  await openTopic(test, other, 'boats', 'post');
  foreignTopic = await idOf('boats');
});
afterAll(() => test.close());

async function idOf(slug: string): Promise<string> {
  const [row] = await test.database.query<{ id: string }>(`select id from topic where slug = $1`, [slug]);
  return row?.id ?? '';
}

/** Somebody who may ask: how they are made, and who they are to the policy table. */
interface Person {
  readonly name: string;
  readonly wanted: Wanted | 'visitor' | 'elsewhere';
}

/** Whoever holds all of them is kept from nothing but by the restriction. */
const everyRole: readonly Role[] = ['citizen', 'moderator', 'drafter', 'steward'];
const later = new Date(Date.now() + 86_400_000);

const both = (name: string, wanted: Wanted): Person[] =>
  (['a', 'b'] as const).map((side) => ({ name: `${name} ${side}`, wanted: { ...wanted, side } }));

const people: readonly Person[] = [
  { name: 'visitor', wanted: 'visitor' },
  { name: 'of another dyad', wanted: 'elsewhere' },
  ...both('unconsented', { consented: false }),
  ...both('citizen', {}),
  { name: 'neutral citizen', wanted: { side: 'neutral' } },
  ...both('drafter', { roles: ['citizen', 'drafter'] }),
  ...both('moderator', { roles: ['citizen', 'moderator'] }),
  ...both('moderator without second factor', { roles: ['citizen', 'moderator'], strong: false }),
  ...both('steward', { roles: ['citizen', 'steward'] }),
  { name: 'evaluator', wanted: { side: 'neutral', roles: ['evaluator'], strong: true } },
  ...both('silenced', { roles: everyRole, restricted: { silencedUntil: later } }),
  ...both('warned', { roles: everyRole, restricted: { warned: true } }),
  ...both('suspended', { roles: everyRole, restricted: { suspendedUntil: later } }),
  ...both('excluded', { roles: everyRole, restricted: { banned: true } }),
];

/** The person as the policy table sees them, made from the test's own words and not by the server. */
function actorOf({ wanted }: Person): Actor {
  if (wanted === 'visitor') return { kind: 'visitor' };
  const holder = { accountId: '', sessionId: '', hasSecondFactor: false, recent: true };
  if (wanted === 'elsewhere') return { ...holder, kind: 'account', strong: true };
  const roles: readonly Role[] = wanted.roles ?? ['citizen'];
  const side: Side = wanted.side ?? 'a';
  const strong = wanted.strong ?? roles.some((role) => role === 'moderator' || role === 'steward');
  const here: DyadMember = {
    ...holder,
    kind: 'member',
    memberId: '',
    dyadId: '',
    dyadSlug: '',
    side,
    roles,
    strong,
    consented: wanted.consented ?? true,
    charterVersion: 1,
    restriction: restrictionAt({ ...free, ...wanted.restricted }, new Date()),
  };
  return here;
}

async function enter({ wanted }: Person): Promise<TestMember | undefined> {
  if (wanted === 'visitor') return undefined;
  if (wanted === 'elsewhere') return member(test, other, { roles: ['citizen', 'moderator', 'steward'], side: 'a' });
  return member(test, dyad, wanted);
}

/** Why somebody hears nothing of what members share, whatever they may hear by their role. */
const keptOut = (actor: Actor): string | undefined =>
  actor.kind === 'member' ? whatKeepsOut(actor.restriction) : undefined;

/** What the guard may say; every other answer comes from behind it. */
const isRefusal = (code: string | undefined): code is string =>
  code !== undefined && /^(session\.|access\.(denied|silenced|suspended|banned|warning)|charter\.consent)/.test(code);

/** A sign-in that has nothing to do with who asks. */
const ownAnswer = new Set(['stepUp', 'join']);

async function ask(api: Api, endpoint: Endpoint): Promise<string> {
  const { status, problem } = await api.send(endpoint.contract.route, endpoint.example(place), {
    headers: elsewhere(),
  });
  expect(status, endpoint.contract.route).toBeLessThan(500);
  return isRefusal(problem?.code) && !ownAnswer.has(endpoint.name) ? problem.code : 'yes';
}

const table: Record<string, Record<string, string>> = {};

describe('SEC-16: who may call what', () => {
  it('SEC-16: every route that is served is in the matrix', () => {
    const served = test.app
      .get(PolicyWalk)
      .contracts()
      .map(({ route }) => route);
    expect(served.toSorted()).toEqual(endpoints.map(({ contract }) => contract.route).toSorted());
  });

  it.each(people.map((person) => [person.name, person] as const))('SEC-16: %s', async (_, person) => {
    const actor = actorOf(person);
    let who = await enter(person);
    for (const endpoint of endpoints) {
      // What ends sessions or changes how they are protected gets a session of its own.
      if (/^(session|account|second_factor)\./.test(endpoint.contract.action)) who = await enter(person);
      const said = await ask(who?.api ?? test.visitor(), endpoint);
      expect([endpoint.contract.route, said]).toEqual([
        endpoint.contract.route,
        expected(endpoint.contract.action, actor, endpoint),
      ]);
      table[endpoint.contract.route] = { ...table[endpoint.contract.route], [person.name]: said };
    }
  });

  const expected = (action: Action, actor: Actor, { contract, name }: Endpoint): string => {
    if (ownAnswer.has(name)) return 'yes';
    // Where the address names no dyad, a member is an account like any other.
    const asked =
      contract.route.includes(':dyad') || actor.kind === 'visitor' ? actor : { ...actor, kind: 'account' as const };
    return refusalForCaller(action, asked) ?? (action === 'stream.follow' ? keptOut(asked) : undefined) ?? 'yes';
  };

  it('SEC-16: what one side may, the other may', () => {
    const pairs = people
      .filter(({ name }) => name.endsWith(' a'))
      .map(({ name }) => [name, name.replace(/a$/, 'b')] as const);
    expect(pairs).toHaveLength(10);
    for (const [route, row] of Object.entries(table)) {
      for (const [a, b] of pairs) expect([route, row[a]]).toEqual([route, row[b]]);
    }
  });

  it('SEC-16: and this is the whole of it', async () => {
    const names = people.filter(({ name }) => !name.endsWith(' b')).map(({ name }) => name.replace(/ a$/, ''));
    const answer = (row: Record<string, string>, name: string): string => {
      const said = row[name] ?? row[`${name} a`] ?? '?';
      return said === 'yes' ? '**yes**' : said;
    };
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    const rows = endpoints.map(({ contract: { route, action } }) =>
      line([`\`${route}\``, action, ...names.map((name) => answer(table[route] ?? {}, name))]),
    );
    const text = [
      '# Who may call what',
      '',
      'Asked of the running server, route by route. Side A and side B are answered alike; a test compares them.',
      '`yes` means that the caller gets past the policy table; what then becomes of the call depends on the thing.',
      '',
      line(['route', 'action', ...names]),
      line(Array(names.length + 2).fill('---')),
      ...rows,
      '',
    ];
    await expect(await format(text.join('\n'), { parser: 'markdown' })).toMatchFileSnapshot('permissions.snapshot.md');
  });
});

describe('SEC-17: who may hear what', () => {
  const events = Object.values(streamEvents);

  it.each(people.filter(({ wanted }) => wanted !== 'visitor').map((person) => [person.name, person] as const))(
    'SEC-17: %s',
    async (_, person) => {
      const who = await enter(person);
      if (!who) return;
      const live = await connect(test, who);
      const isHere = person.wanted !== 'elsewhere';
      const actor = actorOf(person);
      const strangers = [
        `topic:${foreignTopic}`,
        `member:${crypto.randomUUID()}`,
        `desk:${other.id}`,
        `nothing:${topicId}`,
        `account:${who.accountId}`,
      ];
      for (const { name, action } of events) {
        const say = async (stream: string) => (await live.send(name, { dyad: dyad.slug, stream })).failure?.code;
        const guard = refusalForCaller(action, actor);
        const topics = guard ?? keptOut(actor);
        expect([name, await say(`topic:${topicId}`)]).toEqual([name, topics]);
        if (isHere) expect([name, await say(`member:${who.id}`)]).toEqual([name, guard]);
        for (const stream of strangers) expect([stream, await say(stream)]).toEqual([stream, guard ?? 'access.denied']);
        const hears = actor.kind === 'member' && actor.roles.includes('moderator') && actor.strong;
        expect([name, await say(`desk:${dyad.id}`)]).toEqual([name, guard ?? (hears ? topics : 'access.denied')]);
      }
      live.close();
    },
  );

  it('SEC-17: nobody without a session, and a forged word of the server reaches nobody', async () => {
    const visitor = { ...(await member(test, dyad)), api: test.visitor() };
    await expect(connect(test, visitor)).rejects.toThrow('session.needed');
    const [one, two] = [
      await connect(test, await member(test, dyad)),
      await connect(test, await member(test, dyad, { side: 'b' })),
    ];
    for (const live of [one, two]) await live.follow(dyad.slug, `topic:${topicId}`);
    one.socket.emit('signal', { stream: `topic:${topicId}`, seq: 1, kind: 'post.published', about: {} });
    one.socket.emit('closing');
    expect((await one.send('typing.show', { dyad: dyad.slug, stream: `topic:${topicId}` })).failure).toBeUndefined();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(two.signals).toEqual([]);
    expect(two.told.map(({ event }) => event)).not.toContain('closing');
    const typing = two.told.filter(({ event }) => event === 'typing');
    expect(typing.map(({ about }) => about)).toEqual([{ stream: `topic:${topicId}` }]);
    for (const live of [one, two]) live.close();
  });

  it('SEC-17: the recovery of gaps answers like the live channel', async () => {
    const citizen = await member(test, dyad);
    const from = async (stream: string) =>
      (
        await citizen.api.try('GET /api/dyads/:dyad/streams/:stream/signals', {
          params: { dyad: dyad.slug, stream },
          query: { after: 0 },
        })
      ).status;
    expect(await from(`topic:${topicId}`)).toBe(200);
    for (const stream of [`topic:${foreignTopic}`, `desk:${dyad.id}`, `member:${crypto.randomUUID()}`]) {
      expect(await from(stream), stream).toBe(403);
    }
  });
});
