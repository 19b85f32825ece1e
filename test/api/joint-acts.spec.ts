import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JointActView } from '../../shared/dyads/joint-act.schema.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import type { Reply } from '../support/api.js';
import { startApp, type TestApp } from '../support/app.js';
import { openTopic } from '../support/forum.js';
import { connect, until } from '../support/live.js';

let test: TestApp;
let dyad: TestDyad;
let ofA: TestMember;
let ofB: TestMember;
beforeAll(async () => {
  test = await startApp();
  dyad = await foundDyad(test);
  ofA = await member(test, dyad, { side: 'a', roles: ['citizen', 'steward'] });
  ofB = await member(test, dyad, { side: 'b', roles: ['citizen', 'steward'] });
});
afterAll(() => test.close());

const here = () => ({ params: { dyad: dyad.slug } });
const reason = 'agreed at our meeting in spring';
type Kind = JointActView['kind'];

const propose = (who: TestMember, kind: Kind, details: Record<string, unknown>): Promise<Reply<JointActView>> =>
  who.api.try('POST /api/dyads/:dyad/joint-acts', { ...here(), body: { kind, details, reason } });
const answer = (who: TestMember, act: string, said: 'agree' | 'decline' = 'agree'): Promise<Reply<JointActView>> =>
  who.api.try('POST /api/dyads/:dyad/joint-acts/:act/answer', {
    params: { dyad: dyad.slug, act },
    body: { answer: said },
  });
const grant = async (who: TestMember, whom: TestMember, role = 'moderator', kind: Kind = 'role.grant') =>
  (await propose(who, kind, { member: whom.id, role })).answer.id;

const disclosure = {
  kind: 'funding',
  title: { bg: 'Дарение', mk: 'Донација' },
  body: { bg: 'Сто евро от общината.', mk: 'Сто евра од општината.' },
};

const articles = [
  { number: 1, title: { bg: 'Мир', mk: 'Мир' }, body: { bg: 'Говорим спокойно.', mk: 'Зборуваме мирно.' } },
];

