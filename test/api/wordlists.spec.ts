import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JointActView } from '../../shared/dyads/joint-act.schema.js';
import type { WordEntry } from '../../shared/moderation/detection/wordlist.schema.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import type { Reply } from '../support/api.js';
import { startApp, type TestApp } from '../support/app.js';

let test: TestApp;
let dyad: TestDyad;
let ofA: TestMember;
let ofB: TestMember;
let moderator: TestMember;
beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test);
  ofA = await member(test, dyad, { side: 'a', roles: ['steward'] });
  ofB = await member(test, dyad, { side: 'b', roles: ['steward'] });
  moderator = await member(test, dyad, { side: 'a', roles: ['moderator'] });
});
afterAll(() => test.close());

type Kind = 'wordlist.change' | 'allowed_hosts.change';

const word = (text: string, change: Partial<WordEntry> = {}): WordEntry => ({
  text,
  form: 'word',
  kind: 'banned',
  reason: 'HATE',
  ...change,
});
const propose = (kind: Kind, details: Record<string, unknown>, who = ofA): Promise<Reply<JointActView>> =>
  who.api.try('POST /api/dyads/:dyad/joint-acts', {
    params: { dyad: dyad.slug },
    body: { kind, details, reason: 'agreed at our meeting in spring' },
  });
const answer = (act: string, said: 'agree' | 'decline' = 'agree', who = ofB): Promise<Reply<JointActView>> =>
  who.api.try('POST /api/dyads/:dyad/joint-acts/:act/answer', {
    params: { dyad: dyad.slug, act },
    body: { answer: said },
  });
const agreed = async (kind: Kind, details: Record<string, unknown>): Promise<Reply<JointActView>> =>
  answer((await propose(kind, details)).answer.id);
const read = (who = moderator) => who.api.call('GET /api/dyads/:dyad/wordlists', { params: { dyad: dyad.slug } });

