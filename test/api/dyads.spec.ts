import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundDyad, member, type TestDyad } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';

let app: TestApp;
let river: TestDyad;
beforeAll(async () => {
  app = await startApp();
  river = await foundDyad(app);
});
afterAll(() => app.close());
const here = () => ({ params: { dyad: river.slug } });

describe('what anybody may read', () => {
  it('lists dyads, shows charter, disclosures and the record, with days and no hours (PRI-05)', async () => {
    await app.settled();
    const visitor = app.visitor();
    const { dyads } = await visitor.call('GET /api/dyads', {});
    expect(dyads).toMatchObject([
      { slug: 'river', charterVersion: 1, sides: [{ language: 'bg' }, { language: 'mk' }] },
    ]);
    const charter = await visitor.call('GET /api/dyads/:dyad/charter', { ...here(), query: {} });
    expect(charter).toMatchObject({ version: 1, authenticIn: ['bg', 'mk'], articles: [{ number: 1 }] });
    const { disclosures } = await visitor.call('GET /api/dyads/:dyad/disclosures', here());
    const { entries } = await visitor.call('GET /api/dyads/:dyad/record', { ...here(), query: {} });
    expect(entries.map(({ seq, kind }) => [seq, kind])).toEqual([
      [3, 'disclosure.published'],
      [2, 'charter.adopted'],
      [1, 'dyad.founded'],
      [0, 'log.opened'],
    ]);
    expect(JSON.stringify([dyads, charter, disclosures, entries])).not.toMatch(/\d{2}:\d{2}/);
  });

  it('answers 404 for a dyad that does not exist, 401 and 403 where membership is asked', async () => {
    const visitor = app.visitor();
    expect((await visitor.try('GET /api/dyads/:dyad', { params: { dyad: 'nowhere' } })).status).toBe(404);
    const reply = await visitor.try('GET /api/dyads/:dyad/members/me', here());
    expect([reply.status, reply.problem.code]).toEqual([401, 'session.needed']);
    const other = await foundDyad(app, 'lake');
    const stranger = await member(app, other);
    expect((await stranger.api.try('GET /api/dyads/:dyad/members/me', here())).status).toBe(403);
  });
});

