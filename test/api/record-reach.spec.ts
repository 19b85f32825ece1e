import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordKinds, type RecordKind } from '../../shared/record/record-kinds.js';
import { checkStatement, holds } from '../../shared/statements/check-statement.rules.js';
import { ErasureReaches } from '../../server/modules/record/erasure-reach.port.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { foundDyad, member, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import {
  both,
  draft,
  inDays,
  looked,
  promiseOf,
  promising,
  readAs,
  type PromisingDyad,
} from '../support/commitments.js';
import { together } from '../support/ratification.js';
import { everythingStored } from '../support/stored.js';
import { everyAnswer, thingsIn } from '../support/sweep.js';

let test: TestApp;
let dyad: PromisingDyad;
let commitment: string;
let follower: TestMember;

/** Words that stand nowhere else, one for each text that the record tells of a commitment. */
const canary = (name: string): string => `Калинка ${name} Тополова`;
const href = (name: string): string => `https://canary.example.org/${name}`;
const shown = (name: string, at: string) => ({
  files: [{ name: `canary-${name}.pdf`, sha256: at.repeat(64), bytes: 12, link: href(`${name}-file`) }],
  links: [{ href: href(name), lookedAt: '2026-01-02' }],
});

/** Each text, in the entry that tells it first, and what is looked for. */
const texts: readonly (readonly [kind: RecordKind, path: string, words: string])[] = [
  ['progress.reported', 'narrative.bg', canary('narrative')],
  ['progress.reported', 'files.1', 'a'.repeat(64)],
  ['progress.reported', 'links.1', href('report')],
  ['progress.disputed', 'reason.mk', canary('dispute')],
  ['progress.disputed', 'files.1', 'b'.repeat(64)],
  ['progress.disputed', 'links.1', href('dispute')],
  ['progress.withdrawn', 'reason.bg', canary('mistake')],
  ['progress.evaluated', 'reasons.bg', canary('reasons')],
  ['progress.evaluated', 'uncertainty.mk', canary('uncertainty')],
  ['progress.evaluated', 'links.1', href('assessment')],
  ['commitment.suspended', 'reason.bg', canary('flood')],
  ['commitment.withdrawn', 'reason.mk', canary('end')],
  ['milestone.missed', 'milestone_title.bg', canary('milestone')],
  ['milestone.missed', 'title.mk', canary('title')],
  // The name of a file goes with its digest.
  ['progress.reported', 'narrative.mk', canary('translated')],
];

beforeAll(async () => {
  test = await startApp();
  test.clock.beginStep(86_400);
  dyad = await promising(test, await foundDyad(test, 'river'));
  follower = await member(test, dyad, { side: 'a' });
  await follower.api.call('PUT /api/dyads/:dyad/followed-commitments', { params: { dyad: dyad.slug } });
  await everythingHappens();
  await test.settled();
});
afterAll(() => test.close());

const ofCommitment = () => ({ dyad: dyad.slug, commitment });

async function everythingHappens(): Promise<void> {
  const title = { bg: 'Чиста река', mk: canary('title') };
  const content = promiseOf(test, dyad, {
    title,
    milestones: [
      { title: { bg: canary('milestone'), mk: 'Прва станица' }, due: inDays(test, 3), value: null, weight: 1 },
      { title: both('Втора станция'), due: inDays(test, 20), value: null, weight: 1 },
    ],
  });
  const first = await draft(dyad.drafters.a, dyad, content);
  commitment = first.commitment;
  // A proposal that nobody agreed to keeps the words of the draft as it was then.
  await dyad.stewards.a.api.call('POST /api/dyads/:dyad/joint-acts', {
    params: { dyad: dyad.slug },
    body: { kind: 'commitment.adopt', details: { ...first }, reason: 'too early for this' },
  });
  const changed = await dyad.drafters.a.api.call('PUT /api/dyads/:dyad/commitment-drafts/:commitment', {
    params: ofCommitment(),
    body: { content: { ...content, text: both('Друг текст.') }, from: first.hash },
  });
  await together(dyad, dyad.stewards, 'commitment.adopt', changed);
  const reason = both('Наводнение');
  const until = inDays(test, 2);
  await together(dyad, dyad.stewards, 'commitment.suspend', {
    commitment,
    until,
    reason: { ...reason, bg: canary('flood') },
  });
  await together(dyad, dyad.stewards, 'commitment.resume', { commitment });
  await everybodySpeaks();
  const days = 5;
  test.clock.advance({ days });
  await looked(test);
  test.clock.advance({ days: -days });
  await together(dyad, dyad.stewards, 'commitment.withdraw', {
    commitment,
    reason: { ...reason, mk: canary('end') },
  });
}

