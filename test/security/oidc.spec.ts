import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { behindProxy, elsewhere } from '../support/accounts.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import type { Api, Reply } from '../support/api.js';
import { startApp, type TestApp } from '../support/app.js';
import { client, OidcProvider, type Lie, type Person } from '../support/oidc-provider.js';

let provider: OidcProvider;
let test: TestApp;
let dyad: TestDyad;
let anna: TestMember;
const atProvider: Person = { sub: 'person-1', email: 'anna@example.org' };

beforeAll(async () => {
  provider = await OidcProvider.start();
  const settings = { OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret };
  test = await startApp({ ...behindProxy, ...settings });
  dyad = await foundDyad(test);
  anna = await member(test, dyad);
  expect((await goThrough(anna.api, atProvider)).status).toBe(200);
});
afterAll(async () => {
  await test.close();
  await provider.stop();
});

const begin = async (api: Api): Promise<string> => (await api.call('POST /api/session/oidc', {})).address;

const comeBack = (
  api: Api,
  query: string,
): Promise<Reply<{ signedIn: boolean; strong: boolean; memberships: unknown[] }>> =>
  api.try('POST /api/session/oidc/return', { body: { query } }, { headers: elsewhere() });

async function goThrough(api: Api, person: Person, lie?: Lie): ReturnType<typeof comeBack> {
  return comeBack(api, provider.agree(await begin(api), person, lie));
}

