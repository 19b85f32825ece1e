import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role, Side } from '../../shared/access/actor.js';
import { Invitations } from '../../server/modules/dyads/invitations.port.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { behindProxy, elsewhere, goodPassword } from '../support/accounts.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import type { Api } from '../support/api.js';
import { startApp, type TestApp } from '../support/app.js';

let test: TestApp;
let dyad: TestDyad;
let stewardA: TestMember;
let stewardB: TestMember;
beforeAll(async () => {
  test = await startApp(behindProxy);
  dyad = await foundDyad(test);
  stewardA = await member(test, dyad, { side: 'a', roles: ['citizen', 'steward'] });
  stewardB = await member(test, dyad, { side: 'b', roles: ['citizen', 'steward'] });
});
afterAll(() => test.close());

let newcomers = 0;
function wish(token: string, change: Record<string, unknown> = {}): Record<string, unknown> {
  newcomers += 1;
  const account = { login: `newcomer${newcomers}`, password: goodPassword, language: 'en' };
  return { token, pseudonym: `Guest ${newcomers}`, writesIn: 'bg', acceptedCharterVersion: 1, account, ...change };
}

const join = (api: Api, body: Record<string, unknown>) =>
  api.send('POST /api/join', { body }, { headers: elsewhere() });
const lookUp = (token: string) =>
  test.visitor().try('POST /api/invitations/look-up', { body: { token } }, { headers: elsewhere() });
const here = () => ({ params: { dyad: dyad.slug } });
const issue = async (who: TestMember, days = 7) =>
  who.api.call('POST /api/dyads/:dyad/invitations', { ...here(), body: { days, note: 'for a neighbour' } });

/** An invitation as the command line makes it. */
async function invitation(side: Side = 'a', role?: Role): Promise<string> {
  const order = { dyadId: dyad.id, side, days: 7, note: '', issuedBy: null, ...(role && { role }) };
  const { token } = await test.app
    .get(UnitOfWork)
    .run({ dyadId: dyad.id }, (tx) => test.app.get(Invitations).make(tx, order));
  return token;
}

const membersOf = async (condition: string): Promise<number> =>
  (await test.database.query(`select 1 from member where ${condition}`)).length;

describe('an invitation', () => {
  it('SEC-15: says what it is for; the newcomer is a citizen of its side, signed in', async () => {
    const { token, invitation: issued } = await issue(stewardB);
    expect(issued).toMatchObject({ side: 'b', state: 'open' });
    expect((await lookUp(token)).answer).toMatchObject({ side: 'b', charterVersion: 1, dyad: { slug: 'river' } });
    const api = test.visitor();
    const reply = await join(api, wish(token, { writesIn: 'xx' }));
    expect(reply).toMatchObject({
      status: 201,
      answer: { dyad: 'river', member: { side: 'b', roles: ['citizen'], writesIn: 'mk', charterAccepted: 1 } },
    });
    const session = await api.call('GET /api/session', {});
    expect(session).toMatchObject({ signedIn: true, strong: false, memberships: [{ side: 'b', roles: ['citizen'] }] });
    const { invitations } = await stewardB.api.call('GET /api/dyads/:dyad/invitations', here());
    expect(invitations.find(({ id }) => id === issued.id)?.state).toBe('used');
  });

  it("SEC-15: the side is the issuer's and never chosen, nor a role", async () => {
    for (const change of [
      { side: 'b' },
      { role: 'steward' },
      { roles: ['steward'] },
      { dyad: 'other' },
      { invitation: { side: 'b' } },
    ]) {
      const token = await invitation('a');
      const reply = await join(test.visitor(), wish(token, change));
      expect([reply.status, reply.problem.fields[0]?.rule], JSON.stringify(change)).toEqual([400, 'not_expected']);
      expect((await lookUp(token)).answer.side).toBe('a');
    }
    const forOther = await stewardA.api.send('POST /api/dyads/:dyad/invitations', {
      ...here(),
      body: { days: 7, side: 'b' },
    });
    expect(forOther.status).toBe(400);
    const changed = await stewardA.api.send('PATCH /api/dyads/:dyad/members/me', { ...here(), body: { side: 'b' } });
    expect(changed.status).toBe(400);
  });

  it('SEC-15: is used once, and only its hash is stored', async () => {
    const token = await invitation();
    expect((await join(test.visitor(), wish(token))).status).toBe(201);
    expect((await join(test.visitor(), wish(token))).problem.code).toBe('invitation.not_valid');
    expect((await lookUp(token)).status).toBe(410);
    const rows = await test.database.query<{ text: string }>(`select i::text as text from invitation i`);
    expect(rows.length).toBeGreaterThan(3);
    const forms = [token, Buffer.from(token).toString('hex'), Buffer.from(token, 'base64url').toString('hex')];
    for (const { text } of rows) for (const form of forms) expect(text).not.toContain(form);
  });

  it('SEC-15: ends with its time, and when it is taken back; the answer is the same as for an unknown one', async () => {
    const [late, recalled] = [await issue(stewardA, 1), await issue(stewardA)];
    const recall = (who: TestMember) =>
      who.api.try('DELETE /api/dyads/:dyad/invitations/:invitation', {
        params: { dyad: dyad.slug, invitation: recalled.invitation.id },
      });
    expect((await recall(stewardB)).status).toBe(410);
    expect((await recall(stewardA)).status).toBe(204);
    const unknown = await lookUp('A'.repeat(43));
    expect((await lookUp(recalled.token)).problem).toEqual(unknown.problem);
    test.clock.advance({ days: 1, seconds: 1 });
    expect((await lookUp(late.token)).problem).toEqual(unknown.problem);
    expect((await join(test.visitor(), wish(late.token))).problem).toEqual(unknown.problem);
    test.clock.advance({ days: -1, seconds: -1 });
  });

  it('SEC-15: works for an account that is signed in, once per dyad, and for no other dyad', async () => {
    const guest = await member(test, await foundDyad(test, 'lake'));
    const { account: _, ...own } = wish(await invitation('b'));
    expect((await join(guest.api, own)).status).toBe(201);
    const { account: __, ...again } = wish(await invitation('a'));
    expect((await join(guest.api, again)).problem.code).toBe('membership.exists');
    expect((await guest.api.call('GET /api/session', {})).memberships.map(({ dyad: slug }) => slug).toSorted()).toEqual(
      ['lake', 'river'],
    );
    const { account: ___, ...nobody } = wish(await invitation('a'));
    expect((await join(test.visitor(), nobody)).problem.code).toBe('session.needed');
  });

  it('SEC-15: is not used up by a try that fails', async () => {
    const token = await invitation();
    await member(test, dyad, { pseudonym: 'Taken' });
    const tries: [Record<string, unknown>, string][] = [
      [{ pseudonym: 'Taken' }, 'pseudonym.taken'],
      [{ acceptedCharterVersion: 2 }, 'charter.version_outdated'],
      [{ account: { login: 'short-one', password: 'short', language: 'en' } }, 'account.password_too_short'],
    ];
    for (const [change, code] of tries)
      expect((await join(test.visitor(), wish(token, change))).problem.code).toBe(code);
    expect(await test.database.query(`select 1 from account where login = 'short-one'`)).toEqual([]);
    expect((await join(test.visitor(), wish(token))).status).toBe(201);
  });

  it('SEC-15: of the command line may carry a role: the first stewards', async () => {
    const token = await invitation('a', 'steward');
    const api = test.visitor();
    expect((await join(api, wish(token))).answer).toMatchObject({
      member: { roles: ['citizen', 'steward'], side: 'a' },
    });
    const reply = await api.try('GET /api/dyads/:dyad/joint-acts', here());
    expect(reply.problem.code).toBe('session.second_factor_to_set_up');
  });
});

