import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskItem } from '../../shared/moderation/desk.schema.js';
import type { NoticeView } from '../../shared/moderation/notice.schema.js';
import { member, type TestMember } from '../support/actors.js';
import { draft, texts } from '../support/comments.js';
import { edit } from '../support/documents.js';
import { connect, until } from '../support/live.js';
import {
  atAnotherTime,
  deskOf,
  insertKey,
  moderatorsOf,
  proposalOf,
  reportOf,
  type Draft,
  type TestDesk,
} from '../support/moderation.js';
import { noticesOf } from '../support/notices.js';
import { align, frozen, ofBothSides, organisation, sign } from '../support/ratification.js';
import { startStatements, type StatementCast } from '../support/statements.js';

let cast: StatementCast;
let desk: TestDesk;
let judges: { readonly a: TestMember; readonly b: TestMember };
let readers: { readonly a: TestMember; readonly b: TestMember };
let steward: TestMember;

beforeAll(async () => {
  cast = await startStatements();
  const { test, dyad, citizen } = cast;
  desk = deskOf(dyad);
  const [a, b] = await moderatorsOf(test, dyad, ['a', 'b']);
  judges = { a, b };
  readers = { a: await member(test, dyad, { side: 'a' }), b: citizen };
  steward = await member(test, dyad, { side: 'a', roles: ['steward'] });
});
afterAll(() => cast.test.close());

/** Each side once in the place of the other. */
const mirrored = [
  ['a', 'b'],
  ['b', 'a'],
] as const;
const at = (statement: string) => ({ params: { dyad: cast.dyad.slug, statement } });
const drafters = (): TestMember[] => [cast.ofA, cast.ofB, cast.neutral];
const drafterOf = (side: 'a' | 'b'): TestMember => (side === 'a' ? cast.ofA : cast.ofB);
const read = (who: TestMember, statement: string) =>
  who.api.try('GET /api/dyads/:dyad/statements/:statement', at(statement));
const listed = async (who: TestMember): Promise<string[]> => {
  const { statements } = await who.api.call('GET /api/dyads/:dyad/statements', { params: { dyad: cast.dyad.slug } });
  return statements.map(({ id }) => id);
};
const agree = async (who: TestMember, statement: string, clause: string) => {
  const { answer } = await read(who, statement);
  return who.api.try('POST /api/dyads/:dyad/statements/:statement/clauses/:clause/keys', {
    params: { ...at(statement).params, clause },
    body: { kind: 'agree', hash: answer.clauses[0]?.hash ?? '' },
  });
};

/** The newest that somebody was told about a statement. */
async function told(who: TestMember, statement: string): Promise<NoticeView> {
  const { list, read: open } = noticesOf(cast.dyad);
  for (const { id } of (await list(who)).notices) {
    const notice = await open(who, id);
    if (notice.content === statement) return notice;
  }
  throw new Error('Nobody told them anything about it');
}

/** A public draft, begun by a drafter of a side, and its card after a reader of the other side reported it. */
async function reported(
  [of, other]: readonly ['a' | 'b', 'a' | 'b'] = ['a', 'b'],
): Promise<{ id: string; clause: string; card: DeskItem }> {
  const made = await draft(cast.test, cast.dyad, drafterOf(of), 'public');
  expect((await reportOf('statement', made.id, readers[other], cast.dyad)).status).toBe(201);
  return { ...made, card: await desk.cardOf(judges[of], made.id, 'in_review') };
}

