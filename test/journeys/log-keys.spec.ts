import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RecordKeys } from '../../server/modules/record/record-keys.port.js';
import type { Tx } from '../../server/platform/database/tx.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { Sentences } from '../../server/platform/i18n/sentences.js';
import { foundDyad, type TestDyad } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import {
  accessibilityFaults,
  chromiumPath,
  openBrowser,
  openReader,
  type Reader,
  type ReaderWish,
} from '../support/browser.js';

let app: TestApp;
let browser: Browser;
let dyad: TestDyad;

/** Nothing for axe to find, nothing wider than the screen, no error of the page, no request to anywhere else. */
async function expectSound({ page, errors, foreign }: Reader): Promise<void> {
  await page.waitForLoadState('networkidle');
  expect(await accessibilityFaults(page), page.url()).toEqual([]);
  const widest = await page.evaluate<number>('document.documentElement.scrollWidth');
  expect(widest, page.url()).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
  expect([...errors, ...foreign]).toEqual([]);
}

/** Has a visitor look at the record, with all that stands about the log opened. */
async function looking(wish: ReaderWish, look: (reader: Reader) => Promise<void>): Promise<void> {
  const reader = await openReader(browser, app, wish);
  await reader.page.goto(`/d/${dyad.slug}/record`);
  await reader.page.locator('.log-standing summary').click();
  await look(reader);
  await expectSound(reader);
  await reader.context.close();
}

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

const keys = async (work: (tx: Tx, keys: RecordKeys) => Promise<unknown>): Promise<void> => {
  await app.app.get(UnitOfWork).run({ dyadId: dyad.id }, (tx) => work(tx, app.app.get(RecordKeys)));
  await app.settled();
};

const state = () => app.visitor().call('GET /api/dyads/:dyad/log', { params: { dyad: dyad.slug } });

describe.skipIf(chromiumPath === undefined)('the key of a log, as its readers see it', () => {
  beforeAll(async () => {
    app = await startApp();
    browser = await openBrowser();
    dyad = await foundDyad(app, 'river');
    await app.settled();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('stands there with the next one while both sign, and until when; a receipt says that either holds', async () => {
    await keys((tx, of) => of.rotate(tx, dyad.id));
    const [old, next] = (await state()).keys;
    await looking({ language: 'ur', width: 390 }, async ({ page }) => {
      await page.locator(`[data-retires="${old?.retiresOn}"]`).waitFor();
      const facts = await page.locator('.log-facts').textContent();
      for (const key of [old, next]) expect(facts).toContain(key?.verifierKey);
      expect(await page.locator('[data-retires]').count()).toBe(1);
      expect(await page.locator('[data-frozen]').count()).toBe(0);
    });
    await looking({ language: 'en', width: 390, dark: true }, async ({ page }) => {
      const said = app.app.get(Sentences).say('en', 'dyads', 'record.policy.changed', {});
      await page.getByText(said).first().waitFor();
      expect(await page.locator('main').textContent()).toMatch(/From [^.]*20\d\d on, only the new one signs\./);
    });
    const receipt = file('river-0.tlog-proof', await (await fetch(`${app.url}/log/${dyad.slug}/receipt/0`)).text());
    for (const key of [old, next]) {
      const reader = await openReader(browser, app, { language: 'en', width: 390 });
      await reader.page.goto('/verify');
      const policy = file('policy', `log ${key?.verifierKey}\nquorum none\n`);
      await reader.page.locator('input[type=file]').first().setInputFiles([receipt, policy]);
      await reader.page.getByText('The log has signed the record as it stood then.').waitFor();
      expect(await reader.page.locator('main').textContent()).toContain(key?.verifierKey);
      await reader.context.close();
    }
  });

  it('was revoked: the page says so, and that nothing is lost; under the next one it says what happened', async () => {
    for (const { verifierKey } of (await state()).keys)
      await keys((tx, of) => of.revoke(tx, dyad.id, verifierKey, 'compromised'));
    await looking({ language: 'he', width: 390 }, async ({ page }) => {
      await page.locator('[data-frozen=compromised]').waitFor();
    });
    // No key is no wrong key: the policy names none now.
    const reader = await openReader(browser, app, { language: 'en', width: 390 });
    await reader.page.goto('/verify');
    const [receipt, policy] = await Promise.all(
      ['receipt/0', 'policy'].map(async (path) => (await fetch(`${app.url}/log/${dyad.slug}/${path}`)).text()),
    );
    expect(policy).toBe('quorum none\n');
    await reader.page
      .locator('input[type=file]')
      .first()
      .setInputFiles([file('river-0.tlog-proof', receipt ?? ''), file('policy', policy ?? '')]);
    await reader.page.getByText('The keys of the log are not known here').waitFor();
    expect(await reader.page.locator('[data-verdict]').getAttribute('data-verdict')).toBe('not_known');
    await reader.context.close();
    await keys((tx, of) => of.rotate(tx, dyad.id));
    await looking({ language: 'en', width: 1280 }, async ({ page }) => {
      expect(await page.locator('[data-frozen]').count()).toBe(0);
      const main = await page.locator('main').textContent();
      expect(main).toContain('A key of this log was revoked: somebody else may have it.');
      expect(main).not.toMatch(/\{\{|record\.key/);
    });
  });
});
