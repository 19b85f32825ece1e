import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { openThread, openTopic, type TestTopic } from '../support/forum.js';
import { connect, type Live } from '../support/live.js';
import { deskOf, moderatorsOf, stayIn, timePassed, waitingPost, type Draft } from '../support/moderation.js';
import { namingAny } from '../support/naming.js';
import { decide, noticesOf, publishedBy, reportItem, type Bench } from '../support/notices.js';
import { everyAnswer, thingsIn, type Answer, type Things } from '../support/sweep.js';

let test: TestApp;
let dyad: TestDyad;
let topic: TestTopic;
let author: TestMember;
let reporter: TestMember;
/** Who is kept from writing for a time, and appealed. */
const restricted: TestMember[] = [];
let live: Live;
let deciding: Bench;
let panel: Bench;
let day: string;
/** What everybody but moderators was answered when all of it was decided and told. */
const answers: Answer[] = [];

const moderators = (): readonly TestMember[] => [deciding, panel].flatMap(({ a, b, neutral }) => [a, b, neutral]);
const facts = { bg: 'Обидна дума за съсед.', mk: 'Навреда за сосед.' };
const panelWords = { bg: 'Панелът прочете всичко.', mk: 'Панелот прочита сѐ.' };
const removal = (change: Draft = {}): Draft => ({ measure: 'remove', reason: 'HARASS', article: 1, facts, ...change });

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  await test.settled();
  const [a, b, neutral, a2, b2, neutral2] = await moderatorsOf(test, dyad, ['a', 'b', 'neutral', 'a', 'b', 'neutral']);
  [deciding, panel] = [
    { a, b, neutral },
    { a: a2, b: b2, neutral: neutral2 },
  ];
  author = await member(test, dyad, { side: 'a' });
  reporter = await member(test, dyad, { side: 'b' });
  topic = await openTopic(test, dyad, 'water', 'post');
  live = await connect(test, author);
  for (const stream of [`member:${author.id}`, `topic:${await topicId()}`]) await live.follow(dyad.slug, stream);
  await goTo('day');
  day = test.clock.now().toISOString().slice(0, 10);
  await everyDecision();
  await goTo('month');
  for (const who of await everybody()) answers.push(...(await everyAnswer(test, who, await everything())));
}, 180_000);
afterAll(async () => {
  live?.close();
  await test.close();
});

/** Goes to the beginning of the next day, or of the next month, and does what is due. */
async function goTo(next: 'day' | 'month'): Promise<void> {
  const now = test.clock.now();
  const [year, month, date] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  const then = next === 'day' ? Date.UTC(year, month, date + 1, 2) : Date.UTC(year, month + 1, 1, 2);
  test.clock.advance({ seconds: Math.ceil((then - now.getTime()) / 1000) });
  await stayIn(test);
  await timePassed(test);
}

async function idsOf(sql: string): Promise<string[]> {
  return (await test.database.query<{ id: string }>(sql)).map(({ id }) => id);
}

const topicId = async (): Promise<string> => (await idsOf('select id from topic'))[0] ?? '';

/** Everything that moderators can do to somebody, by keys, by a panel, on appeal, and by themselves. */
async function everyDecision(): Promise<void> {
  const notices = noticesOf(dyad);
  const desk = deskOf(dyad);
  const card = () => publishedBy(test, topic, author, deciding.a);
  await template();
  for (const [verdict, variation] of [
    ['uphold', null],
    ['vary', { measure: 'remove', sanction: { kind: 'silence', days: 3 } }],
    ['overturn', null],
  ] as const) {
    const silenced = await member(test, dyad, { side: 'b' });
    restricted.push(silenced);
    const one = await publishedBy(test, topic, silenced, deciding.a);
    await reportItem(dyad, reporter, one, 'HARASS');
    const fresh = await desk.card(deciding.a, one.id);
    await decide(dyad, deciding, fresh, removal({ sanction: { kind: 'silence', days: 7 } }));
    await notices.appeal(silenced, (await notices.decision(silenced)).id, 'Ова беше шега.');
    const appeal = await notices.appealed(panel.a, one.id);
    for (const seat of [panel.a, panel.b]) await notices.judge(seat, appeal, verdict, variation, panelWords);
  }
  await decide(dyad, deciding, await card(), removal({ measure: 'redact', passages: ['чиста'] }));
  await desk.hold(deciding.b, (await card()).content);
  await byPanel('enact');
  await byPanel('restore');
  const careful = await openTopic(test, dyad, 'careful', 'pre');
  const { thread } = await openThread(test, careful, reporter);
  const waiting = await waitingPost(desk, deciding.a, { author, dyad, thread });
  await deciding.a.api.call('POST /api/dyads/:dyad/desk/:item/return', {
    params: { dyad: dyad.slug, item: waiting.id },
    body: { version: waiting.version, reason: 'OFFTOPIC', note: 'Ве молиме, за реката.' },
  });
  await decide(dyad, deciding, await card(), removal({ measure: null, sanction: { kind: 'warning' } }));
}

