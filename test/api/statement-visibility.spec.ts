import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StatementVisibility } from '../../shared/statements/statement.rules.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { draft, texts } from '../support/comments.js';
import { edit } from '../support/documents.js';
import { connect, until } from '../support/live.js';

let test: TestApp;
let dyad: TestDyad;
let ofA: TestMember;
let ofB: TestMember;
let neutral: TestMember;
let citizen: TestMember;
beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  ofA = await member(test, dyad, { side: 'a', roles: ['drafter'] });
  ofB = await member(test, dyad, { side: 'b', roles: ['drafter'] });
  neutral = await member(test, dyad, { side: 'neutral', roles: ['drafter'] });
  citizen = await member(test, dyad, { side: 'b' });
});
afterAll(() => test.close());

const params = () => ({ dyad: dyad.slug });
const show = (who: TestMember, statement: string, visibility: StatementVisibility) =>
  who.api.try('POST /api/dyads/:dyad/statements/:statement/visibility', {
    params: { ...params(), statement },
    body: { visibility },
  });
const asVisitor = (statement: string) =>
  test.visitor().try('GET /api/dyads/:dyad/drafts/:statement', { params: { ...params(), statement } });

describe('who may read a draft', () => {
  it('becomes more people by a key of a drafter of each side, whoever begins', async () => {
    for (const [one, other] of [
      [ofA, ofB],
      [ofB, ofA],
    ] as const) {
      const { id } = await draft(test, dyad, one, 'drafters');
      const { answer } = await show(one, id, 'public');
      expect(answer).toEqual({ visibility: 'drafters', proposals: [{ side: one.side, visibility: 'public' }] });
      expect((await show(one, id, 'public')).answer).toEqual(answer);
      expect((await asVisitor(id)).problem.code).toBe('request.not_found');
      expect((await show(other, id, 'public')).answer).toEqual({ visibility: 'public', proposals: [] });
      expect((await asVisitor(id)).status).toBe(200);
      const read = { params: { ...params(), statement: id } };
      const seen = await citizen.api.call('GET /api/dyads/:dyad/statements/:statement/visibility', read);
      expect(seen).toEqual({ visibility: 'public', proposals: [] });
    }
  });

  it('is decided by nobody else', async () => {
    const { id } = await draft(test, dyad, ofA);
    expect((await show(citizen, id, 'drafters')).problem.code).toBe('access.denied');
    expect((await show(neutral, id, 'drafters')).problem.code).toBe('document.read_only');
  });

  it('becomes fewer by one key, and whoever is out loses every open page within a second', async () => {
    const { id } = await draft(test, dyad, ofA);
    const editor = edit(test, citizen, id);
    await editor.synced();
    const { topic } = await citizen.api.call('GET /api/dyads/:dyad/statements/:statement/threads', {
      params: { ...params(), statement: id },
    });
    const live = await connect(test, citizen);
    const streams = [`statement:${id}`, `topic:${topic}`];
    for (const stream of streams) expect((await live.follow(dyad.slug, stream)).failure).toBeUndefined();
    await show(ofB, id, 'drafters');
    await until(() => editor.closed.includes(4403), 1_000);
    await until(() => live.told.filter(({ event }) => event === 'ended').length === 2, 1_000);
    const ended = live.told.filter(({ event }) => event === 'ended').map(({ about }) => about);
    expect(ended).toEqual(expect.arrayContaining(streams.map((stream) => ({ stream, code: 'access.denied' }))));
    live.close();
    editor.close();
  });
});