describe('a statement under way that somebody reports', () => {
  it.each(mirrored)(
    'MOD-03: comes to the desk with both texts and stays before its readers: begun by %s',
    async (of, other) => {
      const { id, card } = await reported([of, other]);
      expect(card).toMatchObject({
        kind: 'statement',
        content: id,
        shown: true,
        author: { id: drafterOf(of).id, side: of },
        thread: null,
        language: 'bg',
        facing: { language: 'mk' },
      });
      expect(JSON.stringify(card.body)).toContain(texts.a);
      expect(JSON.stringify(card.facing)).toContain(texts.b);
      for (const one of [card.body, card.facing?.body]) expect(JSON.stringify(one)).toContain('За реката');
      const [version] = card.reports.versions;
      expect(version?.words).toMatchObject({ language: 'bg', translations: [{ language: 'mk', status: 'authentic' }] });
      expect((await read(readers[other], id)).status).toBe(200);
      const own = await readers[other].api.call('GET /api/dyads/:dyad/reports/mine', {
        params: { dyad: cast.dyad.slug },
        query: { limit: 5 },
      });
      expect(own.reports[0]).toMatchObject({ kind: 'statement', content: id, state: 'received' });
      const again = await reportOf('statement', id, readers[other], cast.dyad);
      expect(again.problem.code).toBe('report.given');
    },
  );

  it('is reported by nobody who has a hand in it, nor by who may not read it', async () => {
    const { id } = await draft(cast.test, cast.dyad, cast.ofA, 'members');
    for (const who of drafters())
      expect((await reportOf('statement', id, who, cast.dyad)).problem.code).toBe('access.own_item');
    const closed = await draft(cast.test, cast.dyad, cast.ofA, 'drafters');
    expect((await reportOf('statement', closed.id, readers.a, cast.dyad)).problem.code).toBe('request.not_found');
    const items = await cast.test.database.query(`select id from moderation_item where content_id = any($1)`, [
      [id, closed.id],
    ]);
    expect(items).toEqual([]);
  });

  it('is not reported once both sides have frozen it, nor when it is ratified', async () => {
    const { test, dyad, ofA, ofB } = cast;
    const stewards = await ofBothSides(test, dyad, ['steward']);
    const own = [
      await organisation(test, dyad, stewards, { side: 'a', name: 'Речна стража' }),
      await organisation(test, dyad, stewards, { side: 'b', name: 'Читалиште' }),
    ];
    const { id, clause, card } = await reported();
    await align(dyad, { a: ofA, b: ofB }, { statement: id, clause });
    const hash = await frozen(dyad, { a: ofA, b: ofB }, id);
    expect((await reportOf('statement', id, readers.a, dyad)).problem.code).toBe('statement.fixed');
    expect((await desk.holdItem(judges.a, card)).problem.code).toBe('statement.fixed');
    expect((await desk.propose(judges.a, card)).problem.code).toBe('statement.fixed');
    for (const signs of own) expect((await sign(dyad, id, hash, signs)).status).toBeLessThan(300);
    expect((await reportOf('statement', id, readers.a, dyad)).problem.code).toBe('statement.fixed');
    // Whoever reported it is told that nothing was wrong with it: that is still possible.
    expect((await desk.approve(judges.b, card)).answer.state).toBe('live');
  });

  it('takes no measure that it does not have', async () => {
    const { card } = await reported();
    const unfit: Draft[] = [
      { measure: 'redact', passages: [texts.a] },
      { measure: 'lock_thread' },
      { measure: 'remove', sanction: { kind: 'silence', days: 3 } },
    ];
    for (const given of unfit)
      expect((await desk.propose(judges.a, card, given)).problem.code).toBe('moderation.measure_unfit');
  });
});

describe('whoever drafts', () => {
  it('MOD-13: decides nothing about a statement, begun by whomever', async () => {
    const { test, dyad } = cast;
    const { card } = await reported();
    const both = await member(test, dyad, { side: 'b', roles: ['moderator', 'drafter'], strong: true });
    const attempts = [
      desk.approve(both, card),
      desk.holdItem(both, card),
      desk.propose(both, card),
      both.api.try('PUT /api/dyads/:dyad/desk/:item/claim', { params: { dyad: dyad.slug, item: card.id } }),
    ];
    for (const { problem } of await Promise.all(attempts)) expect(problem.code).toBe('access.own_item');
    const { results } = await desk.proposeTogether(both, [{ item: card.id, version: card.version }]);
    expect(results).toMatchObject([{ card: null, failure: { code: 'access.own_item' } }]);
    const { answer: proposed } = await desk.propose(judges.a, card);
    expect((await desk.key(both, proposed)).problem.code).toBe('access.own_item');
    // Whatever the application believes, the database refuses their keys.
    await expect(insertKey(test, proposalOf(proposed), { member: both.id, side: 'b' })).rejects.toThrow(/author/);
    // Who wrote in it and drafts no more stands as near.
    await test.database.query(`update member set roles = '{moderator}' where id = $1`, [both.id]);
    await test.database.query(`update moderation_item set concerns = array[$2::uuid] where id = $1`, [
      card.id,
      both.id,
    ]);
    await expect(insertKey(test, proposalOf(proposed), { member: both.id, side: 'b' })).rejects.toThrow(/target/);
  });
});