/** A proposal that a moderator opposes, and a panel decides. */
async function byPanel(verdict: 'enact' | 'restore'): Promise<void> {
  const desk = deskOf(dyad);
  const one = await publishedBy(test, topic, author, deciding.a);
  await reportItem(dyad, reporter, one, 'HARASS');
  const { answer } = await desk.propose(deciding.a, await desk.card(deciding.a, one.id), removal());
  const { answer: opposed } = await desk.oppose(deciding.b, answer);
  for (const { by } of opposed.proposal?.panel?.seats ?? []) {
    const judge = moderators().find(({ id }) => id === by.id);
    if (judge) await desk.judge(judge, opposed, verdict);
  }
}

/** Words for like cases, in force. */
async function template(): Promise<void> {
  const params = { dyad: dyad.slug };
  const texts = { title: facts, text: facts };
  const { id } = await deciding.a.api.call('POST /api/dyads/:dyad/desk-templates', {
    params,
    body: { reason: 'HARASS', ...texts },
  });
  await deciding.b.api.call('POST /api/dyads/:dyad/desk-templates/:template/versions/:version/keys', {
    params: { ...params, template: id, version: 1 },
  });
}

async function everybody(): Promise<readonly (TestMember | undefined)[]> {
  const some = [
    await member(test, dyad, { side: 'b' }),
    await member(test, dyad, { side: 'a', roles: ['drafter'] }),
    await member(test, dyad, { side: 'b', roles: ['steward'] }),
    await member(test, dyad, { side: 'neutral', roles: ['evaluator'], strong: true }),
  ];
  await stayIn(test);
  return [undefined, author, reporter, ...restricted, ...some];
}

const everything = async (): Promise<Things> => ({ ...(await thingsIn(test, dyad, ['чиста'])), day: [day] });

/** Who holds an office is told; what they did in it is not. */
const officeOnly = new Set(['listStaff', 'findMembers']);
const telling = (): Answer[] => answers.filter(({ endpoint }) => !officeOnly.has(endpoint));
const saidBy = (endpoint: string): string[] =>
  answers.filter((one) => one.endpoint === endpoint && !one.said.includes('"status":4')).map(({ said }) => said);

describe('MOD-43: moderators', () => {
  it('are named to nobody by what was decided, answered on appeal, published or taken away as a file', () => {
    expect(namingAny(moderators(), telling()).map(({ asked }) => asked)).toEqual([]);
    expect(namingAny(moderators(), [{ endpoint: 'live', asked: 'live', said: JSON.stringify(live.told) }])).toEqual([]);
    expect(live.signals.length).toBeGreaterThan(5);
  });

  it.each([
    ['readNotice', panelWords.bg],
    ['readNotice', facts.mk],
    ['readNotice', '"state":"varied"'],
    ['readNotice', '"state":"overturned"'],
    ['readNotice', '"decidedBy":"panel"'],
    ['readNotice', '"kind":"report"'],
    ['listNotices', '"sanction":"warning"'],
    ['exportStatement', 'DECISION_'],
    ['exportDisclosure', '"salt"'],
    ['readDigest', '"overturned":1'],
    ['listOwnReports', '"outcome":"overturned"'],
    ['readTransparency', '"decisions"'],
    ['transparencyAsCsv', 'figure,reason'],
    ['transparencyAsJson', 'CC0-1.0'],
    ['readFairness', '"finding"'],
    ['readRecord', 'moderation.digest'],
    ['listOwnPosts', 'Ве молиме, за реката.'],
  ])('were looked for in what %s tells, which says %s', (endpoint, words) => {
    expect(saidBy(endpoint).some((said) => said.includes(words))).toBe(true);
  });

  it('would be found wherever one of them were named, in whatever way', () => {
    const { pseudonym, id, accountId } = panel.neutral;
    const oneOfEach = [...new Map(telling().map((one) => [one.endpoint, one])).values()];
    expect(oneOfEach.length).toBeGreaterThan(40);
    for (const one of oneOfEach) {
      for (const mark of [pseudonym, id, accountId.toUpperCase(), id.replaceAll('-', '')]) {
        const middle = Math.floor(one.said.length / 2);
        const leaking = { ...one, said: `${one.said.slice(0, middle)}${mark}${one.said.slice(middle)}` };
        expect(namingAny(moderators(), [one, leaking])).toEqual([leaking]);
      }
    }
  });
});
