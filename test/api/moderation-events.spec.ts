import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventLedger } from '../../server/modules/moderation/event-ledger.port.js';
import { applicationDataSource, ownerDataSource } from '../../server/platform/database/data-source.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { tables } from '../../server/tables.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { createDatabase, type TestDatabase } from '../support/database.js';
import { openThread, openTopic } from '../support/forum.js';
import { deskOf, timePassed, waitingPost, type TestDesk } from '../support/moderation.js';

let database: TestDatabase;
let test: TestApp;
let dyad: TestDyad;
let other: TestDyad;
let boris: TestMember;
let ofA: TestMember;
let ofB: TestMember;
let desk: TestDesk;
let thread: string;

beforeAll(async () => {
  database = await createDatabase();
  test = await startApp({}, database);
  dyad = await foundDyad(test, 'river');
  other = await foundDyad(test, 'valley');
  const ana = await member(test, dyad, { side: 'a' });
  boris = await member(test, dyad, { side: 'b' });
  ofA = await member(test, dyad, { side: 'a', roles: ['citizen', 'moderator'] });
  ofB = await member(test, dyad, { side: 'b', roles: ['citizen', 'moderator'] });
  desk = deskOf(dyad);
  thread = (await openThread(test, await openTopic(test, dyad, 'school', 'pre'), ana)).thread;
  await openThread(test, await openTopic(test, other, 'school', 'pre'), await member(test, other, { side: 'a' }));
  await manyThings();
});
afterAll(async () => {
  await test.close();
  await database.drop();
});

/** A little of everything that one key, an author and time can do. */
async function manyThings(): Promise<void> {
  const card = (text: string) => waitingPost(desk, ofA, { author: boris, dyad, thread, text });
  const params = (post: string) => ({ params: { dyad: dyad.slug, post } });
  const [approved, returned, revised, ended, lasting, withdrawn] = [
    await card('Прва'),
    await card('Втора'),
    await card('Трета'),
    await card('Четврта'),
    await card('Петта'),
    await card('Шеста'),
  ];
  for (const one of [approved, revised, ended, lasting]) await desk.approve(ofA, one);
  await ofB.api.call('POST /api/dyads/:dyad/desk/:item/return', {
    params: { dyad: dyad.slug, item: returned.id },
    body: { version: 1, reason: 'SPAM', note: 'Ве молиме, со свои зборови.' },
  });
  const body = { text: `Поинаку @${ofA.pseudonym}`, language: 'mk', revision: 1 };
  for (const one of [returned, revised])
    await boris.api.call('PUT /api/dyads/:dyad/posts/:post', { ...params(one.content), body });
  await desk.approve(ofB, await desk.cardOf(ofB, revised.content));
  await desk.hold(ofA, ended.content);
  test.clock.advance({ hours: 25 });
  await timePassed(test);
  test.clock.advance({ hours: -25 });
  await desk.hold(ofB, lasting.content);
  await desk.release(ofB, await desk.cardOf(ofB, lasting.content, 'held'));
  await desk.hold(ofB, lasting.content);
  await boris.api.call('DELETE /api/dyads/:dyad/posts/:post', params(withdrawn.content));
}

const within = <Result>(look: (ledger: EventLedger, tx: Parameters<EventLedger['verify']>[0]) => Promise<Result>) =>
  test.app.get(UnitOfWork).run({ dyadId: dyad.id }, (tx) => look(test.app.get(EventLedger), tx));
const verify = () => within((ledger, tx) => ledger.verify(tx, dyad.id));
const rebuild = () => within((ledger, tx) => ledger.rebuild(tx, dyad.id));
const items = () => test.database.query(`select * from moderation_item where dyad_id = $1 order by id`, [dyad.id]);

/** Does something to the database that no part of the application may, and undoes it afterwards. */
async function tampered(change: string, parameters: unknown[], look: () => Promise<void>): Promise<void> {
  const owner = new Client({ connectionString: test.database.url });
  await owner.connect();
  const kept = await owner.query(`select * from moderation_event where dyad_id = $1`, [dyad.id]);
  try {
    await owner.query(change, parameters);
    await look();
  } finally {
    await owner.query(`alter table moderation_event disable trigger all`);
    await owner.query(`delete from moderation_event where dyad_id = $1`, [dyad.id]);
    for (const row of kept.rows as Record<string, unknown>[]) {
      const names = Object.keys(row);
      await owner.query(
        `insert into moderation_event (${names.join(', ')}) values (${names.map((_, at) => `$${at + 1}`).join(', ')})`,
        Object.values(row),
      );
    }
    await owner.query(`alter table moderation_event enable trigger all`);
    await owner.end();
  }
}