describe('two keys', () => {
  it('SEC-59: one side proposes, the other agrees, and it is done', async () => {
    const proposed = await propose(ofA, 'disclosure.publish', disclosure);
    expect(proposed).toMatchObject({
      status: 201,
      answer: { state: 'open', proposedBy: { side: 'a' }, secondedBy: null },
    });
    const before = await test.visitor().call('GET /api/dyads/:dyad/disclosures', here());
    const done = await answer(ofB, proposed.answer.id);
    expect(done).toMatchObject({
      status: 200,
      answer: { state: 'done', secondedBy: { side: 'b', pseudonym: ofB.pseudonym } },
    });
    const after = await test.visitor().call('GET /api/dyads/:dyad/disclosures', here());
    expect(after.disclosures).toHaveLength(before.disclosures.length + 1);
    await test.settled();
    const { entries } = await test.visitor().call('GET /api/dyads/:dyad/record', { ...here(), query: {} });
    expect(entries[0]?.kind).toBe('disclosure.published');
    const { acts } = await ofA.api.call('GET /api/dyads/:dyad/joint-acts', here());
    expect(acts[0]).toMatchObject({ id: proposed.answer.id, state: 'done', reason });
  });

  it('SEC-59: the second key is never of the first side, nor of the same person, nor of somebody neutral', async () => {
    const act = await grant(ofA, await member(test, dyad));
    const colleague = await member(test, dyad, { side: 'a', roles: ['steward'] });
    const neutral = await member(test, dyad, { side: 'neutral', roles: ['steward'] });
    for (const who of [ofA, colleague, neutral]) {
      for (const said of ['agree', 'decline'] as const) {
        expect((await answer(who, act, said)).problem.code).toBe('joint_act.same_side');
      }
    }
    const noSide = await propose(neutral, 'role.grant', { member: ofA.id, role: 'drafter' });
    expect(noSide.problem.code).toBe('access.other_side');
    const stranger = await member(test, await foundDyad(test, 'lake'), { side: 'b', roles: ['steward'] });
    expect((await answer(stranger, act)).status).toBe(403);
    const foreign = { params: { dyad: 'lake', act }, body: { answer: 'agree' as const } };
    expect((await stranger.api.try('POST /api/dyads/:dyad/joint-acts/:act/answer', foreign)).status).toBe(404);
    expect((await answer(ofB, act, 'decline')).answer.state).toBe('declined');
  });

  it('SEC-59: the database itself refuses a key of the same side, person or another dyad', async () => {
    const act = await grant(ofB, await member(test, dyad));
    const put = (by: string, side: string, dyadId = dyad.id) =>
      test.database.query(
        `insert into joint_act_answer (act_id, dyad_id, answer, answered_by, side, answered_at) values ($1, $2, 'agree', $3, $4, now())`,
        [act, dyadId, by, side],
      );
    const other = await foundDyad(test, 'coast');
    await expect(put(ofA.id, 'b')).rejects.toMatchObject({ code: '23514' });
    await expect(put(ofB.id, 'a')).rejects.toMatchObject({ code: '23514' });
    await expect(put(ofA.id, 'a', other.id)).rejects.toMatchObject({ code: '23514' });
    await expect(put(ofA.id, 'neutral')).rejects.toMatchObject({ code: '23514' });
    const colleague = await member(test, dyad, { side: 'b', roles: ['steward'] });
    await expect(put(colleague.id, 'a')).rejects.toMatchObject({ code: '23514' });
    const stranger = await member(test, other, { side: 'a' });
    await test.database.query('begin');
    await test.database.query('set local role entente_app');
    await test.database.query(`select set_config('app.dyad', $1, true)`, [other.id]);
    await expect(put(stranger.id, 'a', other.id)).rejects.toMatchObject({ code: '23514' });
    await test.database.query('rollback');
    expect((await answer(ofA, act)).answer.state).toBe('done');
    await expect(put(ofA.id, 'a')).rejects.toMatchObject({ code: '23505' });
  });

  it('SEC-59: of answers at the same moment one counts, and the act is done once', async () => {
    const others = await Promise.all(
      Array.from({ length: 7 }, () => member(test, dyad, { side: 'b', roles: ['steward'] })),
    );
    const { answer: proposed } = await propose(ofA, 'disclosure.publish', disclosure);
    const published = () => test.database.query(`select 1 from disclosure where dyad_id = $1`, [dyad.id]);
    const before = await published();
    const replies = await Promise.all([ofB, ...others].map((who) => answer(who, proposed.id)));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, ...Array<number>(7).fill(409)]);
    const refused = replies.filter(({ status }) => status === 409);
    expect(new Set(refused.map(({ problem }) => problem.code))).toEqual(new Set(['joint_act.closed']));
    expect(await published()).toHaveLength(before.length + 1);
  });

  it('SEC-59: agreeing and declining at the same moment leaves one of them', async () => {
    const whom = await member(test, dyad);
    const other = await member(test, dyad, { side: 'b', roles: ['steward'] });
    const act = await grant(ofA, whom);
    const [one, two] = await Promise.all([answer(ofB, act, 'agree'), answer(other, act, 'decline')]);
    expect([one.status, two.status].toSorted()).toEqual([200, 409]);
    const { acts } = await ofA.api.call('GET /api/dyads/:dyad/joint-acts', here());
    expect(acts.find(({ id }) => id === act)?.state).toBe(one.status === 200 ? 'done' : 'declined');
  });

  it('SEC-59: the same answer sent again is told that it counted; another one is refused', async () => {
    const { answer: proposed } = await propose(ofA, 'disclosure.publish', disclosure);
    const published = () => test.database.query(`select 1 from disclosure where dyad_id = $1`, [dyad.id]);
    const before = await published();
    const replies = await Promise.all(Array.from({ length: 6 }, () => answer(ofB, proposed.id)));
    for (const { status, answer: view } of replies) expect([status, view.state]).toEqual([200, 'done']);
    expect((await answer(ofB, proposed.id)).answer.secondedBy?.id).toBe(ofB.id);
    expect((await answer(ofB, proposed.id, 'decline')).problem.code).toBe('joint_act.closed');
    expect(await published()).toHaveLength(before.length + 1);
  });

  it('SEC-59: after 48 hours nobody answers any more', async () => {
    // Stewards are signed out sooner than that; the clock goes back for those who look afterwards.
    const act = await grant(ofA, await member(test, dyad));
    await test.database.query('begin');
    await test.database.query(`update joint_act set expires_at = proposed_at - interval '1 second' where id = $1`, [
      act,
    ]);
    await test.database.query('commit');
    expect((await answer(ofB, act)).problem.code).toBe('joint_act.closed');
    const { acts } = await ofB.api.call('GET /api/dyads/:dyad/joint-acts', here());
    expect(acts.find(({ id }) => id === act)?.state).toBe('expired');
    const [row] = await test.database.query<{ hours: number }>(
      `select extract(epoch from expires_at - proposed_at)::int / 3600 as hours from joint_act where id <> $1 limit 1`,
      [act],
    );
    expect(row?.hours).toBe(48);
  });

  it('SEC-59: what cannot be done is not proposed', async () => {
    const tries: [Kind, Record<string, unknown>, number][] = [
      ['role.grant', { member: crypto.randomUUID(), role: 'moderator' }, 404],
      ['role.grant', { member: ofA.id, role: 'king' }, 400],
      ['role.grant', { member: ofA.id, role: 'moderator', side: 'b' }, 400],
      ['charter.adopt', { articles: [{ number: 1, title: { bg: 'Мир' }, body: { bg: 'Мир' } }] }, 400],
      ['charter.adopt', { articles: [] }, 400],
      [
        'disclosure.publish',
        { kind: 'funding', title: { bg: 'Пари', mk: 'Пари' }, body: { bg: 'Пари', mk: ' ' } },
        400,
      ],
    ];
    for (const [kind, details, status] of tries)
      expect([kind, (await propose(ofA, kind, details)).status]).toEqual([kind, status]);
    const stranger = await member(test, await foundDyad(test, 'field'));
    expect((await propose(ofA, 'role.grant', { member: stranger.id, role: 'moderator' })).status).toBe(404);
  });
});

