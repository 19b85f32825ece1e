import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { generate } from 'otplib';
import { PasswordHasher } from '../../server/modules/identity/password-hasher.js';
import { account, behindProxy, elsewhere, goodPassword, signedIn, signIn } from '../support/accounts.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import type { Api } from '../support/api.js';
import { startApp, type TestApp } from '../support/app.js';
import { Authenticator, type Ceremony } from '../support/authenticator.js';
import { client, OidcProvider } from '../support/oidc-provider.js';

let provider: OidcProvider;
let test: TestApp;
let dyad: TestDyad;
beforeAll(async () => {
  provider = await OidcProvider.start();
  const settings = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret };
  test = await startApp({ ...behindProxy, ...settings });
  dyad = await foundDyad(test);
});
afterAll(async () => {
  await test.close();
  await provider.stop();
});

const code = (secret: string, steps = 0): Promise<string> =>
  generate({ secret, epoch: Math.floor(test.clock.now().getTime() / 1000) + steps * 30 });

const honest = (options: Record<string, unknown>): Ceremony => ({
  challenge: String(options['challenge']),
  origin: test.url,
  rpId: 'localhost',
});

async function addPasskey(api: Api, device = new Authenticator()): Promise<number> {
  const { challenge, options } = await api.call('POST /api/account/passkeys/options', {});
  const response = device.register(honest(options));
  return (await api.try('POST /api/account/passkeys', { body: { challenge, name: 'My key', response } })).status;
}

const prove = (api: Api, typed: string) =>
  api.try('POST /api/session/second-factor', { body: { code: typed } }, { headers: elsewhere() });

const desk = () => ({ params: { dyad: dyad.slug }, query: {} });

/** A moderator who signs in with a password or a passkey, and a thief who knows the password only. */
async function passkeyModerator(login: string): Promise<{ who: TestMember; thief: Api }> {
  const known = await account(test, login);
  const who = await member(test, dyad, {
    accountId: known.id,
    roles: ['citizen', 'moderator'],
    strong: false,
  });
  expect(await addPasskey(who.api)).toBe(201);
  const thief = await signedIn(test, known);
  expect((await thief.try('GET /api/dyads/:dyad/desk', desk())).problem.code).toBe('session.second_factor_needed');
  return { who, thief };
}

const protections = [
  'POST /api/account/totp/secret',
  'POST /api/account/passkeys/options',
  'POST /api/account/recovery-codes',
  'DELETE /api/account/totp',
];

describe('SEC-12: one factor never makes itself two', () => {
  it('SEC-12: who proved the password alone cannot add or change what stands for the second factor', async () => {
    const { who, thief } = await passkeyModerator('anna');
    for (const route of protections) {
      expect((await thief.send(route)).problem.code, route).toBe('session.second_factor_needed');
    }
    const change = await thief.try('PUT /api/account/password', { body: { password: 'a thief comes by night' } });
    expect(change.problem.code).toBe('session.second_factor_needed');
    const [key] = (await who.api.call('GET /api/account', {})).passkeys;
    const remove = { params: { passkey: key?.id ?? '' } };
    expect((await thief.try('DELETE /api/account/passkeys/:passkey', remove)).problem.code).toBe(
      'session.second_factor_needed',
    );
    expect((await thief.call('GET /api/session', {})).strong).toBe(false);
    expect((await who.api.try('POST /api/account/totp/secret', {})).status).toBe(200);
  });

  it('SEC-12: nor can who came from the provider, until the code is given', async () => {
    test.clock.beginStep(30);
    const who = await member(test, dyad, { roles: ['citizen', 'steward'], side: 'b', strong: false });
    const person = { sub: 'boris' };
    const come = async (api: Api) => {
      const { address } = await api.call('POST /api/session/oidc', {});
      const body = { query: provider.agree(address, person) };
      return api.try('POST /api/session/oidc/return', { body }, { headers: elsewhere() });
    };
    expect((await come(who.api)).status).toBe(200);
    const { secret } = await who.api.call('POST /api/account/totp/secret', {});
    await who.api.call('POST /api/account/totp', { body: { code: await code(secret) } });
    const api = test.visitor();
    expect((await come(api)).answer).toMatchObject({ signedIn: true, strong: false });
    for (const route of protections) {
      expect((await api.send(route)).problem.code, route).toBe('session.second_factor_needed');
    }
    expect((await prove(api, await code(secret, 1))).status).toBe(200);
    expect((await api.send('POST /api/account/recovery-codes')).status).toBe(201);
  });

  it('SEC-12: nor can who came with the password link a provider to the account', async () => {
    const { thief } = await passkeyModerator('bela');
    const { address } = await thief.call('POST /api/session/oidc', {});
    const body = { query: provider.agree(address, { sub: 'thief' }) };
    await thief.try('POST /api/session/oidc/return', { body }, { headers: elsewhere() });
    const { address: again } = await test.visitor().call('POST /api/session/oidc', {});
    expect(again).toContain(provider.issuer);
    expect(await test.database.query(`select 1 from oidc_link where subject = 'thief'`)).toEqual([]);
  });

  it('SEC-12: a recovery code stands for a second factor only where there is one', async () => {
    const known = await account(test, 'carla');
    const who = await member(test, dyad, { accountId: known.id, roles: ['citizen', 'moderator'], strong: false });
    const { recoveryCodes } = await who.api.call('POST /api/account/recovery-codes', {});
    expect((await prove(who.api, recoveryCodes[0] ?? '')).problem.code).toBe('sign_in.code_refused');
    expect((await who.api.try('GET /api/dyads/:dyad/desk', desk())).problem.code).toBe(
      'session.second_factor_to_set_up',
    );
    expect((await who.api.call('GET /api/account', {})).recoveryCodesLeft).toBe(10);
  });
});

