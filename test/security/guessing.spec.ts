import { dictionary } from '@zxcvbn-ts/language-common';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { PasswordHasher } from '../../server/modules/identity/password-hasher.js';
import { requireGoodPassword } from '../../server/modules/identity/password.policy.js';
import { account, behindProxy, signedIn, signIn, type TestAccount } from '../support/accounts.js';
import type { Api } from '../support/api.js';
import { startApp, type TestApp } from '../support/app.js';

let test: TestApp;
let anna: TestAccount;
beforeAll(async () => {
  test = await startApp(behindProxy);
  anna = await account(test, 'anna');
});
afterAll(() => test.close());

/** Passwords are slow on purpose, and slower where other things run beside. */
const patient = { timeout: 120_000 };

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/**
 * How far pairs lean to one side, in standard deviations of chance (Wilcoxon's signed ranks): what a Mann-Whitney test
 * asks of two samples, asked of pairs, which a machine that is busy for a while cannot pull apart.
 */
function signedRanks(differences: readonly number[]): number {
  const ranked = differences.toSorted((a, b) => Math.abs(a) - Math.abs(b));
  const sum = ranked.reduce((total, one, at) => total + Math.sign(one) * (at + 1), 0);
  const n = ranked.length;
  return sum / Math.sqrt((n * (n + 1) * (2 * n + 1)) / 6);
}

/** One guess, sent from a loopback address of its own; the status of the answer. */
function guess(base: string, localAddress: string, said: { login: string; password: string }): Promise<number> {
  const url = new URL('/api/session', base);
  const body = JSON.stringify(said);
  const headers = {
    host: url.host,
    origin: base,
    'x-csrf': '1',
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const sent = request({
      host: '127.0.0.1',
      port: url.port,
      path: url.pathname,
      method: 'POST',
      localAddress,
      headers,
    });
    sent.once('error', reject).once('response', (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    });
    sent.end(body);
  });
}