describe('what is read before it is answered', () => {
  const read = async (who: TestMember, id: string) => {
    const { acts } = await who.api.call('GET /api/dyads/:dyad/joint-acts', here());
    return acts.find((act) => act.id === id);
  };

  it('names the member and the role', async () => {
    const whom = await member(test, dyad, { side: 'b', pseudonym: 'Тиха вода' });
    const act = await read(ofB, await grant(ofA, whom, 'drafter'));
    expect(act?.details).toEqual({
      member: { id: whom.id, pseudonym: 'Тиха вода', side: 'b', roles: ['citizen'] },
      role: 'drafter',
    });
  });

  it('tells from which mode to which, and still does when it is done', async () => {
    await openTopic(test, dyad, 'water', 'post');
    const { answer: proposed } = await propose(ofA, 'topic.change_mode', { topic: 'water', mode: 'pre' });
    const said = { topic: 'water', from: 'post', mode: 'pre', title: { bg: 'water (бг)', mk: 'water (мк)' } };
    expect(proposed.details).toEqual(said);
    expect(proposed.hoursLeft).toBe(48);
    const { answer: done } = await answer(ofB, proposed.id);
    expect(done).toMatchObject({ state: 'done', hoursLeft: 0, details: said, answeredOn: proposed.proposedOn });
  });

  it('has the whole text, and the version that it would replace', async () => {
    const { answer: charter } = await propose(ofB, 'charter.adopt', { articles });
    expect(charter.details).toEqual({ articles, inForce: 1, quorum: 1 });
    const { answer: told } = await propose(ofB, 'disclosure.publish', disclosure);
    expect((await read(ofA, told.id))?.details).toEqual(disclosure);
  });

  it('reads acts of before anything was kept of what they replace', async () => {
    const { answer: proposed } = await propose(ofA, 'topic.change_mode', { topic: 'water', mode: 'frozen' });
    await test.database.query(`alter table joint_act disable trigger joint_act_only_loses_texts`);
    await test.database.query(`update joint_act set details = details - 'from' where id = $1`, [proposed.id]);
    await test.database.query(`alter table joint_act enable trigger joint_act_only_loses_texts`);
    expect((await read(ofB, proposed.id))?.details).toMatchObject({ from: null, mode: 'frozen' });
  });

  it('every text that is missing or too long is named, as the form has it', async () => {
    const wrong = async (kind: Kind, details: Record<string, unknown>) =>
      (await propose(ofA, kind, details)).problem.fields.map(({ field, rule }) => `${field} ${rule}`).toSorted();
    const half = [{ number: 1, title: { bg: 'Мир' }, body: { bg: 'Мир', mk: 'Мир' } }];
    expect(await wrong('charter.adopt', { articles: half })).toEqual(['body.details.articles.0.title.mk required']);
    expect(await wrong('charter.adopt', { articles: [{ ...articles[0], number: 2 }] })).toEqual([
      'body.details.articles wrong_format',
    ]);
    expect(
      await wrong('disclosure.publish', {
        ...disclosure,
        title: { bg: 'а'.repeat(161), mk: ' ' },
        body: { bg: 'Пари', mk: 'Пари' },
      }),
    ).toEqual(['body.details.title.bg too_long', 'body.details.title.mk required']);
  });
});

