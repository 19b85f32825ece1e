import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, chromiumPath, openBrowser, openReader } from '../support/browser.js';
import { signIn, startDemonstration, type Demonstration } from '../support/demonstration.js';

let demonstration: Demonstration;
let browser: Browser;

const rows = [
  'concept,language,term,status,forms,stems,note',
  'bund,hi,बाँध का फाटक,preferred,,,नहर का फाटक भी।',
  'bund,ur,بند کا پھاٹک,preferred,,,نہر کا پھاٹک بھی۔',
  'gate,hi,जलमार्ग,contested,,,एक पक्ष इसे नहर कहता है।',
  'gate,ur,آب راہ,contested,,,ایک فریق اسے نہر کہتا ہے۔',
  'lonely,hi,अकेला,,,,एक ही भाषा में।',
];
const file = { name: 'words (1).csv', mimeType: 'text/csv', buffer: Buffer.from(`${rows.join('\r\n')}\r\n`) };

/** Whether everything of a page stands inside its width. */
const widthOf = (page: Page) => page.evaluate('document.documentElement.scrollWidth');

describe.skipIf(chromiumPath === undefined)('files of a glossary', () => {
  beforeAll(async () => {
    demonstration = await startDemonstration({ before: ',', engines: ',' });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  it('are read and proposed on a phone in Urdu, and come in when the other side has read all of it', async () => {
    const one = await openReader(browser, demonstration.app, { language: 'ur', width: 390, dark: true });
    await signIn(one, await demonstration.login('hi-ur', 'b', 'steward'));
    const { page } = one;
    await page.goto('/d/hi-ur/glossary');
    await page.locator('.glossary-entry').first().waitFor();
    const before = await page.locator('.glossary-entry').count();
    const part = page.locator('details.glossary-part').first();
    await part.locator('summary').first().click();
    await part.locator('input[type=file]').setInputFiles(file);
    await part.locator('button').first().click();
    await part.locator('.term-state').nth(1).waitFor();
    expect(await part.locator('.term-state').count()).toBe(2);
    await part.locator('details summary').click();
    expect(await part.locator('details li').count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await widthOf(page)).toBe(390);
    await part.locator('textarea').fill('ہم نے اپنی مجلس میں اس پر اتفاق کیا۔');
    await part.locator('button.button--main').click();
    await page.waitForURL(/\/stewards$/);
    await page.context().close();

    const other = await openReader(browser, demonstration.app, { language: 'hi', width: 1280 });
    await signIn(other, await demonstration.login('hi-ur', 'a', 'steward'));
    await other.page.goto('/d/hi-ur/stewards');
    const act = other.page.locator('.act', { has: other.page.locator('.import-hash') });
    await act.locator('.term-state').nth(1).waitFor();
    expect(await act.locator('h3').innerText()).toContain('words (1).csv');
    expect(await act.locator('.term-state [lang=ur]').first().getAttribute('dir')).toBe('rtl');
    expect(await act.locator('.import-hash').innerText()).toMatch(/^[0-9a-f]{64}$/);
    expect(await accessibilityFaults(other.page)).toEqual([]);
    expect(await widthOf(other.page)).toBe(1280);
    await act.locator('.act__answers button.button--main').click();
    await act.waitFor({ state: 'detached' });
    await other.page.goto('/d/hi-ur/glossary');
    await other.page.locator('.glossary-entry', { hasText: 'آب راہ' }).waitFor();
    expect(await other.page.locator('.glossary-entry').count()).toBe(before + 2);
    expect([one.foreign, one.errors, other.foreign, other.errors]).toEqual([[], [], [], []]);
    await other.page.context().close();
  });

  it('are taken along by a visitor', async () => {
    const reader = await openReader(browser, demonstration.app, { language: 'en', width: 390 });
    const { page } = reader;
    await page.goto('/d/bg-mk/glossary');
    await page.locator('details.glossary-part summary').first().click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('details.glossary-part a[download]').first().click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^bg-mk glossary \d+\.tbx$/);
    expect(await accessibilityFaults(page)).toEqual([]);
    await reader.context.close();
  });
});
