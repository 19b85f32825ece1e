import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import { EventLedger } from '../../server/modules/moderation/event-ledger.port.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { bilingual, openThread, openTopic, translated, write } from '../support/forum.js';
import { connect, until } from '../support/live.js';
import { atAnotherTime, deskOf, moderatorsOf, report, reportOf, type TestDesk } from '../support/moderation.js';
import { noticesOf } from '../support/notices.js';

let test: TestApp;
let dyad: TestDyad;
let desk: TestDesk;
let ana: TestMember;
let boris: TestMember;
let reader: TestMember;
let ofA: TestMember;
let ofB: TestMember;
let neutral: TestMember;
let translator: TestMember;
/** Moderators who have no part in what is decided here. */
let rest: TestMember[];
let topic: string;
let thread: string;

beforeAll(async () => {
  test = await startApp({ TRANSLATION_ENGINES: 'pseudo' });
  dyad = await foundDyad(test, 'river');
  desk = deskOf(dyad);
  ana = await member(test, dyad, { side: 'a' });
  boris = await member(test, dyad, { side: 'b' });
  reader = await member(test, dyad, { side: 'b' });
  ofA = await member(test, dyad, { side: 'a', roles: ['moderator'] });
  ofB = await member(test, dyad, { side: 'b', roles: ['moderator'] });
  neutral = await member(test, dyad, { side: 'neutral', roles: ['moderator'] });
  rest = await moderatorsOf(test, dyad, ['a', 'b']);
  translator = await bilingual(dyad, await member(test, dyad, { side: 'b', roles: ['moderator'] }));
  await openTopic(test, dyad, 'water', 'post');
  ({ thread } = await openThread(test, { dyad, slug: 'water' }, await member(test, dyad)));
  const [row] = await test.database.query<{ id: string }>(`select id from topic where slug = 'water'`);
  topic = row?.id ?? '';
});
afterAll(() => test.close());