describe('members that stewards look for', () => {
  const find = (who: TestMember, name: string, slug = dyad.slug) =>
    who.api.try('GET /api/dyads/:dyad/members', { params: { dyad: slug }, query: { name } });
  const found = async (name: string) => (await find(ofA, name)).answer.members.map(({ pseudonym }) => pseudonym);

  it('are found by a part of their name, whatever its letters look like, on both sides alike', async () => {
    await member(test, dyad, { side: 'a', pseudonym: 'Зелен бряг' });
    await member(test, dyad, { side: 'b', pseudonym: 'Зелен брод' });
    await member(test, dyad, { side: 'b', pseudonym: 'Barnaby' });
    expect(await found('зелен')).toEqual(['Зелен брод', 'Зелен бряг']);
    expect(await found('БРОД')).toEqual(['Зелен брод']);
    expect(await found('bar')).toEqual(['Barnaby']);
    expect(await found('nobody of that name')).toEqual([]);
    expect(await found('..')).toEqual([]);
    expect((await find(ofA, 'з')).problem.fields[0]).toMatchObject({ field: 'query.name', rule: 'too_short' });
  });

  it('never by what belongs to an account, and never in another dyad', async () => {
    const whom = await member(test, await foundDyad(test, 'shore'), { pseudonym: 'Далечна скала' });
    expect(await found('далечна')).toEqual([]);
    await test.database.query(`update account set login = 'plainlogin' where id = $1`, [ofB.accountId]);
    expect(await found('plainlogin')).toEqual([]);
    expect((await find(whom, 'зелен')).status).toBe(403);
    expect((await find(ofA, 'далечна', 'shore')).status).toBe(403);
  });
});

