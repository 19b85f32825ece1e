import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MemberRestrictions } from '../../server/modules/dyads/member-restrictions.port.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { free, member, type TestMember } from '../support/actors.js';
import type { TestApp } from '../support/app.js';
import { acknowledged, adopted, answer, report, startPromising, type PromisingDyad } from '../support/commitments.js';

let test: TestApp;
let dyad: PromisingDyad;
let one: string;
let other: string;

beforeAll(async () => {
  ({ test, dyad } = await startPromising());
  one = await adopted(test, dyad);
  other = await adopted(test, dyad, { promisor: 'b' });
});
afterAll(() => test.close());

const params = () => ({ dyad: dyad.slug });
const citizen = () => member(test, dyad, { side: 'a' });
const followed = ({ api }: TestMember) => api.call('GET /api/dyads/:dyad/followed-commitments', { params: params() });
const told = async (who: TestMember) =>
  (await followed(who)).moved.map(({ commitment, rev, kind }) => ({ commitment, rev, kind }));
const follow = ({ api }: TestMember, commitment: string) =>
  api.try('PUT /api/dyads/:dyad/followed-commitments/:commitment', { params: { ...params(), commitment } });
const unfollow = ({ api }: TestMember, commitment: string) =>
  api.try('DELETE /api/dyads/:dyad/followed-commitments/:commitment', { params: { ...params(), commitment } });
const followAll = ({ api }: TestMember) => api.call('PUT /api/dyads/:dyad/followed-commitments', { params: params() });
const unfollowAll = ({ api }: TestMember) =>
  api.call('DELETE /api/dyads/:dyad/followed-commitments', { params: params() });
const see = ({ api }: TestMember, commitment: string, rev: number) =>
  api.call('POST /api/dyads/:dyad/followed-commitments/seen', {
    params: params(),
    body: { seen: [{ commitment, rev }] },
  });
const kept = ({ id }: TestMember) =>
  test.app.get(UnitOfWork).run({ dyadId: dyad.id }, async (tx) => {
    const follows = await tx.query(`select member_id from commitment_follow where member_id = $1`, [id]);
    const all = await tx.query(`select member_id from commitment_board_follow where member_id = $1`, [id]);
    return follows.length + all.length;
  });

describe('who follows a commitment', () => {
  it('is told what moves from then on, as the record says it, once', async () => {
    const who = await citizen();
    await follow(who, one);
    expect(await followed(who)).toMatchObject({ all: false, commitments: [one], moved: [], count: 0 });
    await report(dyad, one, dyad.organisations.a, 1);
    await report(dyad, other, dyad.organisations.b, 1);
    const { moved, count, seq } = await followed(who);
    expect(moved).toMatchObject([{ commitment: one, rev: 2, kind: 'progress.reported', about: { claim: 1 } }]);
    expect(count).toBe(1);
    expect(seq).toBeGreaterThan(0);
    await see(who, one, 2);
    expect(await told(who)).toEqual([]);
    await see(who, one, 1);
    expect(await told(who)).toEqual([]);
  });

  it('is not told what they did themselves', async () => {
    const { delegate } = dyad.organisations.b;
    await follow(delegate, one);
    await answer(delegate, dyad, [one, 1], acknowledged, dyad.organisations.b.id);
    expect(await told(delegate)).toEqual([]);
    await report(dyad, one, dyad.organisations.a, 2);
    expect(await told(delegate)).toEqual([{ commitment: one, rev: 4, kind: 'progress.reported' }]);
  });

  it('does not see steps before they are there', async () => {
    const who = await citizen();
    await follow(who, one);
    await see(who, one, 99);
    await report(dyad, one, dyad.organisations.a, null);
    expect(await told(who)).toHaveLength(1);
  });

  it('follows nothing that is not adopted, and of what is no longer followed nothing is kept', async () => {
    const who = await citizen();
    expect((await follow(who, dyad.statement)).problem.code).toBe('request.not_found');
    await follow(who, one);
    expect(await kept(who)).toBe(1);
    await unfollow(who, one);
    expect(await kept(who)).toBe(0);
    await see(who, one, 1);
    expect(await kept(who)).toBe(0);
  });
});

describe('who follows all', () => {
  it('is told also of those that come, from their adoption on, until they follow no more', async () => {
    const who = await citizen();
    await follow(who, one);
    await followAll(who);
    await followAll(who);
    expect(await told(who)).toEqual([]);
    const next = await adopted(test, dyad, { promisor: 'joint' });
    expect(await told(who)).toEqual([{ commitment: next, rev: 1, kind: 'commitment.published' }]);
    await see(who, next, 1);
    expect(await told(who)).toEqual([]);
    await unfollowAll(who);
    expect(await followed(who)).toMatchObject({ all: false, commitments: [one] });
    expect(await kept(who)).toBe(1);
  });
});

describe('what somebody follows', () => {
  it('is theirs alone: also who is excluded stops following, and begins nothing', async () => {
    const who = await citizen();
    await follow(who, one);
    await test.app
      .get(UnitOfWork)
      .run({ dyadId: dyad.id }, (tx) =>
        test.app.get(MemberRestrictions).set(tx, who.id, async () => ({ ...free, banned: true })),
      );
    expect((await follow(who, other)).problem.code).toMatch(/^access\./);
    await unfollow(who, one);
    expect(await followed(who)).toMatchObject({ commitments: [] });
    expect(await kept(who)).toBe(0);
  });

  it('PRI-12: goes with the member: no row is left that says what somebody followed', async () => {
    const [who, stays] = [await citizen(), await citizen()];
    for (const one of [who, stays]) {
      await follow(one, other);
      await followAll(one);
    }
    expect([(await kept(who)) > 1, await kept(stays)]).toEqual([true, await kept(who)]);
    // Whatever else keeps a member has to be gone before; that of following goes by itself.
    const keeping = await test.database.query<{ table: string; column: string }>(
      `select c.conrelid::regclass::text as table, a.attname as column
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
       where c.contype = 'f' and c.confrelid = 'member'::regclass and c.confdeltype = 'a'
         and a.atttypid = 'uuid'::regtype`,
    );
    expect(keeping.map(({ table }) => table)).not.toContain('commitment_follow');
    for (const { table, column } of keeping)
      await test.database.query(`delete from ${table} where ${column} = $1`, [who.id]);
    const gone = await test.database.query(`delete from member where id = $1 returning id`, [who.id]);
    expect(gone).toHaveLength(1);
    expect(await kept(who)).toBe(0);
    expect(await kept(stays)).toBeGreaterThan(1);
  });
});
