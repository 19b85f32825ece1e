import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openThread, openTopic, write } from '../support/forum.js';
import { atAnotherTime, deskOf, moderatorsOf, reportOf, type TestDesk } from '../support/moderation.js';
import { noticesOf } from '../support/notices.js';

let test: TestApp;
let dyad: TestDyad;
let desk: TestDesk;
let reader: TestMember;
let ofA: TestMember;
let ofB: TestMember;
let seats: TestMember[];
let thread: string;

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  desk = deskOf(dyad);
  reader = await member(test, dyad, { side: 'b' });
  [ofA, ofB] = await moderatorsOf(test, dyad, ['a', 'b']);
  seats = await moderatorsOf(test, dyad, ['a', 'b', 'neutral']);
  await openTopic(test, dyad, 'water', 'post');
  ({ thread } = await openThread(test, { dyad, slug: 'water' }, await member(test, dyad)));
});
afterAll(() => test.close());

const params = () => ({ dyad: dyad.slug });
const bearing = (pseudonym: string, side: 'a' | 'b' = 'a') => member(test, dyad, { side, pseudonym });
const rename = (who: TestMember, pseudonym: string) =>
  who.api.try('PUT /api/dyads/:dyad/members/me/pseudonym', { params: params(), body: { pseudonym } });
const own = (who: TestMember) => who.api.call('GET /api/dyads/:dyad/members/me', { params: params() });
/** What a reader sees of somebody: the name over a post of theirs. */
async function seen(who: TestMember, by: TestMember = reader): Promise<string> {
  const { id: post } = await write(who, dyad, thread, 'Добър ден.');
  const { author } = await by.api.call('GET /api/dyads/:dyad/posts/:post', { params: { ...params(), post } });
  return author.pseudonym;
}

async function reported(who: TestMember, by: TestMember = reader): Promise<DeskItem> {
  const { status, problem, answer } = await reportOf('name', who.id, by, dyad, 'IMPERSONATE');
  if (status >= 400) throw new Error(JSON.stringify(problem));
  return desk.cardOf(ofA, answer.content, 'in_review');
}
const hold = async (card: DeskItem, by: TestMember = ofA) =>
  (
    await by.api.try('POST /api/dyads/:dyad/desk/:item/hold', {
      params: { ...params(), item: card.id },
      body: { version: card.version, reason: 'IMPERSONATE', note: '' },
    })
  ).answer;

