import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, chromiumPath, openBrowser, type Reader } from '../support/browser.js';
import { startDemonstration, type Demonstration } from '../support/demonstration.js';
import { atStatement } from '../support/statement-pages.js';

/** In each demonstration dyad: a drafter who writes and one of the other side who looks on. */
const stories = [
  {
    dyad: 'bg-mk',
    writer: { login: 'nevena', language: 'bg' },
    other: { login: 'goce', language: 'mk' },
    name: 'След първото четене',
    words: 'И всяка неделя.',
  },
  {
    dyad: 'hi-ur',
    writer: { login: 'imran', language: 'ur' },
    other: { login: 'kavita', language: 'hi' },
    name: 'پہلی خواندگی کے بعد',
    words: 'اور ہر اتوار کو۔',
  },
] as const;

let demonstration: Demonstration;
let browser: Browser;

const clauseOf = (page: Page) => page.locator('.clause').nth(2);

const opened = (dyad: string, who: { login: string; language: 'bg' | 'mk' | 'hi' | 'ur' }, width: number) =>
  atStatement(browser, demonstration, { dyad, ...who, width });

/** Goes from the statement to one of the pages about it. */
async function follow(page: Page, at: number): Promise<void> {
  await page.locator('.statement-links a').nth(at).click();
  await page.locator('h1').waitFor();
}

describe.skipIf(chromiumPath === undefined)('versions of a joint statement in two browsers', () => {
  beforeAll(async () => {
    demonstration = await startDemonstration({ before: 'pseudo', engines: 'pseudo' });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  it.each(stories)(
    '$dyad: one keeps a version, words come, the difference is read, the version comes back to the other live',
    async ({ dyad, writer, other, name, words }) => {
      const [one, two]: [Reader, Reader] = [await opened(dyad, writer, 1280), await opened(dyad, other, 390)];
      const address = new URL(one.page.url()).pathname;

      await follow(one.page, 0);
      await one.page.locator('.version').first().waitFor();
      const kept = await one.page.locator('.version').count();
      await one.page.locator('details.sheet > summary').click();
      await one.page.locator('form input').fill(name);
      await one.page.locator('form button[type=submit]').click();
      const newest = one.page.locator('.version').first();
      await newest.getByText(name).waitFor();
      expect(await one.page.locator('.version').count()).toBe(kept + 1);

      await one.page.goto(address);
      const text = clauseOf(one.page).locator(`.clause-text[lang=${writer.language}]`);
      await text.click();
      await one.page.keyboard.press('End');
      await one.page.keyboard.type(` ${words}`);
      await clauseOf(two.page).getByText(words).waitFor();
      await one.page.locator('.saving--saved').waitFor();

      // Who wrote the new words stands after them by name.
      await clauseOf(two.page).locator('.clause__more > summary').first().click();
      await clauseOf(two.page).locator('.written-by').first().waitFor();
      expect(await accessibilityFaults(two.page)).toEqual([]);

      await follow(one.page, 0);
      await newest.locator('.button').nth(1).click();
      await one.page.locator('article.clause ins', { hasText: words }).waitFor();
      expect(await one.page.locator('article.clause del').count()).toBe(0);
      expect(await one.page.locator(`.read-text[lang=${writer.language}]`).first().getAttribute('dir')).toBe(
        writer.language === 'ur' ? 'rtl' : 'ltr',
      );
      expect(await accessibilityFaults(one.page)).toEqual([]);

      await newest.locator('.button').nth(2).click();
      await one.page.locator('dialog .button--main').click();
      await one.page.locator('dialog').waitFor({ state: 'detached' });
      await expect.poll(() => clauseOf(two.page).locator('.clause-text').allTextContents()).not.toContain(words);
      await expect.poll(() => one.page.locator('.version').count()).toBe(kept + 2);

      await two.page.goto(address);
      await follow(two.page, 2);
      await two.page.locator('.play-back').waitFor();
      const step = () => two.page.locator('main h2').first().textContent();
      const first = await step();
      await two.page.keyboard.press('j');
      await expect.poll(step).not.toBe(first);
      await two.page.keyboard.press('k');
      await expect.poll(step).toBe(first);
      await two.page.locator('input[type=range]').press('End');
      await two.page.locator('main .person').first().waitFor();
      await two.page.locator('main details > summary').last().click();
      expect(await two.page.locator('.steps tbody tr').count()).toBeGreaterThan(3);
      expect(await accessibilityFaults(two.page)).toEqual([]);

      expect([...one.errors, ...two.errors]).toEqual([]);
      for (const { context } of [one, two]) await context.close();
    },
  );
});