describe('SEC-13: the printed codes alone', () => {
  it('SEC-13: bring back the password of a moderator, and not the second factor too', async () => {
    test.clock.beginStep(30);
    const known = await account(test, 'dora');
    const who = await member(test, dyad, { accountId: known.id, roles: ['citizen', 'moderator'], strong: false });
    const { secret } = await who.api.call('POST /api/account/totp/secret', {});
    const { recoveryCodes } = await who.api.call('POST /api/account/totp', { body: { code: await code(secret) } });
    const [one = '', two = ''] = recoveryCodes;
    const password = 'a new river in autumn';
    const body = { login: known.login, code: one, password };
    const recovered = await test.visitor().try('POST /api/account/recovery', { body }, { headers: elsewhere() });
    expect(recovered.status).toBe(204);
    const back = test.visitor();
    expect((await signIn(back, { ...known, password })).answer).toMatchObject({ secondFactorNeeded: true });
    expect((await prove(back, two)).status).toBe(401);
    expect((await prove(back, await code(secret, 1))).status).toBe(200);
  });
});

describe('SEC-03: changes do not make a session younger', () => {
  it('SEC-03: changing what protects the account is no proof of who one is', async () => {
    const api = await signedIn(test, await account(test, 'emil'));
    test.clock.advance({ minutes: 6 });
    expect((await api.try('DELETE /api/account/totp', {})).status).toBe(200);
    test.clock.advance({ minutes: 6 });
    // What the server remembers of a caller for a moment is forgotten.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect((await api.try('DELETE /api/account/totp', {})).problem.code).toBe('session.recent_sign_in_needed');
  });
});

describe('SEC-02: what changes while a password is checked', () => {
  /** Does something after the next password was found right and before the session is opened. */
  function meanwhile(act: () => Promise<unknown>): void {
    const hasher = test.app.get(PasswordHasher);
    const matches = hasher.matches.bind(hasher);
    vi.spyOn(hasher, 'matches').mockImplementationOnce(async (stored, password) => {
      const same = await matches(stored, password);
      await act();
      return same;
    });
  }

  it('SEC-02: an old password opens nothing once it is changed, and does not come back', async () => {
    const known = await account(test, 'filip');
    const { hash } = await import('@node-rs/argon2');
    const cheap = await hash(goodPassword, { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    await test.database.query(`update account set password_hash = $1 where id = $2`, [cheap, known.id]);
    const owner = await signedIn(test, known);
    await test.database.query(`update account set password_hash = $1 where id = $2`, [cheap, known.id]);
    meanwhile(() => owner.call('PUT /api/account/password', { body: { password: 'a different river now' } }));
    const thief = test.visitor();
    expect((await signIn(thief, known)).status).toBe(401);
    expect(thief.cookie).toBeUndefined();
    expect((await signIn(test.visitor(), { ...known, password: 'a different river now' })).status).toBe(200);
  });

  it('SEC-02: a session that ended meanwhile is not brought back by proving oneself again', async () => {
    const known = await account(test, 'goran');
    const [owner, thief] = [await signedIn(test, known), await signedIn(test, known)];
    meanwhile(() => owner.call('DELETE /api/sessions', {}));
    const body = { password: known.password };
    const reply = await thief.try('POST /api/session/recent', { body }, { headers: elsewhere() });
    expect([reply.status, reply.problem.code]).toEqual([401, 'session.needed']);
    expect((await owner.call('GET /api/sessions', {})).sessions).toHaveLength(1);
  });
});

describe('SEC-12: two removals at once', () => {
  it('SEC-12: never take the last second factor of a moderator', async () => {
    const who = await member(test, dyad, { roles: ['citizen', 'moderator'], strong: false });
    expect([await addPasskey(who.api), await addPasskey(who.api)]).toEqual([201, 201]);
    await who.api.call('PUT /api/account/password', { body: { password: goodPassword } });
    const { passkeys } = await who.api.call('GET /api/account', {});
    const ways = passkeys.map(({ id }) => {
      const copy = test.visitor();
      copy.cookie = who.api.cookie;
      return copy.try('DELETE /api/account/passkeys/:passkey', { params: { passkey: id } });
    });
    await Promise.all(ways);
    const left = await test.database.query(`select 1 from passkey where account_id = $1`, [who.accountId]);
    expect(left).toHaveLength(1);
  });
});
