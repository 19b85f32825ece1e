import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { canonicalLanguageJson } from '../../shared/statements/canonical-language.rules.js';
import { canonicalStatementJson } from '../../shared/statements/canonical.rules.js';
import { SigningDeadline } from '../../server/modules/statements/ratification/signing-deadline.js';
import { AccountRegistrar } from '../../server/modules/identity/account-registrar.port.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { Statements } from '../../server/modules/statements/statements.port.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { edit, typeInto } from '../support/documents.js';
import { until } from '../support/live.js';
import {
  align,
  aligned,
  decline,
  frozen,
  ofBothSides,
  organisation,
  readRatification,
  readStatement,
  sign,
  together,
  type BothSides,
  type TestOrganisation,
} from '../support/ratification.js';

let test: TestApp;
let dyad: TestDyad;
let drafters: BothSides;
let stewards: BothSides;
let citizen: TestMember;
let water: TestOrganisation;
let school: TestOrganisation;
let books: TestOrganisation;

beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test, 'river');
  drafters = await ofBothSides(test, dyad, ['drafter']);
  stewards = await ofBothSides(test, dyad, ['steward']);
  citizen = await member(test, dyad);
  water = await organisation(test, dyad, stewards, { side: 'a', name: 'Речна стража' });
  school = await organisation(test, dyad, stewards, { side: 'b', name: 'Учителски синдикат' });
  books = await organisation(test, dyad, stewards, { side: 'b', name: 'Читалище' });
});
afterAll(() => test.close());

let moved = 0;
const wait = (days: number) => {
  moved += days;
  test.clock.advance({ days });
};
afterEach(() => {
  test.clock.advance({ days: -moved });
  moved = 0;
});

const here = (statement: string) => ({ dyad: dyad.slug, statement });
const code = async (reply: Promise<{ problem?: { code: string } | undefined; status: number }>) => {
  const { problem, status } = await reply;
  return problem?.code ?? status;
};
const propose = (who: TestMember, statement: string, hash: string, days = 14) =>
  who.api.try('POST /api/dyads/:dyad/statements/:statement/freeze', { params: here(statement), body: { hash, days } });
const second = (who: TestMember, statement: string, hash: string, days = 14) =>
  who.api.try('POST /api/dyads/:dyad/statements/:statement/freeze/second', {
    params: here(statement),
    body: { hash, days },
  });
const takeBack = (who: TestMember, statement: string, hash: string) =>
  who.api.try('POST /api/dyads/:dyad/statements/:statement/freeze/take-back', {
    params: here(statement),
    body: { hash },
  });
const reserve = (who: TestMember, statement: string, body: object) =>
  who.api.try('POST /api/dyads/:dyad/statements/:statement/reservations', {
    params: here(statement),
    body: body as never,
  });
const stateOf = async (statement: string) => (await readRatification(citizen, dyad, statement)).state;