describe('names of members', () => {
  it('come to the desk when a reader reports one, and go on being shown', async () => {
    const rude = await bearing('Канарче Едно');
    const card = await reported(rude);
    expect(card).toMatchObject({ kind: 'name', shown: true, thread: null, topicTitle: null, place: rude.id });
    expect(JSON.stringify(card.body)).toContain('Канарче Едно');
    expect(card.author).toMatchObject({ id: rude.id, pseudonym: 'Канарче Едно' });
    expect((await reportOf('name', rude.id, reader, dyad)).problem.code).toBe('report.given');
    expect((await reportOf('name', rude.id, rude, dyad)).problem.code).toBe('access.own_item');
    expect((await reportOf('name', randomUUID(), reader, dyad)).problem.code).toBe('request.not_found');
    const stranger = await member(test, await foundDyad(test, 'valley'));
    const elsewhere = { ...dyad, slug: 'valley' };
    expect((await reportOf('name', rude.id, stranger, elsewhere)).problem.code).toBe('request.not_found');
    expect(await seen(rude)).toBe('Канарче Едно');
  });

  it('are held for a day: all others see a neutral one, the same each time, and then the old one again', async () => {
    const rude = await bearing('Канарче Две', 'b');
    const other = await bearing('Канарче Три', 'b');
    const card = await reported(rude);
    expect(await hold(card)).toMatchObject({ state: 'held', shown: false });
    const neutral = await seen(rude);
    expect(neutral).toMatch(/^#\d+$/);
    expect(await seen(rude, ofB)).toBe(neutral);
    expect(await own(rude)).toMatchObject({ pseudonym: 'Канарче Две', name: { shownAs: neutral, withheld: 'held' } });
    expect(JSON.stringify((await desk.card(ofB, card.id)).body)).toContain('Канарче Две');
    await hold(await reported(other));
    expect(await seen(other)).not.toBe(neutral);
    expect((await reportOf('name', rude.id, await member(test, dyad), dyad)).problem.code).toBe('request.not_found');
    await atAnotherTime(test, { hours: 25 }, async () => {
      expect(await seen(rude)).toBe('Канарче Две');
      expect(await own(rude)).toMatchObject({ name: { shownAs: 'Канарче Две', withheld: null } });
    });
    const again = await reported(rude, await member(test, dyad));
    await hold(again);
    expect(await seen(rude)).toBe(neutral);
  });

  it('are removed by keys of both sides until another is chosen, which is shown at once', async () => {
    const rude = await bearing('Канарче Четири');
    const card = await reported(rude);
    const { answer: decided } = await desk.key(ofB, (await desk.propose(ofA, card, { reason: 'HATE' })).answer);
    expect(decided).toMatchObject({ state: 'actioned', shown: false });
    const neutral = await seen(rude);
    expect(neutral).toMatch(/^#\d+$/);
    const notice = await noticesOf(dyad).decision(rude);
    expect(notice).toMatchObject({ about: 'name', measure: 'remove', reason: 'HATE', thread: null });
    expect(JSON.stringify(notice.words)).toContain('Канарче Четири');
    expect(await own(rude)).toMatchObject({ pseudonym: 'Канарче Четири', name: { withheld: 'removed' } });
    expect((await rename(rude, 'Канарче Четири')).problem.code).toBe('pseudonym.withheld');
    expect((await rename(rude, 'КАНАРЧЕ-ЧЕТИРИ')).problem.code).toBe('pseudonym.withheld');
    expect((await rename(reader, 'Канарче Четири')).problem.code).toBe('pseudonym.taken');
    expect((await rename(rude, neutral)).problem.code).toBe('pseudonym.not_allowed');
    expect((await rename(rude, 'Ана от реката')).status).toBe(200);
    expect(await seen(rude)).toBe('Ана от реката');
    expect(await own(rude)).toMatchObject({ name: { shownAs: 'Ана от реката', withheld: null } });
    expect((await rename(rude, 'Канарче Четири')).problem.code).toBe('pseudonym.withheld');
    const next = await reported(rude);
    expect(next.id).not.toBe(card.id);
    expect(JSON.stringify(next.body)).toContain('Ана от реката');
  });

  it('come back on appeal, and are free again', async () => {
    const rude = await bearing('Канарче Пет');
    const card = await reported(rude);
    await desk.key(ofB, (await desk.propose(ofA, card)).answer);
    const notices = noticesOf(dyad);
    const { id } = await notices.decision(rude);
    expect((await notices.appeal(rude, id)).status).toBe(201);
    const appeal = await notices.appealed(ofA, card.id);
    for (const seat of seats
      .filter(({ id: seated }) => appeal.panel.seats.some(({ by }) => by.id === seated))
      .slice(0, 2))
      await notices.judge(seat, appeal, 'overturn');
    expect(await seen(rude)).toBe('Канарче Пет');
    await rename(rude, 'Друго име');
    expect((await rename(rude, 'Канарче Пет')).status).toBe(200);
  });

  it('are not read in mentions either, in the texts of others', async () => {
    const rude = await bearing('Канарче Шест');
    const { id: post } = await write(reader, dyad, thread, 'Здраво @"Канарче Шест", како си?');
    const body = async () =>
      JSON.stringify((await ofB.api.call('GET /api/dyads/:dyad/posts/:post', { params: { ...params(), post } })).body);
    expect(await body()).toContain('Канарче Шест');
    await desk.key(ofB, (await desk.propose(ofA, await reported(rude))).answer);
    expect(await body()).not.toContain('Канарче');
    expect(await body()).toContain(await seen(rude));
    await rename(rude, 'Шеста');
    expect(await body()).toContain('Шеста');
  });

  it('cannot be redacted; what their bearer may do can be limited with them', async () => {
    const rude = await bearing('Канарче Седем');
    const card = await reported(rude);
    const redacted = await desk.propose(ofA, card, { measure: 'redact', passages: ['Седем'] });
    expect(redacted.problem.code).toBe('moderation.measure_unfit');
    const { answer } = await desk.propose(ofA, card, { measure: 'remove', sanction: { kind: 'silence', days: 3 } });
    await desk.key(ofB, answer);
    expect((await own(rude)).restriction.silencedUntil).not.toBeNull();
  });
});