describe('a role', () => {
  it('SEC-30: is felt at once when it is granted, and at once when it is taken', async () => {
    const whom = await member(test, dyad, { strong: true });
    const desk = async () => (await whom.api.try('GET /api/dyads/:dyad/desk', { ...here(), query: {} })).status;
    await until(async () => (await whom.api.try('GET /api/dyads/:dyad/topics', here())).status === 200, 1_000);
    expect(await desk()).toBe(403);
    expect((await answer(ofB, await grant(ofA, whom))).status).toBe(200);
    await until(async () => (await desk()) === 200, 1_000);
    const live = await connect(test, whom);
    expect((await live.follow(dyad.slug, `desk:${dyad.id}`)).failure).toBeUndefined();
    const [guarded] = await test.database.query<{ guarded: boolean }>(`select guarded from account where id = $1`, [
      whom.accountId,
    ]);
    expect(guarded?.guarded).toBe(true);
    expect((await answer(ofA, await grant(ofB, whom, 'moderator', 'role.revoke'))).status).toBe(200);
    await until(
      () => live.told.some(({ event, about }) => event === 'ended' && JSON.stringify(about).includes('desk:')),
      1_000,
    );
    expect(await desk()).toBe(403);
    live.close();
    const events = await test.database.query<{ type: string }>(
      `select type from member_event where member_id = $1 order by at`,
      [whom.id],
    );
    expect(events.map(({ type }) => type)).toEqual(expect.arrayContaining(['role_granted', 'role_revoked']));
  });

  it('SEC-59: granted twice is held once; two taken at the same moment are both gone', async () => {
    const whom = await member(test, dyad, { roles: ['citizen', 'drafter', 'evaluator'] });
    const acts = [await grant(ofA, whom, 'drafter', 'role.revoke'), await grant(ofA, whom, 'evaluator', 'role.revoke')];
    const replies = await Promise.all(acts.map((act) => answer(ofB, act)));
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
    const rolesNow = async () =>
      (await test.database.query<{ roles: string[] }>(`select roles from member where id = $1`, [whom.id]))[0]?.roles;
    expect(await rolesNow()).toEqual(['citizen']);
    for (const act of [await grant(ofA, whom, 'drafter'), await grant(ofA, whom, 'drafter')]) await answer(ofB, act);
    expect(await rolesNow()).toEqual(['citizen', 'drafter']);
  });
});

describe('a new charter', () => {
  it('SEC-59: several at the same moment are numbered one after the other', async () => {
    const isle = await foundDyad(test, 'isle');
    const inIsle = { params: { dyad: isle.slug } };
    const proposer = await member(test, isle, { side: 'a', roles: ['steward'] });
    const seconders = await Promise.all(
      Array.from({ length: 6 }, () => member(test, isle, { side: 'b', roles: ['steward'] })),
    );
    const body = { kind: 'charter.adopt' as const, details: { articles }, reason };
    const acts: string[] = [];
    for (const _ of seconders) {
      acts.push((await proposer.api.call('POST /api/dyads/:dyad/joint-acts', { ...inIsle, body })).id);
    }
    const replies = await Promise.all(
      seconders.map(({ api }, at) =>
        api.try('POST /api/dyads/:dyad/joint-acts/:act/answer', {
          params: { dyad: isle.slug, act: acts[at] ?? '' },
          body: { answer: 'agree' },
        }),
      ),
    );
    const adopted = replies.filter(({ status }) => status === 200).length;
    expect(adopted).toBeGreaterThan(0);
    // Who comes after an adoption is asked for consent to it first.
    const others = replies.filter(({ status }) => status !== 200).map(({ problem }) => problem.code);
    for (const code of others) expect(code).toBe('charter.consent_needed');
    const { versions } = await test.visitor().call('GET /api/dyads/:dyad/charter', { ...inIsle, query: {} });
    expect(versions.map(({ version }) => version)).toEqual(
      Array.from({ length: adopted + 1 }, (_, at) => adopted + 1 - at),
    );
  });

  it('SEC-30: asks everybody again, at once', async () => {
    const reader = await member(test, dyad);
    const read = async () => (await reader.api.try('GET /api/dyads/:dyad/topics', here())).problem.code;
    expect(await read()).toBeUndefined();
    const live = await connect(test, reader);
    expect((await live.follow(dyad.slug, `member:${reader.id}`)).failure).toBeUndefined();
    const { answer: proposed } = await propose(ofA, 'charter.adopt', { articles });
    expect((await answer(ofB, proposed.id)).status).toBe(200);
    const { charterVersion } = await test.visitor().call('GET /api/dyads/:dyad', here());
    expect(charterVersion).toBe(2);
    await until(async () => (await read()) === 'charter.consent_needed', 1_000);
    await until(() => live.told.some(({ event }) => event === 'ended'), 1_000);
    live.close();
    const accept = (version: number) =>
      reader.api.try('POST /api/dyads/:dyad/charter/acceptance', { ...here(), body: { version } });
    expect((await accept(1)).problem.code).toBe('charter.version_outdated');
    expect((await accept(2)).status).toBe(200);
    await until(async () => (await read()) === undefined, 1_000);
  });
});
