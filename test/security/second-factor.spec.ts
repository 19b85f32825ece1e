import { generate } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account, behindProxy, elsewhere, signedIn, signIn, type TestAccount } from '../support/accounts.js';
import { foundDyad, member, type TestDyad } from '../support/actors.js';
import type { Api } from '../support/api.js';
import { startApp, type TestApp } from '../support/app.js';

let test: TestApp;
let dyad: TestDyad;
beforeAll(async () => {
  test = await startApp(behindProxy);
  dyad = await foundDyad(test);
});
afterAll(() => test.close());

/** What the authenticator app shows, now or some steps from now. */
const code = (secret: string, steps = 0): Promise<string> =>
  generate({ secret, epoch: Math.floor(test.clock.now().getTime() / 1000) + steps * 30 });

interface Protected {
  readonly who: TestAccount;
  readonly api: Api;
  readonly secret: string;
  readonly recoveryCodes: string[];
}

async function withTotp(login: string): Promise<Protected> {
  test.clock.beginStep(30);
  const who = await account(test, login);
  const api = await signedIn(test, who);
  const { secret, address, picture } = await api.call('POST /api/account/totp/secret', {});
  expect(address).toMatch(/^otpauth:\/\/totp\//);
  expect(picture.every((row) => /^[01]+$/.test(row) && row.length === picture.length)).toBe(true);
  const wrong = await api.try('POST /api/account/totp', { body: { code: '000000' } });
  expect(wrong.problem.code).toBe('sign_in.code_refused');
  const { recoveryCodes } = await api.call('POST /api/account/totp', { body: { code: await code(secret) } });
  return { who, api, secret, recoveryCodes };
}

/** A browser where the password was right and the code is still to come. */
async function waiting(who: TestAccount): Promise<Api> {
  const api = test.visitor();
  const reply = await signIn(api, who);
  expect(reply.answer).toMatchObject({ signedIn: false, secondFactorNeeded: true, memberships: [], language: null });
  return api;
}

const prove = (api: Api, typed: string) =>
  api.try('POST /api/session/second-factor', { body: { code: typed } }, { headers: elsewhere() });

describe('SEC-12: one-time codes', () => {
  it('SEC-12: with the password alone nothing opens', async () => {
    const { who } = await withTotp('anna');
    const api = await waiting(who);
    for (const route of [
      'GET /api/account',
      'GET /api/sessions',
      'POST /api/account/totp/secret',
      'DELETE /api/account/totp',
    ]) {
      expect((await api.send(route)).status, route).toBe(401);
    }
    test.clock.advance({ minutes: 5, seconds: 1 });
    expect((await api.call('GET /api/session', {})).secondFactorNeeded).toBe(false);
  });

  it('SEC-12: a code works once; the new token replaces the waiting one', async () => {
    const { who, secret } = await withTotp('boris');
    const api = await waiting(who);
    expect((await prove(api, await code(secret))).problem.code).toBe('sign_in.code_refused');
    test.clock.advance({ seconds: 30 });
    const before = api.cookie;
    const typed = await code(secret);
    expect(await prove(api, typed)).toMatchObject({ status: 200, answer: { signedIn: true, strong: true } });
    expect(api.cookie).not.toBe(before);
    const copy = test.visitor();
    copy.cookie = before;
    expect((await prove(copy, await code(secret, 1))).status).toBe(401);
    const again = await waiting(who);
    expect(await prove(again, typed)).toMatchObject({ status: 401, problem: { code: 'sign_in.code_refused' } });
  });

  it('SEC-12: a code raced from two browsers opens one of them', async () => {
    const { who, secret } = await withTotp('carla');
    const browsers = [await waiting(who), await waiting(who), await waiting(who)];
    test.clock.advance({ seconds: 60 });
    const typed = await code(secret);
    const replies = await Promise.all(browsers.map((api) => prove(api, typed)));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([200, 401, 401]);
  });

  it('SEC-12: one step early or late is accepted, two are not, and never an earlier one than the last', async () => {
    const { who, secret } = await withTotp('dora');
    test.clock.advance({ minutes: 3 });
    const api = await waiting(who);
    expect((await prove(api, await code(secret, -2))).status).toBe(401);
    expect((await prove(api, await code(secret, 2))).status).toBe(401);
    expect((await prove(api, await code(secret, -1))).status).toBe(200);
    expect((await prove(await waiting(who), await code(secret, 1))).status).toBe(200);
    expect((await prove(await waiting(who), await code(secret, 0))).status).toBe(401);
  });

  it('SEC-12: guessing codes is slowed, from wherever it comes', async () => {
    const { who } = await withTotp('emma');
    const api = await waiting(who);
    const statuses: number[] = [];
    for (let at = 0; at < 15; at += 1) statuses.push((await prove(api, String(100_000 + at))).status);
    expect(statuses.filter((status) => status === 401).length).toBeLessThanOrEqual(10);
    expect(statuses.at(-1)).toBe(429);
  });

  it('SEC-12: the seed is not readable in the database, and is shown once', async () => {
    const { who, api, secret } = await withTotp('filip');
    const [row] = await test.database.query<{ text: string }>(`select a::text as text from account a where id = $1`, [
      who.id,
    ]);
    expect(row?.text).not.toContain(secret);
    expect(row?.text).not.toContain(Buffer.from(secret).toString('hex'));
    expect((await api.try('POST /api/account/totp/secret', {})).problem.code).toBe('account.second_factor_exists');
  });
});

describe('SEC-12: those who decide about others', () => {
  const desk = () => ({ params: { dyad: dyad.slug }, query: {} });

  it('SEC-12: see no desk before they have a second factor, and are told to set one up', async () => {
    const bare = await member(test, dyad, { roles: ['citizen', 'moderator'], strong: false });
    const reply = await bare.api.try('GET /api/dyads/:dyad/desk', desk());
    expect([reply.status, reply.problem.code]).toEqual([403, 'session.second_factor_to_set_up']);
    const { secret } = await bare.api.call('POST /api/account/totp/secret', {});
    await bare.api.call('POST /api/account/totp', { body: { code: await code(secret) } });
    expect((await bare.api.try('GET /api/dyads/:dyad/desk', desk())).status).toBe(200);
    const remove = await bare.api.try('DELETE /api/account/totp', {});
    expect([remove.status, remove.problem.code]).toEqual([409, 'account.second_factor_required']);
  });

  it('SEC-12: prove it in every session', async () => {
    const strong = await member(test, dyad, { side: 'b', roles: ['citizen', 'steward'] });
    const { secret } = await strong.api.call('POST /api/account/totp/secret', {});
    await strong.api.call('POST /api/account/totp', { body: { code: await code(secret) } });
    const weak = await member(test, await foundDyad(test, 'lake'), { accountId: strong.accountId, strong: false });
    const list = { params: { dyad: dyad.slug } };
    expect((await strong.api.try('GET /api/dyads/:dyad/joint-acts', list)).status).toBe(200);
    const reply = await weak.api.try('GET /api/dyads/:dyad/joint-acts', list);
    expect(reply.problem.code).toBe('session.second_factor_needed');
  });
});

describe('SEC-12: changing what protects an account', () => {
  it('SEC-12: asks again who one is, ten minutes after signing in', async () => {
    const who = await account(test, 'goran');
    const api = await signedIn(test, who);
    test.clock.advance({ minutes: 11 });
    const changes = [
      'POST /api/account/totp/secret',
      'POST /api/account/passkeys/options',
      'POST /api/account/recovery-codes',
    ];
    await new Promise((resolve) => setTimeout(resolve, 900));
    for (const route of changes) {
      expect((await api.send(route)).problem.code, route).toBe('session.recent_sign_in_needed');
    }
    const wrong = await api.try(
      'POST /api/session/recent',
      { body: { password: 'not the password' } },
      { headers: elsewhere() },
    );
    expect(wrong.status).toBe(401);
    await api.call('POST /api/session/recent', { body: { password: who.password } }, { headers: elsewhere() });
    expect((await api.send('POST /api/account/totp/secret')).status).toBe(200);
  });
});

describe('SEC-13: recovery codes', () => {
  const recover = (login: string, typed: string, password = 'a new river in autumn') =>
    test
      .visitor()
      .try('POST /api/account/recovery', { body: { login, code: typed, password } }, { headers: elsewhere() });

  it('SEC-13: are ten, stored as hashes only, and each works once', async () => {
    const { who, api, recoveryCodes } = await withTotp('hana');
    expect(new Set(recoveryCodes).size).toBe(10);
    const stored = await test.database.query<{ text: string }>(
      `select code_hash::text as text from recovery_code where account_id = $1`,
      [who.id],
    );
    expect(stored).toHaveLength(10);
    for (const one of recoveryCodes) {
      expect(JSON.stringify(stored)).not.toContain(Buffer.from(one.replaceAll('-', '')).toString('hex'));
    }
    const typed = recoveryCodes[0] ?? '';
    expect((await prove(await waiting(who), typed.toUpperCase())).status).toBe(200);
    expect((await prove(await waiting(who), typed)).status).toBe(401);
    expect((await api.call('GET /api/account', {})).recoveryCodesLeft).toBe(9);
  });

  it('SEC-13: a code raced from many places works once', async () => {
    const { who, recoveryCodes } = await withTotp('ivan');
    const typed = recoveryCodes[3] ?? '';
    const replies = await Promise.all(Array.from({ length: 5 }, () => recover(who.login, typed)));
    expect(replies.map(({ status }) => status).toSorted()).toEqual([204, 401, 401, 401, 401]);
  });

  it('SEC-13: bring back a lost password, and skip nothing else', async () => {
    const { who, api, secret, recoveryCodes } = await withTotp('jana');
    const [one = '', two = ''] = recoveryCodes;
    const reply = await recover(who.login, one);
    expect([reply.status, reply.headers['set-cookie']]).toEqual([204, undefined]);
    await new Promise((resolve) => setTimeout(resolve, 900));
    expect((await api.try('GET /api/account', {})).status).toBe(401);
    expect((await signIn(test.visitor(), who)).status).toBe(401);
    const back = await waiting({ ...who, password: 'a new river in autumn' });
    expect((await back.try('GET /api/account', {})).status).toBe(401);
    expect((await prove(back, one)).status).toBe(401);
    test.clock.advance({ seconds: 60 });
    expect((await prove(back, await code(secret))).status).toBe(200);
    expect((await recover(who.login, await code(secret, 1))).status).toBe(401);
    expect((await recover('hana', two)).status).toBe(401);
  });

  it('SEC-13: renewed ones replace the earlier ones', async () => {
    const { who, api, recoveryCodes } = await withTotp('kalina');
    const { recoveryCodes: fresh } = await api.call('POST /api/account/recovery-codes', {});
    expect((await recover(who.login, recoveryCodes[0] ?? '')).status).toBe(401);
    expect((await recover(who.login, fresh[0] ?? '', 'password')).problem.code).toBe('account.password_too_short');
    expect((await recover(who.login, fresh[0] ?? '')).status).toBe(204);
  });
});