describe('members', () => {
  it('read and change themselves; a new charter asks again', async () => {
    const elena = await member(app, river, { pseudonym: 'Елена', consented: false });
    expect(await elena.api.call('GET /api/dyads/:dyad/members/me', here())).toMatchObject({
      pseudonym: 'Елена',
      side: 'a',
      charterAccepted: 0,
    });
    expect((await elena.api.try('GET /api/dyads/:dyad/topics', here())).problem?.code).toBe('charter.consent_needed');
    const wrong = await elena.api.try('POST /api/dyads/:dyad/charter/acceptance', { ...here(), body: { version: 2 } });
    expect(wrong.problem.code).toBe('charter.version_outdated');
    const accepted = await elena.api.call('POST /api/dyads/:dyad/charter/acceptance', {
      ...here(),
      body: { version: 1 },
    });
    expect(accepted.charterAccepted).toBe(1);
    const changed = await elena.api.call('PATCH /api/dyads/:dyad/members/me', {
      ...here(),
      body: { writesIn: 'mk', reading: 'original_first' },
    });
    expect(changed).toMatchObject({ writesIn: 'mk', reading: 'original_first' });
  });

  it('choose how they read what is written in one language, and take it back', async () => {
    const one = await member(app, river);
    const change = (readingByLanguage: Record<string, string>) =>
      one.api.send('PATCH /api/dyads/:dyad/members/me', { ...here(), body: { readingByLanguage } });
    expect(await one.api.call('GET /api/dyads/:dyad/members/me', here())).toMatchObject({ readingByLanguage: {} });
    await change({ mk: 'original_only', bg: 'translation_first' });
    const after = await one.api.call('GET /api/dyads/:dyad/members/me', here());
    expect(after).toMatchObject({
      reading: 'side_by_side',
      readingByLanguage: { mk: 'original_only', bg: 'translation_first' },
    });
    expect((await change({ fr: 'original_only' })).problem.code).toBe('post.language_not_spoken_here');
    expect((await change({ mk: 'upside_down' })).status).toBe(400);
    await change({});
    expect(await one.api.call('GET /api/dyads/:dyad/members/me', here())).toMatchObject({ readingByLanguage: {} });
  });

  it('SEC-61: nobody takes a name that looks like another, hides characters or mixes scripts', async () => {
    await member(app, river, { pseudonym: 'Mateo' });
    const twin = await member(app, river);
    const rename = async (pseudonym: string) =>
      (await twin.api.try('PUT /api/dyads/:dyad/members/me/pseudonym', { ...here(), body: { pseudonym } })).problem
        ?.code;
    expect(await rename('Mateo')).toBe('pseudonym.taken');
    expect(await rename('Матео')).toBe('pseudonym.taken');
    expect(await rename('Mаteo')).toBe('pseudonym.not_allowed');
    expect(await rename('Mar\u202Eko')).toBe('pseudonym.not_allowed');
    expect(await rename('Модератор')).toBe('pseudonym.not_allowed');
  });

  it('SEC-61: of twelve who take one name at the same moment one has it', async () => {
    const many = await Promise.all(Array.from({ length: 12 }, () => member(app, river)));
    const replies = await Promise.all(
      many.map(({ api }) =>
        api.try('PUT /api/dyads/:dyad/members/me/pseudonym', { ...here(), body: { pseudonym: 'Wanted by all' } }),
      ),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(11).fill(409)]);
  });

  it('PRI-02: one person in two dyads shares no value between them', async () => {
    const lake = await foundDyad(app, 'sea');
    const one = await member(app, river);
    const other = await member(app, lake, { accountId: one.accountId, side: 'b' });
    const [here1, there] = [
      await one.api.call('GET /api/dyads/:dyad/members/me', here()),
      await other.api.call('GET /api/dyads/:dyad/members/me', { params: { dyad: 'sea' } }),
    ];
    expect(here1.id).not.toBe(there.id);
    expect(JSON.stringify([here1, there])).not.toContain(one.accountId);
  });
});

describe('SEC-18: the walls between dyads', () => {
  it('show the application nothing without a dyad, and only its own with one', async () => {
    const tables = await app.database.query<{ table_name: string }>(
      `select table_name from information_schema.columns where column_name = 'dyad_id' and table_schema = 'public'`,
    );
    expect(tables.length).toBeGreaterThan(8);
    for (const { table_name: table } of tables) {
      const [rows] = await app.database.query<{ count: number; forced: boolean }>(
        `select (select relrowsecurity from pg_class where relname = '${table}') as forced, 0 as count`,
      );
      expect(rows?.forced, table).toBe(true);
    }
    await app.database.query('begin');
    await app.database.query('set local role entente_app');
    for (const { table_name: table } of tables) {
      expect(await app.database.query(`select 1 from ${table} limit 1`), table).toEqual([]);
    }
    await app.database.query(`select set_config('app.dyad', '${river.id}', true)`);
    const foreign = await app.database.query(`select 1 from member where dyad_id <> '${river.id}'`);
    expect(foreign).toEqual([]);
    await app.database.query('rollback');
  });

  it('refuse to change or delete what only grows', async () => {
    for (const table of [
      'charter_version',
      'disclosure',
      'member_event',
      'joint_act',
      'joint_act_answer',
      'record_entry',
      'log_entry',
      'log_checkpoint',
      'log_cosignature',
    ]) {
      for (const statement of [`delete from ${table}`, `update ${table} set dyad_id = dyad_id`]) {
        await app.database.query('begin');
        await app.database.query('set local role entente_app');
        await expect(app.database.query(statement), statement).rejects.toMatchObject({ code: '42501' });
        await app.database.query('rollback');
      }
    }
  });
});