describe('MOD-02: the events of moderation', () => {
  it('are one chain in each dyad, without a gap, and lead to where everything stands', async () => {
    expect(await verify()).toMatchObject({ fault: null, items: 8 });
    const [row] = await test.database.query<{ events: number; newest: number; head: number }>(
      `select count(*)::int as events, max(e.seq)::int as newest, (select seq::int from moderation_chain where dyad_id = $1) as head
       from moderation_event e where dyad_id = $1`,
      [dyad.id],
    );
    expect(row?.newest).toBe(row?.events);
    expect(row?.head).toBe(row?.events);
    const [first] = await test.database.query<{ seq: number }>(
      `select min(seq)::int as seq from moderation_event where dyad_id = $1`,
      [other.id],
    );
    expect(first?.seq).toBe(1);
  });

  it('can be neither changed nor deleted by the application', async () => {
    const source = await applicationDataSource(test.database.url, tables, 1).initialize();
    await source.query(`select set_config('app.dyad', '*', false)`);
    for (const statement of [`update moderation_event set note = ''`, 'delete from moderation_event'])
      await expect(source.query(statement)).rejects.toMatchObject({ code: '42501' });
    for (const table of ['moderation_key', 'moderation_verdict', 'moderation_panel_seat'])
      await expect(source.query(`delete from ${table}`)).rejects.toMatchObject({ code: '42501' });
    await source.destroy();
  });

  it('lead to exactly the same again, when everything that was made of them is gone', async () => {
    const before = await items();
    expect(before.length).toBeGreaterThan(6);
    await test.database.query(`set session_replication_role = replica`);
    await test.database.query(`delete from moderation_item where dyad_id = $1`, [dyad.id]);
    await test.database.query(`set session_replication_role = origin`);
    expect((await verify()).fault).toMatch(/has events and is not there/);
    expect(await rebuild()).toMatchObject({ fault: null, items: before.length });
    expect(await items()).toEqual(before);
    expect((await verify()).fault).toBeNull();
  });

  it('show an item that was moved without one', async () => {
    await test.database.query(
      `update moderation_item set shown = not shown where id = (select id from moderation_item where dyad_id = $1 limit 1)`,
      [dyad.id],
    );
    expect((await verify()).fault).toMatch(/does not stand where its events lead: shown/);
    await rebuild();
    expect((await verify()).fault).toBeNull();
  });

  const middle = `(select id from moderation_event where dyad_id = $1 order by seq offset 5 limit 1)`;
  it.each([
    ['a changed note', `update moderation_event set note = note || '.' where id = ${middle}`, /is not what was hashed/],
    [
      'another actor',
      `update moderation_event set actor_id = (select id from member where id <> actor_id limit 1) where id = ${middle}`,
      /is not what was hashed/,
    ],
    [
      'a changed payload',
      `update moderation_event set payload = payload || '{"revision": 9}' where id = ${middle}`,
      /is not what was hashed/,
    ],
    ['an event left out', `delete from moderation_event where id = ${middle}`, /follows event 5/],
    [
      'the newest left out',
      `delete from moderation_event where dyad_id = $1 and seq = (select max(seq) from moderation_event where dyad_id = $1)`,
      /its head says/,
    ],
    [
      'a foreign link',
      `update moderation_event set previous = sha256('x') where id = ${middle}`,
      /chained to another one/,
    ],
  ])('show %s', async (_, change, fault) => {
    await tampered(change, [dyad.id], async () => expect((await verify()).fault).toMatch(fault));
    expect((await verify()).fault).toBeNull();
  });

  it('from before there was a chain are given their places in it', async () => {
    const before = await items();
    await test.close();
    const source = await ownerDataSource(database.url, tables).initialize();
    const isThere = async () =>
      (await database.query(`select 1 from migration where name like 'ModeratedPlaces%'`)).length > 0;
    while (await isThere()) await source.undoLastMigration();
    // As they were written then: taking over was no event, and ending a hold early was an approval.
    await database.query(`delete from moderation_event where type = 'update'`);
    await database.query(`update moderation_event set type = 'approve' where type = 'release'`);
    await source.runMigrations();
    await source.destroy();
    test = await startApp({}, database);
    expect(await verify()).toMatchObject({ fault: null, items: before.length });
    const unknown = { concerns: [] };
    expect(await items()).toEqual(before.map((item) => ({ ...(item as object), ...unknown })));
  });
});