const read = (who: TestMember, post: string) =>
  who.api.call('GET /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post } });
const only = async (who: TestMember, post: string) => {
  const [translation] = (await read(who, post)).translations;
  if (!translation) throw new Error('The post has no translation');
  return translation;
};

/** A post of Ana with the translation that a machine made of it. */
async function machineMade(text = 'Реката расте.'): Promise<{ post: string; translation: string }> {
  const { id: post } = await write(ana, dyad, thread, text);
  await translated(test);
  return { post, translation: (await only(reader, post)).id };
}

/** The same, with one that a person wrote. */
async function humanMade(text: string): Promise<{ post: string; translation: string }> {
  const { post } = await machineMade();
  const { id: translation } = await translator.api.call('PUT /api/dyads/:dyad/posts/:post/translations/:language', {
    params: { dyad: dyad.slug, post, language: 'mk' },
    body: { text, revision: 1 },
  });
  return { post, translation };
}

const reported = async (who: TestMember, translation: string): Promise<DeskItem> => {
  const { status, problem } = await reportOf('translation', translation, who, dyad, 'MISQUOTE');
  if (status >= 400) throw new Error(JSON.stringify(problem));
  return desk.cardOf(ofA, translation, 'in_review');
};

describe('translations of posts', () => {
  it('come to the desk when a reader reports one, with the original beside exactly that one', async () => {
    const { post, translation } = await machineMade();
    const { answer } = await reportOf('translation', translation, reader, dyad, 'MISQUOTE', 'Не е така.');
    expect(answer).toMatchObject({ kind: 'translation', content: translation, place: thread, state: 'received' });
    const card = await desk.cardOf(ofA, translation, 'in_review');
    expect(card).toMatchObject({ kind: 'translation', shown: true, thread, author: { id: ana.id }, language: 'bg' });
    expect(card.translations).toMatchObject([{ id: translation, language: 'mk', engine: 'pseudo' }]);
    expect(JSON.stringify(card.body)).toContain('Реката расте.');
    expect(card.reports).toMatchObject({ open: 1, versions: [{ words: { translations: [{ language: 'mk' }] } }] });
    expect((await only(reader, post)).body).not.toBeNull();
    const context = await ofB.api.call('GET /api/dyads/:dyad/desk/:item/context', {
      params: { dyad: dyad.slug, item: card.id },
    });
    expect(context.thread.length).toBeGreaterThan(0);
  });

  it('are reported once by each, also by the author of the post, and not by whoever wrote them', async () => {
    const { post, translation } = await humanMade('Водата расте.');
    expect((await reportOf('translation', translation, translator, dyad)).problem.code).toBe('access.own_item');
    const both = await Promise.all([
      reportOf('translation', translation, ana, dyad),
      reportOf('translation', translation, reader, dyad),
    ]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect((await reportOf('translation', translation, ana, dyad)).problem.code).toBe('report.given');
    const items = await test.database.query(`select 1 from moderation_item where content_id = $1`, [translation]);
    expect(items).toHaveLength(1);
    expect((await reportOf('translation', randomUUID(), ana, dyad)).problem.code).toBe('request.not_found');
    expect((await reportOf('translation', post, ana, dyad)).problem.code).toBe('request.not_found');
    const stranger = await member(test, await foundDyad(test, 'valley'));
    const there = { ...dyad, slug: 'valley' };
    expect((await reportOf('translation', translation, stranger, there)).problem.code).toBe('request.not_found');
  });

  it('are held for a day by one key: readers have the original, live, and see that it is held', async () => {
    const { post, translation } = await machineMade('Мостот е затворен.');
    const card = await reported(reader, translation);
    const live = await connect(test, reader);
    await live.follow(dyad.slug, `topic:${topic}`);
    const { answer: held } = await ofB.api.try('POST /api/dyads/:dyad/desk/:item/hold', {
      params: { dyad: dyad.slug, item: card.id },
      body: { version: card.version, reason: 'MISQUOTE', note: '' },
    });
    expect(held).toMatchObject({ state: 'held', shown: false });
    await until(() => live.signals.some(({ kind, about }) => kind === 'post.changed' && about['post'] === post));
    live.close();
    for (const who of [reader, ana, ofA]) {
      expect(await only(who, post)).toMatchObject({ status: 'held', body: null, doubts: [], unknownWords: [] });
      expect((await read(who, post)).body).not.toBeNull();
    }
    // On the desk its words stay, for those who decide.
    expect((await desk.card(ofA, card.id)).translations[0]?.body).not.toBeNull();
    expect((await reportOf('translation', translation, boris, dyad)).problem.code).toBe('request.not_found');
    await atAnotherTime(test, { hours: 25 }, async () => {
      expect(await desk.card(ofA, card.id)).toMatchObject({ state: 'live', shown: true });
      expect((await only(reader, post)).body).not.toBeNull();
    });
  });

  it('are removed by keys of both sides; the author is told why, and the original stays', async () => {
    const { post, translation } = await humanMade('Канарче кажа нешто друго.');
    const card = await reported(reader, translation);
    const { answer: proposed } = await desk.propose(ofA, card);
    const { answer: decided } = await desk.key(ofB, proposed);
    expect(decided).toMatchObject({ state: 'actioned', shown: false });
    expect(await only(reader, post)).toMatchObject({ status: 'removed', body: null });
    expect((await read(reader, post)).state).toBe('live');
    const found = await reader.api.call('GET /api/dyads/:dyad/reports/mine', {
      params: { dyad: dyad.slug },
      query: {},
    });
    expect(found.reports.find(({ content }) => content === translation)).toMatchObject({ outcome: 'removed' });
    const notices = noticesOf(dyad);
    const notice = await notices.decision(ana);
    expect(notice).toMatchObject({ about: 'translation', measure: 'remove', words: { language: 'mk' } });
    expect(JSON.stringify(notice.words)).toContain('Канарче кажа');
    // On appeal it does not stand, and the translation is back.
    expect((await notices.appeal(ana, notice.id)).status).toBe(201);
    const appeal = await notices.appealed(neutral, card.id);
    const seats = [ofA, ofB, neutral, translator, ...rest].filter(({ id }) =>
      appeal.panel.seats.some(({ by }) => by.id === id),
    );
    expect(seats).toHaveLength(3);
    expect(seats).not.toContain(translator);
    const unfit = await notices.judge(neutral, appeal, 'vary', { measure: 'redact', passages: ['кажа'] });
    expect(unfit.problem.code).toBe('moderation.measure_unfit');
    for (const seat of seats.slice(0, 2)) await notices.judge(seat, appeal, 'overturn');
    expect(await only(reader, post)).toMatchObject({ status: 'human', body: [{}] });
  });

  it('can be neither redacted, nor closed, nor answered for by the author, whatever the desk is sent', async () => {
    const { translation } = await machineMade();
    const card = await reported(reader, translation);
    for (const draft of [
      { measure: 'redact' as const, passages: ['Реката'] },
      { measure: 'lock_thread' as const },
      { sanction: { kind: 'warning' as const } },
      { measure: null, sanction: { kind: 'note' as const } },
    ])
      expect((await desk.propose(ofA, card, draft)).problem.code).toBe('moderation.measure_unfit');
    const { results } = await desk.proposeTogether(ofA, [{ item: card.id, version: card.version }], {
      measure: 'lock_thread',
    });
    expect(results).toMatchObject([{ failure: { code: 'moderation.measure_unfit' } }]);
    expect((await desk.card(ofA, card.id)).state).toBe('in_review');
  });

  it('are decided by nobody who wrote the post, or one of its translations into that language', async () => {
    const { translation } = await humanMade('Прв обид.');
    const writing = await member(test, dyad, { side: 'a', roles: ['moderator', 'citizen'] });
    const card = await reported(reader, translation);
    const refused = await desk.propose(translator, card);
    expect(refused.problem).toMatchObject({ code: 'moderation.conflict_of_interest', params: { rule: 'target' } });
    const { id: own } = await write(writing, dyad, thread, 'Мое.');
    await translated(test);
    const ofOwn = await reported(reader, (await only(reader, own)).id);
    expect((await desk.propose(writing, ofOwn)).problem.code).toBe('access.own_item');
  });

  it('come back when moderators of both sides find nothing wrong, or one publishes what was reported', async () => {
    const { post, translation } = await machineMade();
    const card = await reported(reader, translation);
    const { answer: held } = await ofA.api.try('POST /api/dyads/:dyad/desk/:item/hold', {
      params: { dyad: dyad.slug, item: card.id },
      body: { version: card.version, reason: 'MISQUOTE', note: '' },
    });
    const { answer: proposed } = await desk.propose(ofA, held, { measure: 'dismiss', reason: 'MISQUOTE' });
    const { answer: decided } = await desk.key(ofB, proposed);
    expect(decided).toMatchObject({ state: 'live', shown: true });
    expect((await only(reader, post)).body).not.toBeNull();
    const other = await machineMade();
    const { answer: approved } = await desk.approve(ofB, await reported(reader, other.translation));
    expect(approved).toMatchObject({ state: 'live', shown: true });
  });

  it('make room for a better one, which is another thing to decide about', async () => {
    const { post, translation } = await machineMade();
    const card = await reported(reader, translation);
    await desk.key(ofB, (await desk.propose(ofA, card)).answer);
    const better = await translator.api.call('PUT /api/dyads/:dyad/posts/:post/translations/:language', {
      params: { dyad: dyad.slug, post, language: 'mk' },
      body: { text: 'Реката се крева.', revision: 1 },
    });
    expect(better.id).not.toBe(translation);
    expect(await only(reader, post)).toMatchObject({ status: 'human', body: [{}] });
    expect((await reported(boris, better.id)).state).toBe('in_review');
  });

  it('go with the words that their author takes back, and with them what was reported', async () => {
    const { post, translation } = await machineMade();
    const card = await reported(reader, translation);
    await ana.api.call('DELETE /api/dyads/:dyad/posts/:post', { params: { dyad: dyad.slug, post } });
    const [item] = await test.database.query(`select state from moderation_item where id = $1`, [card.id]);
    expect(item).toMatchObject({ state: 'withdrawn' });
    const [snapshot] = await test.database.query(`select words from moderation_report_snapshot where item_id = $1`, [
      card.id,
    ]);
    expect(snapshot).toMatchObject({ words: null });
  });

  it('leave posts and their own items alone, and everything follows from the events', async () => {
    const { post, translation } = await machineMade();
    await report(boris, dyad, post);
    await reported(reader, translation);
    const items = await test.database.query(
      `select kind, state from moderation_item where content_id = any($1::uuid[]) order by kind`,
      [[post, translation]],
    );
    expect(items).toEqual([
      { kind: 'post', state: 'in_review' },
      { kind: 'translation', state: 'in_review' },
    ]);
    const found = await test.app
      .get(UnitOfWork)
      .run({ dyadId: dyad.id }, (tx) => test.app.get(EventLedger).verify(tx, dyad.id));
    expect(found.fault).toBeNull();
  });
});