describe('freezing', () => {
  it('takes a key of each side to exactly what stands there, whoever begins', async () => {
    for (const [one, other] of [
      [drafters.a, drafters.b],
      [drafters.b, drafters.a],
    ] as const) {
      const { statement } = await aligned(test, dyad, drafters);
      const { hash } = await readRatification(one, dyad, statement);
      expect(await code(propose(one, statement, '0'.repeat(64)))).toBe('statement.changed');
      expect(await code(propose(one, statement, hash ?? '', 7))).toBe(204);
      expect((await readRatification(citizen, dyad, statement)).proposal).toMatchObject({ side: one.side, days: 7 });
      expect(await code(second(one, statement, hash ?? '', 7))).toBe('ratification.same_side');
      expect(await code(second(other, statement, hash ?? '', 14))).toBe('statement.changed');
      expect(await stateOf(statement)).toBe('drafting');
      expect(await code(second(other, statement, hash ?? '', 7))).toBe(204);
      const view = await readRatification(citizen, dyad, statement);
      expect(view).toMatchObject({ state: 'frozen', proposal: null, round: { hash, quorum: 1, outcome: null } });
    }
  });

  it('is refused while a clause is not aligned, and to everybody but drafters of a side', async () => {
    const { statement, clause } = await aligned(test, dyad, drafters);
    const { hash } = await readRatification(drafters.a, dyad, statement);
    await drafters.b.api.call('DELETE /api/dyads/:dyad/statements/:statement/clauses/:clause/keys', {
      params: { ...here(statement), clause },
    });
    expect((await readRatification(drafters.a, dyad, statement)).hash).toBe(null);
    expect(await code(propose(drafters.a, statement, hash ?? ''))).toBe('statement.not_aligned');
    const neutral = await member(test, dyad, { side: 'neutral', roles: ['drafter'] });
    expect(await code(propose(neutral, statement, hash ?? ''))).toBe('document.read_only');
    expect(await code(propose(stewards.a, statement, hash ?? ''))).toBe('access.denied');
    expect(await code(propose(water.delegate, statement, hash ?? ''))).toBe('access.denied');
  });

  it('falls when the text changes, and stands no more when the text comes back in other keys', async () => {
    const { statement, clause } = await aligned(test, dyad, drafters);
    const { hash } = await readRatification(drafters.a, dyad, statement);
    await propose(drafters.a, statement, hash ?? '');
    const text = [{ type: 'paragraph' as const, content: [{ text: 'Реката е ничия.' }] }];
    await test.app.get(Statements).write(statement, clause, { a: text, b: text }, drafters.a.id);
    expect((await readRatification(citizen, dyad, statement)).proposal).toBe(null);
    expect(await code(second(drafters.b, statement, hash ?? ''))).toBe('statement.changed');
    await align(dyad, drafters, { statement, clause });
    const now = await readRatification(drafters.a, dyad, statement);
    expect(now.hash).not.toBe(hash);
    expect(await code(second(drafters.b, statement, now.hash ?? ''))).toBe('statement.changed');
  });

  it('lets those who may sign read how a draft that only drafters see came to be', async () => {
    const { statement } = await aligned(test, dyad, drafters);
    await test.database.query(`update statement set visibility = 'drafters' where id = $1`, [statement]);
    const read = [
      'GET /api/dyads/:dyad/statements/:statement/versions',
      'GET /api/dyads/:dyad/statements/:statement/history',
    ] as const;
    const seenBy = (who: TestMember) =>
      Promise.all(read.map(async (route) => (await who.api.try(route, { params: here(statement) })).status));
    expect(await seenBy(water.delegate)).toEqual([404, 404]);
    await frozen(dyad, drafters, statement);
    expect(await seenBy(water.delegate)).toEqual([200, 200]);
    expect(await seenBy(citizen)).toEqual([404, 404]);
  });

  it('makes the document and its suggestions read-only on open pages within a second, and keeps the version', async () => {
    const { statement, clause } = await aligned(test, dyad, drafters);
    const { suggestion } = await drafters.b.api.call('POST /api/dyads/:dyad/statements/:statement/suggestions', {
      params: here(statement),
      body: { note: 'По-кратко', language: 'bg' },
    });
    const editor = edit(test, drafters.a, statement);
    const ofSuggestion = edit(test, drafters.b, `${statement}~${suggestion}`);
    await Promise.all([editor.synced(), ofSuggestion.synced()]);
    expect(ofSuggestion.roles).toEqual(['write']);
    await frozen(dyad, drafters, statement);
    const at = Date.now();
    await until(() => [editor, ofSuggestion].every(({ roles }) => roles.at(-1) === 'read'));
    expect(Date.now() - at).toBeLessThan(1_000);
    ofSuggestion.close();
    typeInto(editor.doc, clause, 'a', 'И ваша.');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const { clauses } = await readStatement(citizen, dyad, statement);
    expect(clauses).toMatchObject([{ state: 'frozen', texts: { a: [{ content: [{ text: 'Реката е наша.' }] }] } }]);
    editor.close();
    const kept = await test.database.query<{ kind: string; hash: string }>(
      `select kind, encode(hash, 'hex') as hash from statement_version where statement_id = $1`,
      [statement],
    );
    expect(kept).toEqual([{ kind: 'frozen', hash: (await readRatification(citizen, dyad, statement)).round?.hash }]);
  });

  it('needs as many organisations of each side as the charter says', async () => {
    const lake = await foundDyad(test, 'lake', { quorum: 2 });
    const own = await ofBothSides(test, lake, ['drafter']);
    const { statement } = await aligned(test, lake, own);
    const view = await readRatification(own.a, lake, statement);
    expect(view).toMatchObject({ quorum: 2, organisations: { a: 0, b: 0 } });
    const reply = await own.a.api.try('POST /api/dyads/:dyad/statements/:statement/freeze', {
      params: { dyad: lake.slug, statement },
      body: { hash: view.hash ?? '', days: 3 },
    });
    expect(reply.problem).toMatchObject({ code: 'ratification.too_few_organisations', params: { quorum: 2 } });
  });
});

