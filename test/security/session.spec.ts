import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { RightsWatch } from '../../server/platform/realtime/rights-watch.js';
import {
  account,
  behindProxy,
  elsewhere,
  goodPassword,
  signedIn,
  signIn,
  type TestAccount,
} from '../support/accounts.js';
import { foundDyad, member, type TestDyad } from '../support/actors.js';
import type { Api } from '../support/api.js';
import { startApp, type TestApp } from '../support/app.js';
import { connect, until } from '../support/live.js';

let test: TestApp;
let dyad: TestDyad;
let anna: TestAccount;
let heard: () => void = () => undefined;

beforeAll(async () => {
  test = await startApp(behindProxy);
  dyad = await foundDyad(test);
  anna = await account(test, 'anna');
  test.app.get(RightsWatch).onChange(() => heard());
});
afterAll(() => test.close());

const statusOf = async (api: Api): Promise<number> => (await api.try('GET /api/account', {})).status;

/** The same browser as it was: with the token it has now, whatever it gets later. */
function copyOf(api: Api): Api {
  const copy = test.visitor();
  copy.cookie = api.cookie;
  return copy;
}

const tokenOf = (api: Api): string => api.cookie?.split('=')[1] ?? '';

/** Moves time, and lets the server forget whom it knew a moment ago. */
async function later(shift: Parameters<TestApp['clock']['advance']>[0]): Promise<void> {
  const forgotten = new Promise<void>((resolve) => (heard = resolve));
  test.clock.advance(shift);
  await test.app.get(UnitOfWork).run('all dyads', (tx) => test.app.get(RightsWatch).announceAll(tx));
  await forgotten;
}

describe('SEC-01: a session', () => {
  it('SEC-01: is a cookie that scripts, other hosts and other sites cannot use', async () => {
    const reply = await signIn(test.visitor(), anna);
    const [pair = '', ...attributes] = String(reply.headers['set-cookie']).split('; ');
    expect(pair).toMatch(/^__Host-entente=[A-Za-z0-9_-]{43}$/);
    expect(attributes.map((one) => one.toLowerCase())).toEqual(
      expect.arrayContaining(['path=/', 'httponly', 'secure', 'samesite=lax']),
    );
    expect(attributes.join().toLowerCase()).not.toContain('domain');
  });

  it('SEC-01: leaves nothing in the database that could be used as a token', async () => {
    const token = tokenOf(await signedIn(test, anna));
    const forbidden = [token, Buffer.from(token).toString('hex'), Buffer.from(token, 'base64url').toString('hex')];
    const tables = await test.database.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'`,
    );
    let rows = 0;
    for (const { name } of tables) {
      const texts = await test.database.query<{ text: string }>(`select t::text as text from ${name} t`);
      rows += texts.length;
      for (const { text } of texts) for (const secret of forbidden) expect(text, name).not.toContain(secret);
    }
    expect(rows).toBeGreaterThan(5);
  });
});

describe('SEC-02: a new token', () => {
  it('SEC-02: comes with every sign-in, and the one the browser had ends', async () => {
    const api = await signedIn(test, anna);
    const before = copyOf(api);
    await signIn(api, anna);
    expect(api.cookie).not.toBe(before.cookie);
    expect(await statusOf(api)).toBe(200);
    await until(async () => (await statusOf(before)) === 401, 1_000);
  });

  it('SEC-02: comes with proving oneself again', async () => {
    const api = await signedIn(test, anna);
    const before = copyOf(api);
    await api.call('POST /api/session/recent', { body: { password: anna.password } }, { headers: elsewhere() });
    expect(api.cookie).not.toBe(before.cookie);
    expect(await statusOf(api)).toBe(200);
    await until(async () => (await statusOf(before)) === 401, 1_000);
  });

  it('SEC-02: comes with a changed password', async () => {
    const mila = await account(test, 'mila');
    const api = await signedIn(test, mila);
    const before = copyOf(api);
    await api.call('PUT /api/account/password', { body: { password: 'another quiet river' } });
    expect(api.cookie).not.toBe(before.cookie);
    expect(await statusOf(api)).toBe(200);
    await until(async () => (await statusOf(before)) === 401, 1_000);
  });

  it('SEC-02: is never what a browser brought along', async () => {
    const api = test.visitor();
    api.cookie = `__Host-entente=${'A'.repeat(43)}`;
    await signIn(api, anna);
    expect(tokenOf(api)).not.toBe('A'.repeat(43));
    expect(await statusOf(api)).toBe(200);
  });
});