describe('a statement that moderators hold', () => {
  it.each(mirrored)(
    'MOD-12: is read by those who draft it, and written by nobody, for a day: by a moderator of %s',
    async (of, other) => {
      const { test, dyad } = cast;
      const { id, clause, card } = await reported([of, other]);
      const { answer: held } = await desk.holdItem(judges[other], card);
      expect(held).toMatchObject({ state: 'held', shown: false });
      for (const who of drafters()) {
        expect((await read(who, id)).answer).toMatchObject({ role: 'read', withheld: { how: 'held', reason: null } });
        expect(await listed(who)).toContain(id);
        expect(await told(who, id)).toMatchObject({
          about: 'statement',
          content: id,
          measure: 'hold',
          reason: 'OFFTOPIC',
          words: { language: 'bg', facing: { language: 'mk' } },
        });
      }
      expect((await agree(drafterOf(other), id, clause)).problem.code).toBe('document.read_only');
      for (const who of [...Object.values(readers), steward]) {
        expect((await read(who, id)).problem.code).toBe('request.not_found');
        expect(await listed(who)).not.toContain(id);
      }
      expect((await test.visitor().try('GET /api/dyads/:dyad/drafts/:statement', at(id))).status).toBe(404);
      const { drafts } = await test.visitor().call('GET /api/dyads/:dyad/drafts', { params: { dyad: dyad.slug } });
      expect(drafts.map((one) => one.id)).not.toContain(id);
      expect((await reportOf('statement', id, readers[of], dyad)).problem.code).toBe('request.not_found');
      await atAnotherTime(test, { hours: 25 }, async () => {
        const { answer } = await test.visitor().try('GET /api/dyads/:dyad/drafts/:statement', at(id));
        expect(answer.id).toBe(id);
      });
      expect(await listed(readers[of])).toContain(id);
    },
  );

  it('MOD-25: is gone from open pages within a second, and nobody gets in', async () => {
    const { test, dyad, ofA, citizen } = cast;
    const { id, card } = await reported();
    const { topic } = await citizen.api.call('GET /api/dyads/:dyad/statements/:statement/threads', at(id));
    const [reader, writer] = [edit(test, citizen, id), edit(test, ofA, id)];
    await Promise.all([reader.synced(), writer.synced()]);
    const live = await connect(test, citizen);
    const streams = [`statement:${id}`, `topic:${topic}`];
    for (const stream of streams) expect((await live.follow(dyad.slug, stream)).failure).toBeUndefined();
    const { answer: held } = await desk.holdItem(judges.a, card);
    await until(() => reader.closed.includes(4403), 1_000);
    await until(() => writer.roles.at(-1) === 'read', 1_000);
    await until(() => live.told.filter(({ event }) => event === 'ended').length === 2, 1_000);
    expect(writer.closed).toEqual([]);
    const late = edit(test, citizen, id);
    await until(() => late.closed.length > 0, 1_000);
    expect(late.provider.synced).toBe(false);
    expect((await desk.release(judges.a, held)).status).toBe(200);
    await until(() => writer.roles.at(-1) === 'write', 1_000);
    await until(() => late.provider.synced);
    for (const one of [reader, writer, late]) one.close();
    live.close();
  });
});