async function everybodySpeaks(): Promise<void> {
  const { a, b } = dyad.organisations;
  const claim = { organisation: a.id, milestone: 2, status: 'reached' as const, newDay: null, value: 1 };
  const narrative = { language: 'bg', text: { bg: canary('narrative'), mk: canary('translated') } };
  const params = ofCommitment();
  const report = (evidence: ReturnType<typeof shown>) =>
    a.delegate.api.call('POST /api/dyads/:dyad/commitments/:commitment/claims', {
      params,
      body: { ...claim, narrative, evidence },
    });
  await report(shown('report', 'a'));
  await b.delegate.api.call('POST /api/dyads/:dyad/commitments/:commitment/claims/:claim/answer', {
    params: { ...params, claim: '1' },
    body: {
      answer: {
        answer: 'contested',
        organisation: b.id,
        part: 'value',
        reason: { language: 'mk', text: { mk: canary('dispute') } },
        evidence: shown('dispute', 'b'),
      },
    },
  });
  await a.delegate.api.call('POST /api/dyads/:dyad/commitments/:commitment/claims/:claim/withdrawal', {
    params: { ...params, claim: '1' },
    body: { reason: { language: 'bg', text: { bg: canary('mistake') } } },
  });
  await dyad.evaluators[0].api.call('POST /api/dyads/:dyad/commitments/:commitment/assessments', {
    params,
    body: {
      milestone: null,
      level: 'minimal',
      confidence: 'low',
      reasons: { ...both('Бяхме там.'), bg: canary('reasons') },
      uncertainty: { ...both('Не знаем.'), mk: canary('uncertainty') },
      evidence: { files: [], links: shown('assessment', 'c').links },
    },
  });
}

/** What the sweep finds: every answer to every reader of some kind, and every row of every table. */
async function everythingThereIs(
  readers: readonly (TestMember | undefined)[] = [undefined, follower, dyad.stewards.a],
): Promise<{ readonly answers: string; readonly stored: string }> {
  const things = await thingsIn(test, dyad, [canary('title')]);
  const answers: string[] = [];
  for (const who of readers) answers.push(...(await everyAnswer(test, who, things)).map(({ said }) => said));
  return { answers: answers.map(opened).join('\n'), stored: await everythingStored(test) };
}

/** Disclosures are base64url: what they say is looked for too. */
const opened = (said: string): string =>
  said + said.replaceAll(/[\w-]{60,}/g, (one) => ` ${Buffer.from(one, 'base64url').toString('utf8')} `);

async function erase(kind: RecordKind, path: string): Promise<void> {
  const { entries } = await test.visitor().call('GET /api/dyads/:dyad/record', {
    params: { dyad: dyad.slug },
    query: { limit: 100 },
  });
  const entry = entries.find((one) => one.kind === kind)?.seq;
  await together(dyad, dyad.stewards, 'record.erase', { entry, paths: [path], ground: 'art17' });
  await test.settled();
}