describe('SEC-03: time ends a session', () => {
  it('SEC-03: after 24 hours without use', async () => {
    const { api } = await member(test, dyad);
    await later({ hours: 23, minutes: 59 });
    expect(await statusOf(api)).toBe(200);
    await later({ hours: 23, minutes: 59 });
    expect(await statusOf(api)).toBe(200);
    await later({ hours: 24, seconds: 1 });
    expect(await statusOf(api)).toBe(401);
  });

  it('SEC-03: after 14 days in all, however much it is used', async () => {
    const { api } = await member(test, dyad);
    for (let hours = 0; hours < 14 * 24 - 12; hours += 12) {
      await later({ hours: 12 });
      expect(await statusOf(api)).toBe(200);
    }
    await later({ hours: 12, seconds: 1 });
    expect(await statusOf(api)).toBe(401);
  });

  it('SEC-03: after 30 minutes without use, for those who decide about others', async () => {
    const { api } = await member(test, dyad, { roles: ['citizen', 'moderator'] });
    await later({ minutes: 29 });
    expect(await statusOf(api)).toBe(200);
    await later({ minutes: 30, seconds: 1 });
    expect(await statusOf(api)).toBe(401);
  });

  it('SEC-03: after 12 hours in all, for those who decide about others', async () => {
    const { api } = await member(test, dyad, { side: 'b', roles: ['citizen', 'steward'] });
    for (let minutes = 0; minutes < 12 * 60 - 20; minutes += 20) {
      await later({ minutes: 20 });
      expect(await statusOf(api)).toBe(200);
    }
    await later({ minutes: 20, seconds: 1 });
    expect(await statusOf(api)).toBe(401);
  });
});

describe('SEC-04: an ended session ends its open connections within a second', () => {
  it('SEC-04: by signing out', async () => {
    const who = await member(test, dyad);
    const before = copyOf(who.api);
    const live = await connect(test, who);
    const reply = await who.api.try('DELETE /api/session', {});
    expect(reply.headers['clear-site-data']).toContain('"storage"');
    await until(() => live.socket.disconnected, 1_000);
    expect(await statusOf(before)).toBe(401);
    await expect(connect(test, { ...who, api: before })).rejects.toThrow('session.needed');
  });

  it('SEC-04: by signing out everywhere else, and only there', async () => {
    const who = await member(test, dyad);
    const here = await member(test, await foundDyad(test, 'coast'), { accountId: who.accountId });
    const [there, kept] = [await connect(test, who), await connect(test, here)];
    await here.api.call('DELETE /api/sessions', {});
    await until(() => there.socket.disconnected, 1_000);
    expect(await statusOf(who.api)).toBe(401);
    expect(await statusOf(here.api)).toBe(200);
    expect(kept.socket.connected).toBe(true);
    kept.close();
  });

  it('SEC-04: by signing out one other place; a place of somebody else is none', async () => {
    const who = await member(test, dyad);
    const here = await member(test, await foundDyad(test, 'hill'), { accountId: who.accountId });
    const foreign = await member(test, dyad);
    const { sessions } = await here.api.call('GET /api/sessions', {});
    const other = sessions.find((one) => !one.current)?.id ?? '';
    expect(sessions).toHaveLength(2);
    expect((await foreign.api.try('DELETE /api/sessions/:session', { params: { session: other } })).status).toBe(404);
    const live = await connect(test, who);
    await here.api.call('DELETE /api/sessions/:session', { params: { session: other } });
    await until(() => live.socket.disconnected, 1_000);
    expect(await statusOf(who.api)).toBe(401);
  });

  it('SEC-04: by a changed password', async () => {
    const who = await member(test, dyad);
    const here = await member(test, await foundDyad(test, 'field'), { accountId: who.accountId });
    const live = await connect(test, who);
    await here.api.call('PUT /api/account/password', { body: { password: goodPassword } });
    await until(() => live.socket.disconnected, 1_000);
    expect(await statusOf(who.api)).toBe(401);
    expect(await statusOf(here.api)).toBe(200);
  });
});