describe('a word list', () => {
  it('stands when a steward of each side agreed, in versions that are never rewritten', async () => {
    const first = await propose('wordlist.change', { language: 'bg', add: [word('предател'), word('враг')] });
    expect(first.answer.details).toMatchObject({ language: 'bg', from: 0, remove: [] });
    expect((await read()).lists).toEqual([]);
    expect((await answer(first.answer.id)).answer.state).toBe('done');
    await agreed('wordlist.change', {
      language: 'bg',
      add: [word('враг', { kind: 'suspect' }), word('вън оттук', { form: 'phrase' })],
      remove: ['предател'],
    });
    expect((await read()).lists).toMatchObject([
      { language: 'bg', version: 2, entries: [{ text: 'враг', kind: 'suspect' }, { text: 'вън оттук' }] },
    ]);
    const stored = await test.database.query(
      `select version, jsonb_array_length(entries) as n from wordlist order by 1`,
    );
    expect(stored).toEqual([
      { version: 1, n: 2 },
      { version: 2, n: 2 },
    ]);
  });

  it('does not stand when the other side declines', async () => {
    const before = await read();
    const { answer: act } = await propose('wordlist.change', { language: 'mk', add: [word('предавник')] });
    expect((await answer(act.id, 'decline')).answer.state).toBe('declined');
    expect(await read()).toEqual(before);
  });

  it('of several changes agreed to at once takes them all', async () => {
    const acts = await Promise.all(
      ['скот', 'плъх', 'чума'].map((text) => propose('wordlist.change', { language: 'mk', add: [word(text)] })),
    );
    const done = await Promise.all(acts.map(({ answer: act }) => answer(act.id)));
    expect(done.map(({ status }) => status)).toEqual([200, 200, 200]);
    const list = (await read()).lists.find(({ language }) => language === 'mk');
    expect([list?.version, list?.entries.map(({ text }) => text).toSorted()]).toEqual([3, ['плъх', 'скот', 'чума']]);
  });

  it.each<[string, Kind, Record<string, unknown>]>([
    ['another language', 'wordlist.change', { language: 'hi', add: [word('शत्रु')] }],
    ['nothing', 'wordlist.change', { language: 'bg', add: [] }],
    ['what is not there', 'wordlist.change', { language: 'bg', remove: ['никога'] }],
    ['two words as one', 'wordlist.change', { language: 'bg', add: [word('две думи')] }],
    ['one word as several', 'wordlist.change', { language: 'bg', add: [word('дума', { form: 'phrase' })] }],
    ['a stem that begins everything', 'wordlist.change', { language: 'bg', add: [word('пр', { form: 'stem' })] }],
    ['signs that nobody can see', 'wordlist.change', { language: 'bg', add: [word('\u200B\u2066')] }],
    [
      'more than can be read',
      'wordlist.change',
      {
        language: 'bg',
        add: Array.from({ length: 101 }, (_, at) => word(`дума${at}`)),
      },
    ],
    ['an address instead of a host', 'allowed_hosts.change', { add: ['https://example.org/'] }],
    ['a host inside', 'allowed_hosts.change', { add: ['localhost'] }],
    ['a host in other letters', 'allowed_hosts.change', { add: ['ехаmple.org'] }],
    ['a host that is not there', 'allowed_hosts.change', { remove: ['never.example.org'] }],
  ])('cannot be changed by %s', async (_, kind, details) => {
    const { status, problem } = await propose(kind, details);
    expect([status, problem.code]).toEqual([400, 'request.invalid']);
  });

  it('has a longest length, also when the changes come one by one', async () => {
    const many = Array.from({ length: 20 }, (_, part) =>
      Array.from({ length: 100 }, (_, at) => word(`дума${part * 100 + at}`)),
    );
    const acts = await Promise.all(many.map((add) => propose('wordlist.change', { language: 'bg', add })));
    const last = await Promise.all(acts.map(({ answer: act }) => answer(act.id)));
    const refused = last.filter(({ status }) => status === 409);
    expect(refused.map(({ problem }) => problem.code)).toEqual(['wordlist.too_long']);
    const more = Array.from({ length: 100 }, (_, at) => word(`още${at}`));
    expect((await propose('wordlist.change', { language: 'bg', add: more })).status).toBe(409);
  });

  it('is read by those who moderate, change or watch over it, and by nobody else', async () => {
    const evaluator = await member(test, dyad, { side: 'neutral', roles: ['evaluator'], strong: true });
    for (const who of [moderator, ofA, ofB, evaluator]) expect((await read(who)).lists.length).toBeGreaterThan(0);
    const citizen = await member(test, dyad);
    const params = { params: { dyad: dyad.slug } };
    expect((await citizen.api.try('GET /api/dyads/:dyad/wordlists', params)).status).toBe(403);
    const lake = await foundDyad(test, 'lake');
    const elsewhere = await member(test, lake, { roles: ['moderator'] });
    const others = await elsewhere.api.call('GET /api/dyads/:dyad/wordlists', { params: { dyad: 'lake' } });
    expect(others).toEqual({ lists: [], hosts: null });
  });

  it('is made by no way around the two keys: the database itself asks for the act', async () => {
    const proposed = await propose('wordlist.change', { language: 'bg', remove: ['враг'] });
    const hosts = await agreed('allowed_hosts.change', { add: ['example.org'] });
    const declined = await propose('wordlist.change', { language: 'bg', remove: ['враг'] });
    await answer(declined.answer.id, 'decline');
    const put = (act: string, dyadId = dyad.id) =>
      test.database.query(
        `insert into wordlist (dyad_id, language, version, entries, act_id, adopted_at) values ($1, 'bg', 99, '[]', $2, now())`,
        [dyadId, act],
      );
    for (const act of [proposed, hosts, declined])
      await expect(put(act.answer.id)).rejects.toMatchObject({ code: '23514' });
    const [lake] = await test.database.query<{ id: string }>(`select id from dyad where slug = 'lake'`);
    const good = await answer(proposed.answer.id);
    await expect(put(good.answer.id, lake?.id)).rejects.toMatchObject({ code: '23514' });
    await test.database.query('begin');
    await test.database.query('set local role entente_app');
    await test.database.query(`select set_config('app.dyad', '*', true)`);
    await expect(test.database.query(`update wordlist set entries = '[]'`)).rejects.toMatchObject({ code: '42501' });
    await test.database.query('rollback');
  });
});

describe('the hosts that links may go to', () => {
  it('are agreed on by both sides', async () => {
    const { status } = await agreed('allowed_hosts.change', { add: ['News.Example.org', 'archive.example.net'] });
    expect(status).toBe(200);
    await agreed('allowed_hosts.change', { remove: ['archive.example.net'] });
    const { hosts } = await read();
    expect(hosts).toMatchObject({ hosts: ['example.org', 'news.example.org'] });
  });
});