describe('what is erased from the record of a commitment', { timeout: 240_000 }, () => {
  it('PRI-12, PRI-13: is told by nothing any more, and lies in no table, while all that was not erased is there', async () => {
    const words = texts.map(([, , one]) => one);
    const before = await everythingThereIs();
    for (const one of words) {
      expect(before.answers, one).toContain(one);
      expect(before.stored, one).toContain(one);
    }
    for (const [at, [kind, path]] of texts.entries()) {
      await erase(kind, path);
      const stored = await everythingStored(test);
      expect([path, words.filter((one) => stored.includes(one))]).toEqual([path, words.slice(at + 1)]);
    }
    const after = await everythingThereIs();
    expect(words.filter((one) => after.answers.includes(one))).toEqual([]);
    for (const name of ['canary-report.pdf', 'canary-dispute.pdf', href('report-file'), href('dispute-file')])
      expect([name, after.answers.includes(name), after.stored.includes(name)]).toEqual([name, false, false]);
    for (const kept of ['Чиста река', 'Прва станица', 'Наводнение', 'Бяхме там.', 'Не знаем.'])
      expect(after.answers, kept).toContain(kept);
  });

  it('is said to be erased where it stood, on which day and on what ground; nothing else is said otherwise', async () => {
    const view = await readAs(test, dyad, commitment);
    const gone = { on: test.clock.now().toISOString().slice(0, 10), ground: 'art17' };
    expect(view.content.title).toEqual({ bg: 'Чиста река', mk: '' });
    expect(view.erased).toEqual(
      expect.arrayContaining([
        { ...gone, path: 'title.mk' },
        { ...gone, path: 'hash' },
      ]),
    );
    expect([view.hash, view.canonical]).toEqual([null, null]);
    expect(view.milestones[0]).toMatchObject({
      title: { bg: '', mk: 'Прва станица' },
      missed: true,
      erased: [{ ...gone, path: 'milestone_title.bg' }],
    });
    const step = (type: string) => view.timeline.find((one) => one.type === type);
    expect(step('reported')).toMatchObject({
      narrative: { language: 'bg', text: { bg: '', mk: '' } },
      evidence: {
        files: [{ name: '', sha256: '', bytes: 12, link: '' }],
        links: [{ href: '', lookedAt: '2026-01-02' }],
      },
    });
    expect(step('reported')?.erased).toEqual(expect.arrayContaining([{ ...gone, path: 'files.1' }]));
    expect(step('suspended')).toMatchObject({ reason: { bg: '', mk: 'Наводнение' } });
    expect(step('contested')).toMatchObject({ part: 'value', reason: { language: 'mk', text: { mk: '' } } });
    const params = { dyad: dyad.slug };
    const { commitments } = await test.visitor().call('GET /api/dyads/:dyad/commitments', { params, query: {} });
    expect(commitments[0]?.erased).toContainEqual({ ...gone, path: 'title.mk' });
    const { moved } = await follower.api.call('GET /api/dyads/:dyad/followed-commitments', { params });
    const reported = moved.find(({ kind }) => kind === 'progress.reported');
    expect(reported?.erased).toEqual([gone]);
    const feed = await (await fetch(`${test.url}/api/dyads/${dyad.slug}/commitments.ics?language=mk`)).text();
    expect(feed).toContain('Чиста река');
  });

  it('goes on being a commitment: the rest of it is read, and the log verifies', async () => {
    const csv = await (await fetch(`${test.url}/api/dyads/${dyad.slug}/commitments.csv`)).text();
    expect(csv).toContain('Чиста река,"","",Прва станица');
    const acts = await dyad.stewards.a.api.call('GET /api/dyads/:dyad/joint-acts', { params: { dyad: dyad.slug } });
    const adopted = acts.acts.filter(({ kind }) => kind === 'commitment.adopt');
    expect(adopted.map(({ details }) => (details as { content: { title: object } }).content.title)).toEqual(
      adopted.map(() => ({ bg: 'Чиста река', mk: '' })),
    );
  });
});

describe('what is erased from the record of others', { timeout: 240_000 }, () => {
  const params = () => ({ dyad: dyad.slug });
  const steward = () => dyad.stewards.a.api;
  const swept = async (words: readonly string[]) => {
    const { answers, stored } = await everythingThereIs([dyad.stewards.a]);
    return words.filter((one) => answers.includes(one) || stored.includes(one));
  };

  it('PRI-12: is told by no topic any more, neither when its mode changes later', async () => {
    const title = { bg: canary('topic-bg'), mk: canary('topic-mk') };
    const words = Object.values(title);
    await steward().call('POST /api/dyads/:dyad/topics', {
      params: params(),
      body: { slug: 'canaries', title, description: { ...title, mk: 'Опис' } },
    });
    await together(dyad, dyad.stewards, 'topic.change_mode', { topic: 'canaries', mode: 'post' });
    await test.settled();
    expect(await swept(words)).toEqual(words);
    await erase('topic.opened', 'title.mk');
    expect(await swept(words)).toEqual([title.bg]);
    const topic = async () =>
      (await steward().call('GET /api/dyads/:dyad/topics', { params: params() })).topics.find(
        ({ slug }) => slug === 'canaries',
      );
    const gone = { on: test.clock.now().toISOString().slice(0, 10), ground: 'art17' };
    expect((await topic())?.title).toEqual({
      text: title.bg,
      language: 'bg',
      translations: [],
      erased: [{ ...gone, path: 'title.mk' }],
    });
    await erase('topic.mode_changed', 'title');
    expect(await swept(words)).toEqual([]);
    await together(dyad, dyad.stewards, 'topic.change_mode', { topic: 'canaries', mode: 'pre' });
    await test.settled();
    expect((await topic())?.title).toMatchObject({ text: '', translations: [], erased: [gone, gone] });
    expect((await topic())?.description.translations.concat().map(({ text }) => text)).toEqual([]);
  });

  it('PRI-12: is told by no disclosure any more, nor by what was proposed', async () => {
    const title = { bg: canary('disclosure'), mk: 'Пари' };
    const details = { kind: 'funding', title, body: both('Кой плаща.') };
    await together(dyad, dyad.stewards, 'disclosure.publish', details);
    await test.settled();
    expect(await swept([title.bg])).toEqual([title.bg]);
    await erase('disclosure.published', 'title.bg');
    expect(await swept([title.bg])).toEqual([]);
    const { disclosures } = await test.visitor().call('GET /api/dyads/:dyad/disclosures', { params: params() });
    expect(disclosures[0]).toMatchObject({ title: { bg: '', mk: 'Пари' }, erased: [{ path: 'title.bg' }] });
  });
});

