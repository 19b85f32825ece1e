import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { account, behindProxy, signedIn, type TestAccount } from '../support/accounts.js';
import { foundDyad, member } from '../support/actors.js';
import type { Api } from '../support/api.js';
import { startApp, type TestApp } from '../support/app.js';

let test: TestApp;
let anna: TestAccount;
let api: Api;
beforeAll(async () => {
  test = await startApp(behindProxy);
  anna = await account(test, 'anna');
  api = await signedIn(test, anna);
});
afterAll(() => test.close());

describe('who is signed in', () => {
  it('is nobody for a visitor, and the same for a token that never was', async () => {
    const nobody = {
      signedIn: false,
      secondFactorNeeded: false,
      strong: false,
      language: null,
      memberships: [],
      oidcConfigured: false,
    };
    const visitor = test.visitor();
    expect(await visitor.call('GET /api/session', {})).toEqual(nobody);
    visitor.cookie = `__Host-entente=${'A'.repeat(43)}`;
    expect(await visitor.call('GET /api/session', {})).toEqual(nobody);
  });

  it('names the memberships, each under its own name, to their owner alone', async () => {
    const one = await member(test, await foundDyad(test, 'river'), { accountId: anna.id, pseudonym: 'Willow' });
    await member(test, await foundDyad(test, 'lake'), { accountId: anna.id, pseudonym: 'Heron', side: 'b' });
    const { memberships } = await one.api.call('GET /api/session', {});
    expect(memberships.map(({ dyad, pseudonym, side }) => [dyad, pseudonym, side]).toSorted()).toEqual([
      ['lake', 'Heron', 'b'],
      ['river', 'Willow', 'a'],
    ]);
    expect(JSON.stringify(memberships)).not.toContain(anna.id);
  });

  it('PRI-21: lists where one is signed in, by days and without places or devices', async () => {
    const { sessions } = await api.call('GET /api/sessions', {});
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    for (const one of sessions) {
      expect(Object.keys(one).toSorted()).toEqual(['current', 'how', 'id', 'lastSeenOn', 'openedOn']);
      expect(one.openedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });
});

describe('an account', () => {
  it('is read and changed by its owner', async () => {
    expect(await api.call('GET /api/account', {})).toEqual({
      login: 'anna',
      language: 'en',
      email: null,
      passkeys: [],
      hasPassword: true,
      totp: false,
      recoveryCodesLeft: 0,
      oidc: false,
    });
    expect((await api.call('PATCH /api/account', { body: { language: 'mk' } })).language).toBe('mk');
    expect((await api.call('GET /api/session', {})).language).toBe('mk');
    expect((await api.try('PATCH /api/account', { body: { language: 'xx' as 'en' } })).status).toBe(400);
  });

  it('PRI-03, PRI-08: its e-mail address is optional, sealed in the database, and can be taken back', async () => {
    const address = 'Anna.Canary@example.org';
    expect((await api.call('PATCH /api/account', { body: { email: address } })).email).toBe(address);
    const [row] = await test.database.query<{ text: string }>(`select a::text as text from account a where id = $1`, [
      anna.id,
    ]);
    for (const form of [address, address.toLowerCase()]) {
      expect(row?.text).not.toContain(form);
      expect(row?.text).not.toContain(Buffer.from(form).toString('hex'));
    }
    expect((await api.call('PATCH /api/account', { body: { email: null } })).email).toBeNull();
    const [after] = await test.database.query<{ none: boolean }>(
      `select email_sealed is null and email_index is null as none from account where id = $1`,
      [anna.id],
    );
    expect(after?.none).toBe(true);
  });

  it("PRI-07: a sealed address moved to another account's row is not readable there", async () => {
    const boris = await account(test, 'boris');
    const other = await signedIn(test, boris);
    await api.call('PATCH /api/account', { body: { email: 'anna@example.org' } });
    await test.database.query(
      `update account set email_sealed = (select email_sealed from account where id = $1) where id = $2`,
      [anna.id, boris.id],
    );
    const reply = await other.try('GET /api/account', {});
    expect(JSON.stringify(reply.answer)).not.toContain('anna@example.org');
  });

  it('SEC-09: an address that somebody else has is answered like any other, so that it tells nobody who is here', async () => {
    const clara = await signedIn(test, await account(test, 'clara'));
    for (const email of ['ANNA@example.org', 'nobody-has-this@example.org']) {
      const reply = await clara.try('PATCH /api/account', { body: { email } });
      expect([reply.status, reply.answer.email]).toEqual([200, email]);
      expect((await clara.call('GET /api/account', {})).email).toBe(email);
    }
    expect((await api.call('GET /api/account', {})).email).toBe('anna@example.org');
  });

  it('sets up one-time codes once, and lets an ordinary member remove them', async () => {
    const dana = await signedIn(test, await account(test, 'dana'));
    expect((await dana.try('POST /api/account/totp', { body: { code: '123456' } })).problem.code).toBe(
      'sign_in.code_refused',
    );
    const [one, two] = [
      await dana.call('POST /api/account/totp/secret', {}),
      await dana.call('POST /api/account/totp/secret', {}),
    ];
    expect(one.secret).not.toBe(two.secret);
    expect(decodeURIComponent(two.address)).toContain('dana');
    expect((await dana.call('DELETE /api/account/totp', {})).totp).toBe(false);
  });
});
