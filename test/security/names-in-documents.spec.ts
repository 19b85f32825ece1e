import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { quotationOf } from '../../shared/forums/post.rules.js';
import { Statements } from '../../server/modules/statements/statements.port.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { chromiumPath } from '../support/browser.js';
import { wordsOf } from '../support/comments.js';
import { edit, type Editor } from '../support/documents.js';
import { openThread, openTopic, write } from '../support/forum.js';
import { until } from '../support/live.js';
import { deskOf, moderatorsOf, reportOf } from '../support/moderation.js';
import { align, aligned, frozen, ofBothSides, organisation, sign, together } from '../support/ratification.js';
import { everyAnswer, thingsIn, type Things } from '../support/sweep.js';

/** Names that were before everybody in documents: of somebody who drafts, and of somebody who signs and is cited. */
const names = ['Канарчепише', 'Канарчепотпишува'] as const;

const written = ['ratifiedAsMarkdown', 'ratifiedAsHtml', 'ratifiedAsJson'];
const files = chromiumPath === undefined ? written : [...written, 'ratifiedAsPdf'];

let test: TestApp;
let dyad: TestDyad;
let drafts: TestMember;
let signs: TestMember;
let other: TestMember;
let open: string;
let readers: Map<string, TestMember | undefined>;

beforeAll(async () => {
  test = await startApp(chromiumPath === undefined ? {} : { ENTENTE_CHROMIUM: chromiumPath });
  dyad = await foundDyad(test, 'river');
  drafts = await member(test, dyad, { side: 'a', pseudonym: names[0], roles: ['drafter'] });
  signs = await member(test, dyad, { side: 'a', pseudonym: names[1] });
  other = await member(test, dyad, { side: 'b', roles: ['drafter'] });
  readers = new Map([
    ['visitor', undefined],
    ['citizen a', await member(test, dyad, { side: 'a' })],
    ['citizen b', await member(test, dyad, { side: 'b' })],
    ['drafter b', other],
    ['steward', await member(test, dyad, { side: 'b', roles: ['steward'] })],
    ['evaluator', await member(test, dyad, { side: 'neutral', roles: ['evaluator'], strong: true })],
  ]);
  const cited = await citedPost();
  open = await underWay();
  await ratified(cited);
}, 120_000);
afterAll(() => test.close());

async function citedPost(): Promise<string> {
  await openTopic(test, dyad, 'open', 'post');
  const { thread } = await openThread(test, { dyad, slug: 'open' }, signs);
  const { id } = await write(other, dyad, thread, 'Добар ден.');
  await write(signs, dyad, thread, `${quotationOf(id, 'Добар ден.')}Водата е заедничка.`);
  const [found] = await test.database.query<{ name: string }>(
    `select public_name as name from post where author_id = $1 order by id desc limit 1`,
    [signs.id],
  );
  return found?.name ?? '';
}

/** A public draft with everything that one who drafts leaves in it: words, keys, a version, a suggestion, a comment. */
async function underWay(): Promise<string> {
  const { statement, clause } = await aligned(test, dyad, { a: drafts, b: other }, 'public');
  const at = { params: { dyad: dyad.slug, statement } };
  await drafts.api.call('POST /api/dyads/:dyad/statements/:statement/versions', {
    ...at,
    body: { name: 'Прва', language: 'mk' },
  });
  await drafts.api.call('POST /api/dyads/:dyad/statements/:statement/suggestions', {
    ...at,
    body: { note: 'Пократко', language: 'mk' },
  });
  const about = await wordsOf(test, drafts, { id: statement, clause }, 'a', 'Реката');
  const { answer } = await drafts.api.try('POST /api/dyads/:dyad/statements/:statement/clauses/:clause/threads', {
    params: { ...at.params, clause },
    body: { about, text: 'Која река?', language: 'mk' },
  });
  const [judge] = await moderatorsOf(test, dyad, ['b']);
  const desk = deskOf(dyad);
  await desk.approve(judge, await desk.cardOf(judge, answer.post));
  return statement;
}