describe('what is erased from the record of a joint statement', { timeout: 240_000 }, () => {
  it('PRI-12: is told by no page, no file, no version and no topic of it any more; what was signed stays in all else', async () => {
    const words = 'За водата';
    const here = { dyad: dyad.slug, statement: dyad.statement };
    const signed = () => test.visitor().call('GET /api/dyads/:dyad/statements/:statement/ratified', { params: here });
    const file = async (format: string) =>
      (await fetch(`${test.url}/api/dyads/${dyad.slug}/statements/${dyad.statement}/ratified.${format}`)).text();
    const before = await signed();
    expect(before).toMatchObject({ title: both(words), erased: [] });
    expect((await everythingThereIs([undefined, dyad.stewards.a])).answers).toContain(words);
    await erase('statement.ratified', 'title');

    const { answers, stored } = await everythingThereIs([undefined, dyad.stewards.a]);
    expect([answers.includes(words), stored.includes(words)]).toEqual([false, false]);
    const after = await signed();
    const gone = { on: test.clock.now().toISOString().slice(0, 10), ground: 'art17' };
    expect(after).toMatchObject({
      title: both(''),
      clauses: before.clauses,
      hash: before.hash,
      recordSeq: before.recordSeq,
    });
    expect(after.erased).toEqual(['title.bg', 'title.mk'].map((path) => ({ ...gone, path })));
    const found = await checkStatement(after, (text) => createHash('sha256').update(text).digest('hex'));
    expect(found).toMatchObject({ hashHolds: false, isErased: true, textsHold: true, quorumHolds: true });
    expect(holds(found)).toBe(false);
    for (const format of ['html', 'md']) {
      const text = await file(format);
      expect(text).toContain('Реката е наша');
      expect(text.replaceAll(/\\/g, '')).toContain('Erased on ');
    }
  });
});

describe('the database', () => {
  const change = (sql: string) => test.app.get(UnitOfWork).run({ dyadId: dyad.id }, (tx) => tx.query(sql));

  it('lets texts of what was adopted, said and proposed become empty, and nothing else change', async () => {
    for (const refused of [
      `update commitment set content = jsonb_set(content, '{title,bg}', '"Друго"') where id = '${commitment}'`,
      `update commitment set content = jsonb_set(content, '{text,bg}', '""') where id = '${commitment}'`,
      `update commitment set content = jsonb_set(content, '{milestones,0,due}', '""') where id = '${commitment}'`,
      `update commitment set content = content #- '{title,bg}' where id = '${commitment}'`,
      `update commitment set hash = '\\x00', canonical = '' where id = '${commitment}'`,
      `update commitment_event set body = jsonb_set(body, '{status}', '"in_progress"') where type = 'reported'`,
      `update commitment_event set body = jsonb_set(body, '{value}', '2') where type = 'reported'`,
      `update commitment_event set body = body || '{"more":""}' where type = 'reported'`,
      `update commitment_event set rev = rev + 100`,
      `update joint_act set details = jsonb_set(details, '{commitment}', '"x"') where kind = 'commitment.withdraw'`,
      `update joint_act set reason = ''`,
      `update statement set title = jsonb_set(title, '{bg}', '"Друго"') where state = 'ratified'`,
      `update statement set state = 'drafting' where state = 'ratified'`,
      `update ratification set canonical = replace(canonical, 'наша', 'ваша')`,
      `update ratification set hash = '\\x00'`,
      `update statement_version set canonical = replace(canonical, 'наша', '')`,
      `update disclosure set title = jsonb_set(title, '{mk}', '"Друго"')`,
    ])
      await expect(change(refused), refused).rejects.toThrow(/stays as it|permission denied/);
  });
});

describe('every kind that tells texts', () => {
  it('has somebody who answers for what else has them', () => {
    const known = test.app.get(ErasureReaches).known();
    const telling = Object.entries(recordKinds).flatMap(([kind, { told }]) =>
      Object.keys(told.shape).length > 0 && kind !== 'dyad.founded' ? [kind as RecordKind] : [],
    );
    // The name of a dyad stands on every page, and is not emptied (docs/adr/0024).
    expect(telling.length).toBeGreaterThan(15);
    expect(telling.filter((kind) => !known.has(kind))).toEqual([]);
  });
});