describe('SEC-14: signing in at a provider', () => {
  it('SEC-14: links the account that was signed in, and later signs it in, as one factor', async () => {
    expect((await anna.api.call('GET /api/account', {})).oidc).toBe(true);
    const api = test.visitor();
    const reply = await goThrough(api, atProvider);
    expect(reply).toMatchObject({ status: 200, answer: { signedIn: true, strong: false } });
    expect(reply.answer.memberships).toMatchObject([{ dyad: dyad.slug, pseudonym: anna.pseudonym }]);
    expect((await api.call('GET /api/account', {})).oidc).toBe(true);
  });

  it('SEC-14: asks for a code with PKCE, state and nonce, new each time', async () => {
    const [one, two] = [new URL(await begin(test.visitor())), new URL(await begin(test.visitor()))];
    expect(one.origin).toBe(provider.issuer);
    expect(Object.fromEntries(one.searchParams)).toMatchObject({
      response_type: 'code',
      client_id: client.id,
      scope: 'openid',
      code_challenge_method: 'S256',
      redirect_uri: `${test.url}/sign-in/return`,
    });
    for (const name of ['state', 'nonce', 'code_challenge']) {
      expect(one.searchParams.get(name)?.length, name).toBeGreaterThanOrEqual(32);
      expect(one.searchParams.get(name), name).not.toBe(two.searchParams.get(name));
    }
  });

  it('SEC-14: makes no account for somebody unknown', async () => {
    const before = await test.database.query(`select 1 from account`);
    const api = test.visitor();
    const reply = await goThrough(api, { sub: 'person-2' });
    expect([reply.status, reply.problem.code, api.cookie]).toEqual([401, 'sign_in.refused', undefined]);
    expect(await test.database.query(`select 1 from account`)).toHaveLength(before.length);
  });

  const lies: [string, Lie][] = [
    ['with another nonce', { claims: { nonce: 'of-another-attempt' } }],
    ['without a nonce', { claims: { nonce: undefined } }],
    ['for another client', { claims: { aud: 'somebody-else' } }],
    ['for several, where another is meant', { claims: { aud: [client.id, 'somebody-else'], azp: 'somebody-else' } }],
    ['by another issuer', { claims: { iss: 'https://evil.example' } }],
    ['that has expired', { claims: { iat: 1_000_000_000, exp: 1_000_000_300 } }],
    ['without an end', { claims: { exp: undefined } }],
    ['about nobody', { claims: { sub: undefined } }],
    ['that nobody signed', { signed: 'not at all' }],
    ['signed with the client secret', { signed: 'with the client secret' }],
    ['signed by a stranger', { signed: 'by a stranger' }],
  ];

  it.each(lies)('SEC-14: refuses a token %s', async (_, lie) => {
    const api = test.visitor();
    const reply = await goThrough(api, atProvider, lie);
    expect([reply.status, reply.problem.code, api.cookie]).toEqual([401, 'sign_in.refused', undefined]);
  });

  it('SEC-14: refuses a replayed answer, an invented state, and an answer after ten minutes', async () => {
    const api = test.visitor();
    const query = provider.agree(await begin(api), atProvider);
    expect((await comeBack(api, query)).status).toBe(200);
    expect((await comeBack(api, query)).status).toBe(401);
    for (const state of ['00000000-0000-4000-8000-000000000000', '-'.repeat(36), '', 'x']) {
      const invented = new URLSearchParams(provider.agree(await begin(api), atProvider));
      invented.set('state', state);
      expect((await comeBack(api, invented.toString())).status, state).toBe(401);
    }
    const late = provider.agree(await begin(api), atProvider);
    test.clock.advance({ minutes: 10, seconds: 1 });
    expect((await comeBack(api, late)).status).toBe(401);
  });

  it('SEC-14: refuses an answer that names another issuer (mix-up), and a code of another attempt', async () => {
    const api = test.visitor();
    const mixed = new URLSearchParams(provider.agree(await begin(api), atProvider));
    mixed.set('iss', 'https://evil.example');
    expect((await comeBack(api, mixed.toString())).status).toBe(401);
    const stolen = new URLSearchParams(provider.agree(await begin(test.visitor()), atProvider)).get('code') ?? '';
    const own = new URLSearchParams(provider.agree(await begin(api), { sub: 'thief' }));
    own.set('code', stolen);
    expect((await comeBack(api, own.toString())).status).toBe(401);
  });

  it('SEC-14: an equal e-mail address opens nothing', async () => {
    await anna.api.call('PATCH /api/account', { body: { email: 'anna@example.org' } });
    const reply = await goThrough(test.visitor(), { sub: 'person-3', email: 'anna@example.org' });
    expect([reply.status, reply.problem.code]).toEqual([401, 'sign_in.refused']);
  });

  it('SEC-14: a provider identity that is linked already is not taken over', async () => {
    const thief = await member(test, dyad);
    expect((await goThrough(thief.api, atProvider)).status).toBe(401);
    const api = test.visitor();
    const reply = await goThrough(api, atProvider);
    expect(reply.answer.memberships).toMatchObject([{ pseudonym: anna.pseudonym }]);
  });

  it('SEC-14: links in the browser that began only', async () => {
    const victim = await member(test, dyad);
    const attacker = await member(test, dyad, { side: 'b' });
    // The attacker begins while signed in, agrees as themselves, and makes the victim's browser finish.
    const query = provider.agree(await begin(attacker.api), { sub: 'attacker' });
    const before = victim.api.cookie;
    expect((await comeBack(victim.api, query)).status).toBe(401);
    expect(victim.api.cookie).toBe(before);
    // And the other way: what a victim began cannot be finished in a browser of somebody else.
    const theirs = provider.agree(await begin(victim.api), { sub: 'attacker-2' });
    expect((await comeBack(test.visitor(), theirs)).status).toBe(401);
    expect((await goThrough(test.visitor(), { sub: 'attacker-2' })).status).toBe(401);
  });

  it('SEC-14: is not offered where no provider is configured', async () => {
    const bare = await startApp({}, test.database);
    expect((await bare.visitor().call('GET /api/session', {})).oidcConfigured).toBe(false);
    expect((await bare.visitor().try('POST /api/session/oidc', {})).problem.code).toBe('sign_in.not_configured');
    await bare.close();
  });
});

describe('SEC-31: a provider that points elsewhere', () => {
  it.each(['token_endpoint', 'jwks_uri'] as const)('SEC-31: does not make the server ask there: %s', async (name) => {
    const asked: string[] = [];
    const victim = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('{"keys":[]}');
    });
    await new Promise<void>((resolve) => victim.listen(0, '127.0.0.1', resolve));
    const evil = await OidcProvider.start();
    evil.pointsTo = { [name]: `http://127.0.0.1:${(victim.address() as AddressInfo).port}/` };
    const settings = { OIDC_ISSUER: evil.issuer, OIDC_CLIENT_ID: client.id, OIDC_CLIENT_SECRET: client.secret };
    const misled = await startApp({ ...behindProxy, ...settings }, test.database);
    const api = misled.visitor();
    const reply = await comeBack(api, evil.agree(await begin(api), atProvider));
    expect([reply.status, reply.problem.code, asked]).toEqual([401, 'sign_in.refused', []]);
    await misled.close();
    await evil.stop();
    await new Promise((resolve) => victim.close(resolve));
  });
});