describe('a statement that moderators of both sides take away', () => {
  it.each(mirrored)('stays as it is while they decide: proposed by %s', async (of, other) => {
    const { id, clause, card } = await reported([of, other]);
    const writer = edit(cast.test, drafterOf(of), id);
    await writer.synced();
    const { answer: proposed } = await desk.propose(judges[of], card);
    await until(() => writer.roles.at(-1) === 'suggest' || writer.roles.at(-1) === 'comment', 1_000);
    expect((await read(drafterOf(other), id)).answer).toMatchObject({
      role: 'comment',
      decidedOn: true,
      withheld: null,
    });
    expect((await read(readers[of], id)).answer).toMatchObject({ role: 'comment', decidedOn: false });
    expect((await agree(drafterOf(of), id, clause)).problem.code).toBe('document.read_only');
    await desk.retract(judges[of], proposed);
    await until(() => writer.roles.at(-1) === 'write', 1_000);
    expect((await agree(drafterOf(of), id, clause)).status).toBeLessThan(300);
    writer.close();
  });

  it.each(mirrored)(
    'MOD-16, MOD-19: is kept for those who draft it, who are told why and can appeal once: begun by %s',
    async (of, other) => {
      const { dyad } = cast;
      const { id, card } = await reported([of, other]);
      const { answer: proposed } = await desk.propose(judges[of], card);
      const { answer: removed } = await desk.key(judges[other], proposed);
      expect(removed).toMatchObject({ state: 'actioned', shown: false });
      const notices = noticesOf(dyad);
      for (const who of drafters()) {
        expect((await read(who, id)).answer).toMatchObject({
          role: 'read',
          withheld: { how: 'removed', reason: 'SPAM' },
        });
        expect(await told(who, id)).toMatchObject({
          measure: 'remove',
          about: 'statement',
          content: id,
        });
      }
      for (const who of Object.values(readers)) expect((await read(who, id)).problem.code).toBe('request.not_found');
      expect(await told(readers[other], id)).toMatchObject({ kind: 'report', outcome: 'removed' });
      // The record commits to one decision once, however many are told of it.
      const sealed = await cast.test.database.query(
        `select c.statement_id from moderation_commitment c join moderation_statement s on s.id = c.statement_id
       where s.item_id = $1 and s.proposal_id is not null`,
        [card.id],
      );
      expect(sealed).toHaveLength(1);
      const [one, second] = [await told(drafterOf(of), id), await told(drafterOf(other), id)];
      expect((await notices.appeal(drafterOf(other), second.id)).status).toBe(201);
      expect((await notices.appeal(drafterOf(of), one.id)).problem.code).toBe('appeal.made');
      expect(await told(drafterOf(other), id)).toMatchObject({ appeal: { isOwn: true, state: 'open' } });
      expect(await told(drafterOf(of), id)).toMatchObject({ appeal: { isOwn: false, state: 'open' } });
      expect((await notices.list(drafterOf(of))).notices.find((line) => line.id === one.id)?.appeal).toBe('open');
    },
  );

  it('comes back to its readers when a decision is taken up again and a moderator approves', async () => {
    const { id, card } = await reported();
    const { answer: removed } = await desk.key(judges.b, (await desk.propose(judges.a, card)).answer);
    const { answer: reopening } = await desk.propose(judges.a, removed, { measure: 'reopen' });
    const { answer: reopened } = await desk.key(judges.b, reopening);
    expect(reopened).toMatchObject({ state: 'in_review', shown: false });
    // What a decision hid stays hidden until a moderator shows it again: that took a key of each side.
    expect((await read(cast.ofB, id)).answer.withheld).toEqual({ how: 'removed', reason: 'SPAM' });
    expect((await read(readers.a, id)).problem.code).toBe('request.not_found');
    expect((await desk.approve(judges.b, reopened)).answer.shown).toBe(true);
    expect((await read(readers.a, id)).answer).toMatchObject({ withheld: null });
    expect((await read(cast.ofA, id)).answer.role).toBe('write');
  });
});