describe('SEC-59: many at the same moment', () => {
  it('SEC-59: fifty who use one invitation become one member', async () => {
    const token = await invitation();
    const guests = await Promise.all(Array.from({ length: 50 }, async () => member(test, await quarry())));
    const before = await membersOf(`dyad_id = '${dyad.id}'`);
    const replies = await Promise.all(
      guests.map(({ api }) => {
        const { account: _, ...body } = wish(token);
        return join(api, body);
      }),
    );
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(replies.filter(({ status }) => status !== 201).map(({ problem }) => problem.code))).toEqual(
      new Set(['invitation.not_valid']),
    );
    expect(await membersOf(`dyad_id = '${dyad.id}'`)).toBe(before + 1);
  });

  let quarryMade: Promise<TestDyad> | undefined;
  const quarry = (): Promise<TestDyad> => (quarryMade ??= foundDyad(test, 'quarry'));

  it('SEC-59: one name wanted by ten becomes the name of one', async () => {
    const tokens = await Promise.all(Array.from({ length: 10 }, () => invitation('b')));
    const replies = await Promise.all(
      tokens.map(async (token) => {
        const { account: _, ...body } = wish(token, { pseudonym: 'Wanted by many' });
        return join((await member(test, await quarry())).api, body);
      }),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, ...Array<number>(9).fill(409)]);
  });

  it('SEC-59: one login wanted by four becomes the account of one', async () => {
    const tokens = await Promise.all(Array.from({ length: 4 }, () => invitation('b')));
    const account = { login: 'wanted', password: goodPassword, language: 'en' };
    const replies = await Promise.all(tokens.map((token) => join(test.visitor(), wish(token, { account }))));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
    expect(replies.find(({ status }) => status === 409)?.problem.code).toBe('account.login_taken');
    expect(await test.database.query(`select 1 from account where login = 'wanted'`)).toHaveLength(1);
  });

  it('SEC-59: a quota holds against thirty requests at once', async () => {
    const moderator = await member(test, dyad, { roles: ['citizen', 'moderator'] });
    const replies = await Promise.all(
      Array.from({ length: 30 }, () =>
        moderator.api.try('POST /api/dyads/:dyad/invitations', { ...here(), body: { days: 1, note: '' } }),
      ),
    );
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(10);
    expect(replies.find(({ status }) => status === 409)?.problem).toMatchObject({
      code: 'invitation.quota_used',
      params: { quota: 10 },
    });
    const { quota, left } = await moderator.api.call('GET /api/dyads/:dyad/invitations', here());
    expect([quota, left]).toEqual([10, 0]);
  });

  it('SEC-59: one key makes one invitation, however often it is sent', async () => {
    const key = crypto.randomUUID();
    const ask = (days: number) =>
      stewardA.api.try('POST /api/dyads/:dyad/invitations', { ...here(), body: { days, note: 'once' } }, { key });
    const replies = await Promise.all(Array.from({ length: 5 }, () => ask(3)));
    expect(new Set(replies.map(({ answer }) => answer.invitation.id)).size).toBe(1);
    expect((await ask(4)).problem.code).toBe('request.key_reused');
    const without = await stewardA.api.try(
      'POST /api/dyads/:dyad/invitations',
      { ...here(), body: { days: 3, note: '' } },
      { key: 'x' },
    );
    expect(without.problem.code).toBe('request.key_missing');
  });
});
