import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import sentences from '../../locales/en/pages/account.json' with { type: 'json' };
import { account, signedIn, type TestAccount } from '../support/accounts.js';
import { foundDyad, member } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { chromiumPath, openBrowser, openReader, type Reader } from '../support/browser.js';

let test: TestApp;
let browser: Browser;
let vesna: TestAccount;

/** A security key as Chromium itself plays one, over the DevTools protocol. */
interface Device {
  readonly session: CDPSession;
  readonly id: string;
}

async function plugIn(page: Page): Promise<Device> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { session, id: authenticatorId };
}

/** Whether the device can tell from now on that its user is its owner. */
const verifies = ({ session, id }: Device, isUserVerified: boolean): Promise<unknown> =>
  session.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified });

const button = ({ page }: Reader, name: string) => page.getByRole('button', { name, exact: true });

async function signInWithPassword(reader: Reader): Promise<void> {
  await reader.page.goto('/sign-in');
  await reader.page.locator('input[autocomplete=username]').first().fill(vesna.login);
  await reader.page.locator('input[autocomplete=current-password]').fill(vesna.password);
  await button(reader, sentences.sign_in.action).click();
  // A moderator without a second factor is led to where they can have one.
  await reader.page.waitForURL(/\/account$/);
}

/** What a page asks the device for, with options that the server gave and the page changed; the device's answer. */
function askDevice(page: Page, options: Record<string, unknown>): Promise<Record<string, unknown>> {
  return page.evaluate<Record<string, unknown>>(`
    navigator.credentials
      .get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(${JSON.stringify(options)}) })
      .then((credential) => credential.toJSON())`);
}

describe.skipIf(chromiumPath === undefined)('a passkey in a browser', () => {
  let reader: Reader;
  let device: Device;
  beforeAll(async () => {
    test = await startApp();
    vesna = await account(test, 'vesna');
    await member(test, await foundDyad(test), { accountId: vesna.id, roles: ['citizen', 'moderator'] });
    browser = await openBrowser();
    reader = await openReader(browser, test, { language: 'en' });
    device = await plugIn(reader.page);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await test?.close();
  });

  it('SEC-12: is added on the account page and signs in without the password, as a second factor too', async () => {
    await signInWithPassword(reader);
    await reader.page.locator('summary', { hasText: sentences.passkeys.add }).click();
    await reader.page.getByLabel(sentences.passkeys.name).fill('Key on the blue ring');
    await reader.page.locator('details button', { hasText: sentences.passkeys.add }).click();
    await reader.page.getByText('Key on the blue ring').waitFor();
    const { credentials } = await device.session.send('WebAuthn.getCredentials', { authenticatorId: device.id });
    expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }]);

    await button(reader, sentences.account.sign_out).first().click();
    await reader.page.waitForURL((url) => url.pathname === '/');
    expect(await reader.page.evaluate('fetch("/api/account").then(({ status }) => status)')).toBe(401);

    await reader.page.goto('/sign-in');
    await button(reader, sentences.sign_in.passkey).click();
    await reader.page.waitForURL(/\/d\/river/);
    expect(await reader.page.evaluate('fetch("/api/session").then((reply) => reply.json())')).toMatchObject({
      signedIn: true,
      strong: true,
    });
    expect(await reader.page.evaluate('fetch("/api/dyads/river/desk").then(({ status }) => status)')).toBe(200);
    expect(reader.errors).toEqual([]);
  });

  it('SEC-12: opens nothing on a device that did not ask its user', async () => {
    await reader.context.clearCookies();
    await verifies(device, false);
    await reader.page.goto('/sign-in');
    await button(reader, sentences.sign_in.passkey).click();
    await reader.page.getByText(sentences.sign_in.passkey_failed).waitFor();

    // The same from a page that does not insist: the device signs, and the server does not take it.
    const api = test.visitor();
    const { challenge, options } = await api.call('POST /api/session/passkey/options', {});
    const response = await askDevice(reader.page, { ...options, userVerification: 'discouraged' });
    const reply = await api.try('POST /api/session/passkey', { body: { challenge, response } });
    expect([reply.status, reply.problem.code, api.cookie]).toEqual([401, 'sign_in.refused', undefined]);
    await verifies(device, true);
  });

  it('SEC-12: opens nothing when another page asked for it, even one of the same name', async () => {
    const other = await startApp({}, test.database);
    const relay = async (from: string) => {
      await reader.page.goto(`${from}/sign-in`);
      const api = test.visitor();
      const { challenge, options } = await api.call('POST /api/session/passkey/options', {});
      const response = await askDevice(reader.page, options);
      return api.try('POST /api/session/passkey', { body: { challenge, response } });
    };
    expect((await relay(other.url)).problem.code).toBe('sign_in.refused');
    expect((await relay(test.url)).status).toBe(200);
    // And a name that is not ours gets no answer from the device at all.
    const stranger = other.url.replace('localhost', '127.0.0.1');
    await expect(relay(stranger)).rejects.toThrow(/SecurityError|relying party|domain/i);
    await other.close();
  });

  it('SEC-12: opens nothing once it was removed', async () => {
    const api = await signedIn(test, vesna);
    const { passkeys } = await api.call('GET /api/account', {});
    const proved = await test.visitor().call('POST /api/session/passkey/options', {});
    expect(passkeys).toHaveLength(1);
    await test.database.query(`delete from passkey where account_id = $1`, [vesna.id]);
    await reader.page.goto(`${test.url}/sign-in`);
    const response = await askDevice(reader.page, proved.options);
    const body = { challenge: proved.challenge, response };
    expect((await test.visitor().try('POST /api/session/passkey', { body })).problem.code).toBe('sign_in.refused');
  });
});