/** A statement that one of them began, and the other signed and is cited in. */
async function ratified(cited: string): Promise<void> {
  const stewards = await ofBothSides(test, dyad, ['steward']);
  const one = await aligned(test, dyad, { a: drafts, b: other }, 'public');
  const text = [
    {
      type: 'paragraph' as const,
      content: [{ text: 'Реката е наша.' }, { cites: { kind: 'post' as const, of: cited } }],
    },
  ];
  await test.app.get(Statements).write(one.statement, one.clause, { a: text, b: text }, drafts.id);
  await align(dyad, { a: drafts, b: other }, one);
  const ofA = await organisation(test, dyad, stewards, { side: 'a', name: 'Речна стража' });
  await together(dyad, stewards, 'delegate.name', { organisation: ofA.id, member: signs.id });
  const ofB = await organisation(test, dyad, stewards, { side: 'b', name: 'Читалиште' });
  const hash = await frozen(dyad, { a: drafts, b: other }, one.statement);
  for (const own of [{ ...ofA, delegate: signs }, ofB])
    expect((await sign(dyad, one.statement, hash, own)).status).toBeLessThan(300);
}

const everything = (): Promise<Things> => thingsIn(test, dyad, names);

/** What somebody is told that has one of the names. */
async function named(who: TestMember | undefined): Promise<{ endpoint: string; asked: string; name: string }[]> {
  const answers = await everyAnswer(test, who, await everything());
  return answers.flatMap(({ endpoint, asked, said }) =>
    names.filter((name) => said.includes(name)).map((name) => ({ endpoint, asked, name })),
  );
}

/** Who is in a document, as somebody's page shows it. */
const present = ({ provider }: Editor): string => JSON.stringify([...provider.awareness.getStates().values()]);

async function withhold(who: TestMember): Promise<void> {
  const reporter = await member(test, dyad, { side: 'b' });
  const [ofA, ofB] = await moderatorsOf(test, dyad, ['a', 'b']);
  const desk = deskOf(dyad);
  const { answer } = await reportOf('name', who.id, reporter, dyad, 'HARASS');
  const card = await desk.cardOf(ofA, answer.content, 'in_review');
  expect((await desk.key(ofB, (await desk.propose(ofA, card, { reason: 'HARASS' })).answer)).answer.shown).toBe(false);
}

describe('MOD-25: names that moderators removed', () => {
  it('were read in statements, their histories and comments before, and never in files or citations', async () => {
    const before = await named(other);
    for (const name of names) expect(before.some((one) => one.name === name)).toBe(true);
    const endpoints = new Set(before.map(({ endpoint }) => endpoint));
    for (const endpoint of ['readStatement', 'readHistory', 'readAuthorship', 'readVersion', 'readSuggestion'])
      expect(endpoints, endpoint).toContain(endpoint);
    expect(endpoints).toContain('listStatementThreads');
    const answers = await everyAnswer(test, other, await everything());
    for (const endpoint of [...files, 'readCitations']) {
      expect(endpoints, endpoint).not.toContain(endpoint);
      expect(
        answers.some((one) => one.endpoint === endpoint && /Реката|"of":/.test(one.said)),
        endpoint,
      ).toBe(true);
    }
  }, 60_000);

  it('are gone within a second from documents that are open, also for those who open them afterwards', async () => {
    const [own, page] = [edit(test, drafts, open), edit(test, other, open)];
    await Promise.all([own.synced(), page.synced()]);
    own.provider.awareness.setLocalStateField('writing', true);
    await until(() => present(page).includes(names[0]));
    for (const who of [drafts, signs]) await withhold(who);
    await until(() => !present(page).includes(names[0]), 1_000);
    await until(() => /"#\d+"/.test(present(page)), 1_000);
    const late = edit(test, other, open);
    await late.synced();
    await until(() => /"#\d+"/.test(present(late)));
    expect(present(late) + present(page)).not.toContain(names[0]);
    for (const one of [own, page, late]) one.close();
  }, 60_000);

  it('are in no answer to anybody afterwards: no statement, history, citation or file', async () => {
    for (const [what, who] of readers) expect([what, await named(who)]).toEqual([what, []]);
  }, 120_000);
});