describe('SEC-08: guessing', patient, () => {
  it('SEC-08: 1,000 guesses from 200 addresses execute at most 20 password checks', async () => {
    // The addresses count as they are: no proxy stands in front of this server.
    const direct = await startApp({}, test.database);
    const checks = vi.spyOn(direct.app.get(PasswordHasher), 'matches');
    const counts = new Map<number, number>();
    for (let round = 0; round < 20; round += 1) {
      const statuses = await Promise.all(
        Array.from({ length: 50 }, (_, at) => {
          const source = (round * 50 + at) % 200;
          const address = `127.1.${Math.floor(source / 100)}.${(source % 100) + 1}`;
          return guess(direct.url, address, { login: anna.login, password: `guess number ${round} ${at}` });
        }),
      );
      for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    expect(checks.mock.calls.length).toBeGreaterThan(0);
    expect(checks.mock.calls.length).toBeLessThanOrEqual(20);
    expect((counts.get(401) ?? 0) + (counts.get(429) ?? 0)).toBe(1_000);
    await direct.close();
  });

  it('SEC-08: one network that tries many logins is slowed too, whatever it says of itself', async () => {
    const direct = await startApp({}, test.database);
    const statuses: number[] = [];
    for (let at = 0; at < 60; at += 1) {
      const reply = await direct
        .visitor()
        .send(
          'POST /api/session',
          { body: { login: `nobody${at}`, password: 'some password' } },
          { headers: { 'x-forwarded-for': `203.0.113.${at}` } },
        );
      statuses.push(reply.status);
      if (reply.status === 429) expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
    }
    expect(statuses.filter((status) => status === 401)).toHaveLength(30);
    expect(statuses.slice(30).every((status) => status === 429)).toBe(true);
    await direct.close();
  });

  it('SEC-08: a flood of guesses leaves an open session of its victim alone', async () => {
    const victim = await account(test, 'victim');
    const api = await signedIn(test, victim);
    for (let at = 0; at < 12; at += 1) await signIn(test.visitor(), { ...victim, password: 'a wrong password' });
    expect((await signIn(test.visitor(), victim)).status).toBe(429);
    expect((await api.try('GET /api/account', {})).status).toBe(200);
  });
});

describe('SEC-09: the answer never tells whether a login exists', () => {
  it('SEC-09: status, body and headers are the same', async () => {
    const [unknown, wrong] = [
      await signIn(test.visitor(), { login: 'nobody', password: 'some wrong password' }),
      await signIn(test.visitor(), { login: anna.login, password: 'some wrong password' }),
    ];
    expect([unknown.status, unknown.answer]).toEqual([wrong.status, wrong.answer]);
    expect(unknown.status).toBe(401);
    expect(Object.keys(unknown.headers).toSorted()).toEqual(Object.keys(wrong.headers).toSorted());
    expect(unknown.headers['content-length']).toBe(wrong.headers['content-length']);
  });

  it('SEC-09: nor does the time it takes', async () => {
    const known = await Promise.all(
      Array.from({ length: 10 }, (_, at) => account(test, `known-${String.fromCodePoint(97 + at)}`)),
    );
    const timed = async (login: string): Promise<number> => {
      const from = performance.now();
      const { status } = await signIn(test.visitor(), { login, password: 'some wrong password' });
      expect(status).toBe(401);
      return performance.now() - from;
    };
    await timed('warm-up');
    const differences: number[] = [];
    const times: number[] = [];
    for (let at = 0; at < 60; at += 1) {
      const login = known[at % known.length]?.login ?? '';
      const nobody = `nobody${at % known.length}`;
      // Whoever goes first in a pair changes, so that what else the machine does falls on both alike.
      const unknownFirst = at % 2 ? undefined : await timed(nobody);
      const one = await timed(login);
      const other = unknownFirst ?? (await timed(nobody));
      differences.push(one - other);
      times.push(other);
    }
    // On a machine with better things to do everything takes longer, and so does chance.
    expect(Math.abs(median(differences))).toBeLessThan(Math.max(15, median(times) / 5));
    expect(Math.abs(signedRanks(differences))).toBeLessThan(4);
    expect(median(times)).toBeGreaterThan(20);
  }, 300_000);

  it('SEC-09: and a difference of a few milliseconds would be noticed', () => {
    // As noisy as a busy machine: some tens of milliseconds, now and then hundreds.
    const noise = Array.from({ length: 100 }, (_, at) => ((at * 37) % 41) - 20 + (at % 17 ? 0 : at % 2 ? 300 : -300));
    expect(Math.abs(signedRanks(noise))).toBeLessThan(4);
    expect(Math.abs(signedRanks(noise.map((one) => one + 8)))).toBeGreaterThan(4);
  });

  it('SEC-09: nor does recovery or an invitation that does not exist', async () => {
    const recover = (login: string) =>
      test.visitor().try('POST /api/account/recovery', {
        body: { login, code: 'aaaa-bbbb-cccc', password: 'a good long password' },
      });
    const [unknown, known] = [await recover('nobody'), await recover(anna.login)];
    expect([unknown.status, unknown.problem]).toEqual([known.status, known.problem]);
    expect(unknown.problem.code).toBe('sign_in.refused');
  });
});

describe('SEC-10: passwords are stored so that guessing them is slow', patient, () => {
  it('SEC-10: as Argon2id with 64 MiB, three rounds, one lane, salted', async () => {
    const rows = await test.database.query<{ hash: string }>(
      `select password_hash as hash from account where password_hash is not null`,
    );
    expect(rows.length).toBeGreaterThan(4);
    for (const { hash } of rows)
      expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$[A-Za-z0-9+/]{22,}\$[A-Za-z0-9+/]{43}$/);
    expect(new Set(rows.map(({ hash }) => hash)).size).toBe(rows.length);
  });

  it('SEC-10: a hash of older, lower costs is made anew at the next sign-in', async () => {
    const { hash } = await import('@node-rs/argon2');
    const ilina = await account(test, 'ilina');
    const cheap = await hash(ilina.password, { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 });
    await test.database.query(`update account set password_hash = $1 where id = $2`, [cheap, ilina.id]);
    expect((await signIn(test.visitor(), ilina)).status).toBe(200);
    const [row] = await test.database.query<{ hash: string }>(
      `select password_hash as hash from account where id = $1`,
      [ilina.id],
    );
    expect(row?.hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect((await signIn(test.visitor(), ilina)).status).toBe(200);
  });

  it('SEC-10: more than can wait are told when to come back', async () => {
    const replies = await Promise.all(
      Array.from({ length: 80 }, (_, at) =>
        signIn(test.visitor(), { login: `nobody-here-${at}`, password: 'some password' }),
      ),
    );
    const busy = replies.filter(({ status }) => status === 503);
    expect(busy.length).toBeGreaterThan(0);
    for (const { problem, headers } of busy)
      expect([problem.code, headers['retry-after']]).toEqual(['sign_in.busy', '5']);
  });
});

describe('SEC-11: what a password may be', () => {
  let vera: TestAccount;
  let api: Api;
  beforeAll(async () => {
    vera = await account(test, 'vera');
    api = await signedIn(test, vera);
  });
  const change = async (password: string) =>
    (await api.try('PUT /api/account/password', { body: { password } })).problem.code;
  const enter = async (password: string) => (await signIn(test.visitor(), { ...vera, password })).status;

  it('SEC-11: at least twelve characters, counted as people count', async () => {
    expect(await change('elevenchars')).toBe('account.password_too_short');
    expect(await change('😀😀😀😀😀ab')).toBe('account.password_too_short');
    expect(await change('реката-зборува')).toBeUndefined();
  });

  it('SEC-11: long, of any script, to the last byte; composed and decomposed letters are the same', async () => {
    const long = `${'пролетна вода тече '.repeat(5)}é`;
    expect(long.length).toBeGreaterThan(64);
    expect(Buffer.byteLength(long)).toBeGreaterThan(72 * 2);
    expect(await change(long)).toBeUndefined();
    expect(await enter(`${long.slice(0, -1)}è`)).toBe(401);
    expect(await enter(long.normalize('NFD'))).toBe(200);
    expect(await enter('x'.repeat(257))).toBe(400);
  });

  it('SEC-11: none of those that attackers try first, nor one that holds the login', async () => {
    const first = dictionary['passwords-common'].slice(0, 3_000).map(String);
    expect(first).toHaveLength(3_000);
    for (const one of first) expect(() => requireGoodPassword(one, 'somebody'), one).toThrow();
    const long = dictionary['passwords-common'].map(String).find((one) => one.length >= 12) ?? '';
    const refused = [long, 'passwordpassword', 'password12345678', 'aaaaaaaaaaaaaaaa', `this is ${vera.login} here`];
    for (const one of refused) expect(await change(one), one).toBe('account.password_too_common');
    expect(await change('it has no digit or sign')).toBeUndefined();
  });
});