describe('a draft that both sides show to everybody', () => {
  it('is read without an account: its texts and how far they are, and no word of who wrote or agreed', async () => {
    const { id, clause } = await draft(test, dyad, ofA, 'members');
    const statement = { params: { ...params(), statement: id } };
    const { clauses } = await ofA.api.call('GET /api/dyads/:dyad/statements/:statement', statement);
    await ofA.api.call('POST /api/dyads/:dyad/statements/:statement/clauses/:clause/keys', {
      params: { ...statement.params, clause },
      body: { kind: 'agree', hash: clauses[0]?.hash ?? '' },
    });
    for (const who of [ofA, ofB]) await show(who, id, 'public');
    const { answer } = await asVisitor(id);
    expect(answer).toMatchObject({
      languages: { a: 'bg', b: 'mk' },
      clauses: [{ id: clause, state: 'agreed_by_a', texts: { a: [{ content: [{ text: texts.a }] }] } }],
    });
    expect(JSON.stringify(answer)).not.toContain(ofA.id);
    expect(JSON.stringify(answer)).not.toContain(ofA.pseudonym);
    const { drafts } = await test.visitor().call('GET /api/dyads/:dyad/drafts', { params: params() });
    expect(drafts.map((one) => one.id)).toContain(id);
    // The live document, its comments and its members' page stay with the members.
    const closed = await test.visitor().try('GET /api/dyads/:dyad/statements/:statement/threads', statement);
    expect(closed.problem.code).toBe('session.needed');
    expect((await test.visitor().try('GET /api/dyads/:dyad/statements/:statement', statement)).status).toBe(401);
  });

  it('is not found by visitors in any other visibility, nor in another dialogue', async () => {
    for (const visibility of ['drafters', 'members'] as const) {
      const { id } = await draft(test, dyad, ofA, visibility);
      expect((await asVisitor(id)).problem.code).toBe('request.not_found');
      const { drafts } = await test.visitor().call('GET /api/dyads/:dyad/drafts', { params: params() });
      expect(drafts.map((one) => one.id)).not.toContain(id);
    }
    const { id } = await draft(test, dyad, ofA);
    for (const who of [ofA, ofB]) await show(who, id, 'public');
    const lake = await foundDyad(test, 'lake');
    const elsewhere = await test
      .visitor()
      .try('GET /api/dyads/:dyad/drafts/:statement', { params: { dyad: lake.slug, statement: id } });
    expect(elsewhere.problem.code).toBe('request.not_found');
  });
});

describe('a machine’s beginning of the other text', () => {
  const ask = (who: TestMember, statement: string, clause: string, into: 'a' | 'b') =>
    who.api.try('POST /api/dyads/:dyad/statements/:statement/clauses/:clause/machine-text', {
      params: { ...params(), statement, clause },
      body: { into },
    });

  it('is made block by block for the drafter who asks, and stands in the document nowhere', async () => {
    const { id, clause } = await draft(test, dyad, ofA);
    const { answer } = await ask(ofA, id, clause, 'b');
    expect(answer).toMatchObject({ engine: 'pseudo', text: [{ type: 'paragraph' }] });
    const { clauses } = await ofB.api.call('GET /api/dyads/:dyad/statements/:statement', {
      params: { ...params(), statement: id },
    });
    expect(clauses[0]?.texts.b).toEqual([{ type: 'paragraph', content: [{ text: texts.b }] }]);
    expect((await ask(citizen, id, clause, 'b')).problem.code).toBe('access.denied');
    expect((await ask(neutral, id, clause, 'b')).problem.code).toBe('document.read_only');
  });

  it('is not made of nothing, and says so where no engine serves', async () => {
    const here = { params: params(), body: { title: { bg: 'За реката', mk: 'За реката' } } };
    const { id } = await ofA.api.call('POST /api/dyads/:dyad/statements', here);
    const { clauses } = await ofA.api.call('GET /api/dyads/:dyad/statements/:statement', {
      params: { ...params(), statement: id },
    });
    expect((await ask(ofA, id, clauses[0]?.id ?? '', 'a')).problem.code).toBe('clause.empty');
    const without = await startApp({ TRANSLATION_ENGINES: 'libretranslate' });
    const lake = await foundDyad(without, 'river');
    const drafter = await member(without, lake, { roles: ['drafter'] });
    const made = await draft(without, lake, drafter);
    const { problem } = await ask(drafter, made.id, made.clause, 'b');
    expect(problem.code).toBe('translation.unavailable');
    await without.close();
  });
});