describe('signing', () => {
  it('ratifies once an organisation of each side signed, and says so in the public record without persons', async () => {
    const { statement, clause } = await aligned(test, dyad, drafters);
    const hash = await frozen(dyad, drafters, statement);
    expect(await code(sign(dyad, statement, hash, school))).toBe(204);
    expect(await code(sign(dyad, statement, hash, books))).toBe(204);
    expect(await stateOf(statement)).toBe('frozen');
    expect(await code(sign(dyad, statement, hash, water))).toBe(204);
    expect(await stateOf(statement)).toBe('ratified');
    await test.settled();
    const ratified = await test.visitor().call('GET /api/dyads/:dyad/statements/:statement/ratified', {
      params: here(statement),
    });
    expect(createHash('sha256').update(ratified.canonical).digest('hex')).toBe(hash);
    expect(canonicalStatementJson(ratified)).toBe(ratified.canonical);
    expect(ratified).toMatchObject({ hash, quorum: 1, dyad: dyad.slug, clauses: [{ id: clause }] });
    expect(ratified.signatures.map(({ organisation: { side }, kind }) => [side, kind])).toEqual([
      ['b', 'signed'],
      ['b', 'signed'],
      ['a', 'signed'],
    ]);
    const { entries } = await test
      .visitor()
      .call('GET /api/dyads/:dyad/record', { params: { dyad: dyad.slug }, query: {} });
    const [entry] = entries;
    expect(entry).toMatchObject({ kind: 'statement.ratified', seq: ratified.recordSeq });
    expect(entry?.about).toMatchObject({
      hash,
      signed_a: 1,
      signed_b: 2,
      digests: { bg: createHash('sha256').update(canonicalLanguageJson(ratified, 'a')).digest('hex') },
    });
    const told = JSON.stringify([entry, ratified]);
    for (const { id, pseudonym } of [drafters.a, drafters.b, water.delegate, school.delegate, books.delegate]) {
      expect(told).not.toContain(id);
      expect(told).not.toContain(pseudonym);
    }
    const { statements } = await test.visitor().call('GET /api/dyads/:dyad/ratified-statements', {
      params: { dyad: dyad.slug },
    });
    expect(statements).toMatchObject([{ id: statement, hash }]);
  });

  it('is for delegates of the organisation only, of exactly this hash, who proved lately who they are', async () => {
    const { statement } = await aligned(test, dyad, drafters);
    const hash = await frozen(dyad, drafters, statement);
    for (const delegate of [citizen, drafters.a, drafters.b, stewards.a, school.delegate]) {
      expect(await code(sign(dyad, statement, hash, { ...water, delegate }))).toBe('access.not_delegate');
      expect(await code(decline(dyad, statement, hash, { ...water, delegate }))).toBe('access.not_delegate');
    }
    expect(await code(sign(dyad, statement, '0'.repeat(64), water))).toBe('statement.changed');
    const somebody = test.visitor();
    const reply = somebody.try('POST /api/dyads/:dyad/statements/:statement/signatures', {
      params: here(statement),
      body: { organisation: water.id, hash },
    });
    expect(await code(reply)).toBe('session.needed');
    const delegate = await member(test, dyad, { side: 'a' });
    await together(dyad, stewards, 'delegate.name', { organisation: water.id, member: delegate.id });
    test.clock.advance({ minutes: 11 });
    expect(await code(sign(dyad, statement, hash, { ...water, delegate }))).toBe('session.recent_sign_in_needed');
    test.clock.advance({ minutes: -11 });
    expect((await readRatification(citizen, dyad, statement)).round?.words).toEqual([]);
  });

  it('wants the second factor of whoever has one', async () => {
    const { statement } = await aligned(test, dyad, drafters);
    const hash = await frozen(dyad, drafters, statement);
    const delegate = await member(test, dyad, { side: 'a' });
    await together(dyad, stewards, 'delegate.name', { organisation: water.id, member: delegate.id });
    await test.app
      .get(UnitOfWork)
      .run('all dyads', (tx) =>
        test.app.get(AccountRegistrar).adoptSecondFactor(tx, delegate.accountId, 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'),
      );
    expect(await code(sign(dyad, statement, hash, { ...water, delegate }))).toBe('session.second_factor_needed');
  });

  it('gives back what says something else than was frozen, and signs nothing that nobody read', async () => {
    const { statement, clause } = await aligned(test, dyad, drafters);
    const hash = await frozen(dyad, drafters, statement);
    // As if the words of somebody on another node had been accepted in the moment of the freeze.
    const text = [{ type: 'paragraph' as const, content: [{ text: 'Реката е ничия.' }] }];
    await test.app.get(Statements).write(statement, clause, { a: text, b: text }, drafters.a.id);
    expect(await code(sign(dyad, statement, hash, water))).toBe('statement.changed');
    expect(await readRatification(citizen, dyad, statement)).toMatchObject({
      state: 'drafting',
      round: { outcome: 'changed', words: [] },
    });
  });

  it('ends with the delegacy', async () => {
    const choir = await organisation(test, dyad, stewards, { side: 'a', name: 'Хор' });
    const { statement } = await aligned(test, dyad, drafters);
    const hash = await frozen(dyad, drafters, statement);
    await together(dyad, stewards, 'delegate.recall', { organisation: choir.id, member: choir.delegate.id });
    expect(await code(sign(dyad, statement, hash, choir))).toBe('access.not_delegate');
    await together(dyad, stewards, 'delegate.name', { organisation: choir.id, member: choir.delegate.id });
    expect(await code(sign(dyad, statement, hash, choir))).toBe(204);
  });

  it('counts once an organisation, also when two of its delegates sign at once', async () => {
    const { statement } = await aligned(test, dyad, drafters);
    const hash = await frozen(dyad, drafters, statement);
    const delegate = await member(test, dyad, { side: 'a' });
    await together(dyad, stewards, 'delegate.name', { organisation: water.id, member: delegate.id });
    const replies = await Promise.all([
      code(sign(dyad, statement, hash, water)),
      code(sign(dyad, statement, hash, { ...water, delegate })),
      code(decline(dyad, statement, hash, { ...water, delegate })),
    ]);
    expect(replies.filter((one) => one === 204)).toHaveLength(1);
    expect(replies.filter((one) => one === 'ratification.word_given')).toHaveLength(2);
    expect((await readRatification(citizen, dyad, statement)).round?.words).toHaveLength(1);
  });

  it('ratifies once when the last signatures of both sides come at the same moment', async () => {
    for (let run = 0; run < 5; run += 1) {
      const { statement } = await aligned(test, dyad, drafters);
      const hash = await frozen(dyad, drafters, statement);
      await Promise.all([sign(dyad, statement, hash, water), sign(dyad, statement, hash, school)]);
      expect(await stateOf(statement)).toBe('ratified');
      await test.settled();
      const lines = await test.database.query(
        `select 1 from record_entry where kind = 'statement.ratified' and about ->> 'statement' = $1`,
        [statement],
      );
      expect(lines).toHaveLength(1);
    }
  });

  it('lets who may sign read a draft that only drafters see, once it is frozen', async () => {
    const { statement } = await aligned(test, dyad, drafters, 'drafters');
    const read = (who: TestMember) =>
      code(who.api.try('GET /api/dyads/:dyad/statements/:statement', { params: here(statement) }));
    expect(await read(water.delegate)).toBe('request.not_found');
    const hash = await frozen(dyad, drafters, statement);
    expect(await read(water.delegate)).toBe(200);
    expect(await read(citizen)).toBe('request.not_found');
    await sign(dyad, statement, hash, water);
    await sign(dyad, statement, hash, school);
    expect(await read(citizen)).toBe(200);
  });
});

describe('a statement comes back to its drafters', () => {
  it('when a side cannot come to its quorum any more, with the reason as it was written', async () => {
    const { statement } = await aligned(test, dyad, drafters);
    const hash = await frozen(dyad, drafters, statement);
    expect(await code(decline(dyad, statement, hash, school))).toBe(204);
    expect(await stateOf(statement)).toBe('frozen');
    expect(await code(sign(dyad, statement, hash, school))).toBe('ratification.word_given');
    expect(await code(decline(dyad, statement, hash, books))).toBe(204);
    const view = await readRatification(drafters.a, dyad, statement);
    expect(view).toMatchObject({ state: 'drafting', round: { outcome: 'declined' } });
    expect(view.round?.words[0]).toMatchObject({
      said: 'declined',
      reason: { text: 'Трябва ни още време.', language: 'bg' },
    });
    expect((await readStatement(drafters.a, dyad, statement)).role).toBe('write');
    expect(await code(sign(dyad, statement, hash, water))).toBe('ratification.not_open');
    // The keys are still there: the same text can be frozen again, and signed anew.
    await frozen(dyad, drafters, statement);
    expect(await code(sign(dyad, statement, hash, school))).toBe(204);
  });

  it('when its time is over: once, whatever was being signed then, and on time by the clock', async () => {
    const { statement } = await aligned(test, dyad, drafters);
    const hash = await frozen(dyad, drafters, statement, 3);
    await sign(dyad, statement, hash, water);
    const deadline = test.app.get(SigningDeadline);
    await deadline.idle();
    expect(await stateOf(statement)).toBe('frozen');
    wait(3);
    const late = { ...school, delegate: await member(test, dyad, { side: 'b' }) };
    await together(dyad, await ofBothSides(test, dyad, ['steward']), 'delegate.name', {
      organisation: school.id,
      member: late.delegate.id,
    });
    const [said] = await Promise.all([code(sign(dyad, statement, hash, late)), deadline.idle(), deadline.idle()]);
    expect(said).toBe('ratification.not_open');
    await deadline.idle();
    const rounds = await test.database.query(`select outcome from ratification where statement_id = $1`, [statement]);
    expect(rounds).toEqual([{ outcome: 'expired' }]);
  });

  it('when drafters of both sides want it, and not before', async () => {
    const { statement } = await aligned(test, dyad, drafters);
    const hash = await frozen(dyad, drafters, statement);
    expect(await code(takeBack(citizen, statement, hash))).toBe('access.denied');
    for (let times = 0; times < 2; times += 1) expect(await code(takeBack(drafters.b, statement, hash))).toBe(204);
    expect(await readRatification(citizen, dyad, statement)).toMatchObject({
      state: 'frozen',
      round: { takenBack: ['b'] },
    });
    expect(await code(takeBack(drafters.a, statement, hash))).toBe(204);
    expect(await readRatification(citizen, dyad, statement)).toMatchObject({
      state: 'drafting',
      round: { outcome: 'taken_back' },
    });
  });
});

describe('what is ratified', () => {
  async function ratified(): Promise<{ statement: string; hash: string }> {
    const { statement } = await aligned(test, dyad, drafters);
    const hash = await frozen(dyad, drafters, statement);
    await sign(dyad, statement, hash, water);
    await sign(dyad, statement, hash, school);
    return { statement, hash };
  }

  it('is changed by nobody, and not by the application itself', async () => {
    const { statement, hash } = await ratified();
    expect(await code(takeBack(drafters.a, statement, hash))).toBe('ratification.not_open');
    expect(await code(decline(dyad, statement, hash, books))).toBe('ratification.not_open');
    expect(await code(propose(drafters.a, statement, hash))).toBe('document.read_only');
    const add = drafters.a.api.try('POST /api/dyads/:dyad/statements/:statement/clauses', {
      params: here(statement),
      body: { after: null },
    });
    expect(await code(add)).toBe('document.read_only');
    for (const change of [
      `update statement set state = 'drafting' where id = $1`,
      `update statement set title = '{}' where id = $1`,
      `update ratification set outcome = 'expired' where statement_id = $1`,
      `delete from ratification where statement_id = $1`,
    ])
      await expect(test.database.query(change, [statement])).rejects.toMatchObject({ code: '23514' });
  });

  it('keeps its signatures: the database takes none for another hash, and changes none', async () => {
    const { statement } = await ratified();
    const forged = `insert into ratification_signature (ratification_id, organisation_id, dyad_id, kind, hash, member_id, at)
      select id, $2, dyad_id, 'acceded', decode(repeat('00', 32), 'hex'), $3, now() from ratification where statement_id = $1`;
    await expect(test.database.query(forged, [statement, books.id, books.delegate.id])).rejects.toMatchObject({
      code: '23514',
    });
    await test.database.query('begin');
    await test.database.query('set local role entente_app');
    await test.database.query(`select set_config('app.dyad', '*', true)`);
    const change = test.database.query(`update ratification_signature set hash = hash`);
    await expect(change).rejects.toMatchObject({ code: '42501' });
    await test.database.query('rollback');
  });

  it('is acceded to later, once an organisation, with a line of its own in the record', async () => {
    const { statement, hash } = await ratified();
    expect(await code(sign(dyad, statement, hash, books))).toBe(204);
    expect(await code(sign(dyad, statement, hash, books))).toBe('ratification.word_given');
    expect(await code(sign(dyad, statement, hash, school))).toBe('ratification.word_given');
    const view = await test.visitor().call('GET /api/dyads/:dyad/statements/:statement/ratified', {
      params: here(statement),
    });
    expect(view.signatures.at(-1)).toMatchObject({ organisation: { id: books.id }, kind: 'acceded' });
    await test.settled();
    const { entries } = await test
      .visitor()
      .call('GET /api/dyads/:dyad/record', { params: { dyad: dyad.slug }, query: {} });
    expect(entries[0]).toMatchObject({ kind: 'statement.acceded', about: { hash, statement } });
  });

  it('is not there for visitors before', async () => {
    const { statement } = await aligned(test, dyad, drafters);
    await frozen(dyad, drafters, statement);
    const read = test.visitor().try('GET /api/dyads/:dyad/statements/:statement/ratified', { params: here(statement) });
    expect(await code(read)).toBe('request.not_found');
  });
});

describe('a reservation', () => {
  const text = { bg: 'Нямаме измервания.' };

  it('is written by drafters and delegates for organisations of their own side, in one language or both', async () => {
    const { statement, clause } = await aligned(test, dyad, drafters);
    for (const who of [drafters.a, water.delegate])
      expect(await code(reserve(who, statement, { organisation: water.id, clause, text }))).toBe(201);
    for (const who of [drafters.b, school.delegate, citizen, stewards.a])
      expect(await code(reserve(who, statement, { organisation: water.id, clause, text }))).toBe('access.not_delegate');
    const { reservations } = await readRatification(citizen, dyad, statement);
    expect(reservations).toMatchObject([
      { organisation: { id: water.id }, clause, text },
      { organisation: { id: water.id }, clause, text },
    ]);
    const foreign = { organisation: water.id, clause: null, text: { hi: 'पानी' } };
    expect(await code(reserve(drafters.a, statement, foreign))).toBe('request.invalid');
  });

  it('can be taken back before the freeze only, and is there for everybody afterwards', async () => {
    const { statement, clause } = await aligned(test, dyad, drafters);
    const written = async (body: object) =>
      (
        await drafters.a.api.call('POST /api/dyads/:dyad/statements/:statement/reservations', {
          params: here(statement),
          body: body as never,
        })
      ).reservation;
    const first = await written({ organisation: water.id, clause, text });
    const other = await written({ organisation: water.id, clause: null, text: { ...text, mk: 'Немаме мерења.' } });
    const withdraw = (who: TestMember, reservation: string) =>
      who.api.try('DELETE /api/dyads/:dyad/statements/:statement/reservations/:reservation', {
        params: { ...here(statement), reservation },
      });
    expect(await code(withdraw(drafters.b, first))).toBe('access.not_delegate');
    expect(await code(withdraw(water.delegate, first))).toBe(204);
    const hash = await frozen(dyad, drafters, statement);
    expect(await code(withdraw(drafters.a, other))).toBe('reservation.fixed');
    expect(await code(reserve(drafters.a, statement, { organisation: water.id, clause, text }))).toBe(
      'reservation.fixed',
    );
    await school.delegate.api.call('POST /api/dyads/:dyad/statements/:statement/signatures', {
      params: here(statement),
      body: { organisation: school.id, hash, reservations: [{ clause, text: { mk: 'Само за нашиот брег.' } }] },
    });
    await sign(dyad, statement, hash, water);
    const { reservations } = await test.visitor().call('GET /api/dyads/:dyad/statements/:statement/ratified', {
      params: here(statement),
    });
    expect(reservations.map(({ organisation: { id }, clause: at }) => [id, at])).toEqual([
      [water.id, null],
      [school.id, clause],
    ]);
  });
});
