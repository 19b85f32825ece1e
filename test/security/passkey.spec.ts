import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { behindProxy } from '../support/accounts.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import type { Api, Reply } from '../support/api.js';
import { startApp, type TestApp } from '../support/app.js';
import { Authenticator, type Ceremony } from '../support/authenticator.js';

let test: TestApp;
let dyad: TestDyad;
beforeAll(async () => {
  test = await startApp(behindProxy);
  dyad = await foundDyad(test);
});
afterAll(() => test.close());

type Change = Partial<Ceremony>;

const honest = (options: Record<string, unknown>): Ceremony => ({
  challenge: String(options['challenge']),
  origin: test.url,
  rpId: 'localhost',
});

async function add(
  api: Api,
  device: Authenticator,
  change: Change = {},
): Promise<Reply<{ passkeys: { id: string }[] }>> {
  const { challenge, options } = await api.call('POST /api/account/passkeys/options', {});
  const response = device.register({ ...honest(options), ...change });
  return api.try('POST /api/account/passkeys', { body: { challenge, name: 'My key', response } });
}

async function enter(
  device: Authenticator,
  change: Change = {},
): Promise<{ api: Api; reply: Reply<{ strong: boolean }> }> {
  const api = test.visitor();
  const { challenge, options } = await api.call('POST /api/session/passkey/options', {});
  const response = device.signIn({ ...honest(options), ...change });
  return { api, reply: await api.try('POST /api/session/passkey', { body: { challenge, response } }) };
}

async function withPasskey(): Promise<{ who: TestMember; device: Authenticator }> {
  const [who, device] = [
    await member(test, dyad, { roles: ['citizen', 'moderator'], strong: false }),
    new Authenticator(),
  ];
  expect((await add(who.api, device)).status).toBe(201);
  return { who, device };
}

describe('SEC-12: a passkey', () => {
  it('SEC-12: is added and signs in, as two factors in one gesture', async () => {
    const { who, device } = await withPasskey();
    const { api, reply } = await enter(device);
    expect(reply).toMatchObject({ status: 200, answer: { signedIn: true, strong: true } });
    expect((await api.call('GET /api/account', {})).passkeys).toMatchObject([{ name: 'My key' }]);
    const desk = { params: { dyad: dyad.slug }, query: {} };
    expect((await api.try('GET /api/dyads/:dyad/desk', desk)).status).toBe(200);
    expect((await who.api.try('GET /api/dyads/:dyad/desk', desk)).status).toBe(200);
  });

  it('SEC-12: asks the device to verify its user, and to keep the key itself', async () => {
    const { api } = await member(test, dyad);
    const adding = await api.call('POST /api/account/passkeys/options', {});
    expect(adding.options).toMatchObject({
      rp: { id: 'localhost' },
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    const entering = await test.visitor().call('POST /api/session/passkey/options', {});
    expect(entering.options).toMatchObject({ rpId: 'localhost', userVerification: 'required' });
    expect(entering.options['allowCredentials'] ?? []).toEqual([]);
  });

  const wrong: [string, Change][] = [
    ['of another page', { origin: 'http://localhost.evil.example' }],
    ['of another port', { origin: 'http://localhost:1' }],
    ['for another challenge', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
    ['for another server', { rpId: 'evil.example' }],
    ['without asking its user', { verified: false }],
  ];

  it.each(wrong)('SEC-12: is not added %s', async (_, change) => {
    const { api } = await member(test, dyad);
    const reply = await add(api, new Authenticator(), change);
    expect([reply.status, reply.problem.code]).toEqual([400, 'account.passkey_refused']);
    expect((await api.call('GET /api/account', {})).passkeys).toEqual([]);
  });

  it.each(wrong)('SEC-12: does not sign in %s', async (_, change) => {
    const { device } = await withPasskey();
    const { api, reply } = await enter(device, change);
    expect([reply.status, reply.problem.code]).toEqual([401, 'sign_in.refused']);
    expect(api.cookie).toBeUndefined();
  });

  it('SEC-12: does not sign in when its counter goes back, as a copy would', async () => {
    const { device } = await withPasskey();
    device.counter = 40;
    expect((await enter(device)).reply.status).toBe(200);
    device.counter = 39;
    expect((await enter(device)).reply.status).toBe(401);
    device.counter = 41;
    expect((await enter(device)).reply.status).toBe(200);
  });

  it('SEC-12: does not sign in with a key that is unknown, or another than was added', async () => {
    const { device } = await withPasskey();
    expect((await enter(new Authenticator())).reply.status).toBe(401);
    expect((await enter(device.forged())).reply.status).toBe(401);
  });

  it('SEC-12: answers a challenge once, and only the one it was asked for', async () => {
    const { device } = await withPasskey();
    const api = test.visitor();
    const { challenge, options } = await api.call('POST /api/session/passkey/options', {});
    const body = { challenge, response: device.signIn(honest(options)) };
    expect((await api.try('POST /api/session/passkey', { body })).status).toBe(200);
    expect((await test.visitor().try('POST /api/session/passkey', { body })).status).toBe(401);
    const other = await test.visitor().call('POST /api/session/passkey/options', {});
    const moved = { challenge: other.challenge, response: device.signIn(honest(options)) };
    expect((await test.visitor().try('POST /api/session/passkey', { body: moved })).status).toBe(401);
  });

  it('SEC-12: answers a challenge within five minutes, and one for signing in never adds a key', async () => {
    const { who, device } = await withPasskey();
    const late = await test.visitor().call('POST /api/session/passkey/options', {});
    const entering = await test.visitor().call('POST /api/session/passkey/options', {});
    const body = {
      challenge: entering.challenge,
      name: 'x',
      response: new Authenticator().register(honest(entering.options)),
    };
    expect((await who.api.try('POST /api/account/passkeys', { body })).problem.code).toBe('account.passkey_refused');
    test.clock.advance({ minutes: 5, seconds: 1 });
    const answer = { challenge: late.challenge, response: device.signIn(honest(late.options)) };
    expect((await test.visitor().try('POST /api/session/passkey', { body: answer })).status).toBe(401);
  });

  it("SEC-12: is added only to the account that began, and nobody adds somebody else's", async () => {
    const [one, other] = [await member(test, dyad), await member(test, dyad)];
    const { challenge, options } = await one.api.call('POST /api/account/passkeys/options', {});
    const device = new Authenticator();
    const body = { challenge, name: 'x', response: device.register(honest(options)) };
    expect((await other.api.try('POST /api/account/passkeys', { body })).status).toBe(400);
    expect((await add(one.api, device)).status).toBe(201);
    expect((await add(other.api, device)).problem.code).toBe('account.passkey_refused');
  });

  it('SEC-12: is not removed when it is the last second factor of a moderator, or the last way in', async () => {
    const { who } = await withPasskey();
    const [key] = (await who.api.call('GET /api/account', {})).passkeys;
    const remove = (api: Api, passkey: string) =>
      api.try('DELETE /api/account/passkeys/:passkey', { params: { passkey } });
    expect((await remove(who.api, key?.id ?? '')).problem.code).toBe('account.last_way_in');
    await who.api.call('PUT /api/account/password', { body: { password: 'a quiet river in spring' } });
    expect((await remove(who.api, key?.id ?? '')).problem.code).toBe('account.second_factor_required');
    const stranger = await member(test, dyad);
    expect((await remove(stranger.api, key?.id ?? '')).status).toBeGreaterThanOrEqual(400);
    expect((await who.api.call('GET /api/account', {})).passkeys).toHaveLength(1);
  });
});
