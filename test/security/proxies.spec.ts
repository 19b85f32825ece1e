import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, type TestApp } from '../support/app.js';
import { createDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

/** How many of 40 sign-ins are let through to the password when each says that it comes from somewhere else. */
async function letThrough(test: TestApp, from: (at: number) => string): Promise<number> {
  let refused = 0;
  for (let at = 0; at < 40; at += 1) {
    const body = { login: `nobody-${at}`, password: 'short one' };
    const headers = { 'x-forwarded-for': from(at), 'x-real-ip': from(at), forwarded: `for=${from(at)}` };
    const { status } = await test.visitor().send('POST /api/session', { body }, { headers });
    if (status === 429) refused += 1;
  }
  return 40 - refused;
}

const address = (at: number): string => `198.51.100.${at + 1}`;

describe('SEC-58: where a request comes from is what a trusted proxy says, and nobody else', () => {
  it('SEC-58: without a proxy no header changes it', async () => {
    const test = await startApp({}, database);
    expect(await letThrough(test, address)).toBe(30);
    await test.close();
  });

  it('SEC-58: a proxy at another address than the trusted one is not believed', async () => {
    const test = await startApp({ TRUSTED_PROXIES: '10.0.0.0/8' }, database);
    expect(await letThrough(test, address)).toBe(30);
    await test.close();
  });

  it('SEC-58: a trusted proxy is believed, but only for what it added itself', async () => {
    const test = await startApp({ TRUSTED_PROXIES: '127.0.0.0/8,::1' }, database);
    expect(await letThrough(test, address)).toBe(40);
    // The client invents the first address, the proxy adds where it really came from.
    expect(await letThrough(test, (at) => `${address(at)}, 203.0.113.9`)).toBe(30);
    await test.close();
  });
});
