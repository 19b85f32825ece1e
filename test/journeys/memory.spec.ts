import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, chromiumPath, openBrowser, openReader } from '../support/browser.js';
import { signIn, startDemonstration, type Demonstration } from '../support/demonstration.js';

let demonstration: Demonstration;
let browser: Browser;

const file = {
  name: 'پانی.tmx',
  mimeType: 'application/x-tmx+xml',
  buffer: Buffer.from(`<tmx version="1.4"><header srclang="hi"/><body>
<tu><tuv xml:lang="hi"><seg>नदी का पानी साफ़ है।</seg></tuv><tuv xml:lang="ur"><seg>دریا کا پانی صاف ہے۔</seg></tuv></tu>
<tu><tuv xml:lang="hi"><seg>पुल पुराना है।</seg></tuv><tuv xml:lang="ur"><seg>پل پرانا ہے۔</seg></tuv></tu>
<tu><tuv xml:lang="hi"><seg>पुल</seg></tuv><tuv xml:lang="de"><seg>Brücke</seg></tuv></tu>
</body></tmx>`),
};

describe.skipIf(chromiumPath === undefined)('the page of the translation memory', () => {
  beforeAll(async () => {
    demonstration = await startDemonstration({ before: ',', engines: ',' });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  it.each([
    ['ur', 390, true],
    ['en', 1280, false],
  ] as const)(
    'takes a file on trial, keeps it, finds words and confirms, in %s at %i',
    async (language, width, dark) => {
      const reader = await openReader(browser, demonstration.app, { language, width, dark });
      const { page } = reader;
      await signIn(reader, await demonstration.login('hi-ur', language === 'ur' ? 'b' : 'a', 'steward'));
      await page.goto('/d/hi-ur/memory');
      const form = page.locator('details.memory-part').first();
      await form.locator('summary').first().click();
      await form.locator('input[type=file]').setInputFiles(file);
      await form.locator('input[type=checkbox]').check();
      await form.locator('button').first().click();
      await form.locator('details summary').click();
      expect(await form.locator('details li').count()).toBe(1);
      expect(await accessibilityFaults(page)).toEqual([]);
      const keep = form.locator('button.button--main');
      if (language === 'ur') {
        expect(await page.locator('.memory-entry', { hasText: 'पुल पुराना है।' }).count()).toBe(0);
        await keep.click();
        await page.locator('.memory-entry', { hasText: 'पुल पुराना है।' }).waitFor();
      } else {
        expect(await keep.count()).toBe(0);
      }
      await page.locator('input[type=search]').fill('पुल पुराना');
      await page.locator('.memory-entry', { hasText: 'पुल पुराना है।' }).waitFor();
      await page.locator('.memory-entry', { hasText: 'नदी' }).waitFor({ state: 'detached' });
      const found = page.locator('.memory-entry');
      expect(await found.locator('[lang=ur]').getAttribute('dir')).toBe('rtl');
      const before = await found.locator('.small').last().innerText();
      await found.locator('button').first().click();
      await expect.poll(() => found.locator('.small').last().innerText()).not.toBe(before);
      expect(await found.locator('button').count()).toBe(1);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
      await page.context().close();
    },
  );
});
