import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, chromiumPath, openBrowser, type Reader } from '../support/browser.js';
import { startDemonstration, type Demonstration } from '../support/demonstration.js';
import { atStatement } from '../support/statement-pages.js';

/** In each demonstration dyad: the drafters of both sides with the languages they read and write. */
const stories = [
  { dyad: 'bg-mk', a: { login: 'nevena', language: 'bg' }, b: { login: 'goce', language: 'mk' }, words: ' И ваша.' },
  {
    dyad: 'hi-ur',
    a: { login: 'kavita', language: 'hi' },
    b: { login: 'imran', language: 'ur' },
    words: ' اور آپ کا۔',
  },
] as const;

let demonstration: Demonstration;
let browser: Browser;

/** The third clause of the demonstration's statement: written in both languages, and agreed to by nobody. */
const clauseOf = (page: Page) => page.locator('.clause').nth(2);
const textIn = (page: Page, language: string) => clauseOf(page).locator(`.clause-text[lang=${language}]`);
const mainButton = (page: Page) => clauseOf(page).locator('.button--main').first();

const opened = (dyad: string, who: { login: string; language: 'bg' | 'mk' | 'hi' | 'ur' }, width: number) =>
  atStatement(browser, demonstration, { dyad, ...who, width });

describe.skipIf(chromiumPath === undefined)('a joint statement in two browsers', () => {
  beforeAll(async () => {
    demonstration = await startDemonstration({ before: 'pseudo', engines: 'pseudo' });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  it.each(stories)(
    '$dyad: is written by both, agreed, falls by an edit, and is aligned',
    async ({ dyad, a, b, words }) => {
      const [one, other]: [Reader, Reader] = [await opened(dyad, a, 1280), await opened(dyad, b, 390)];
      expect(await textIn(other.page, b.language).getAttribute('dir')).toBe(b.language === 'ur' ? 'rtl' : 'ltr');

      await mainButton(one.page).click();
      const state = (page: Page) => clauseOf(page).locator('.clause__state .tag').textContent();
      await expect.poll(() => clauseOf(other.page).locator('.clause__state .side-mark').count()).toBe(1);

      // Who writes sees it at once, the other as soon as it is committed; and the agreement to the earlier text has fallen.
      await textIn(other.page, b.language).click();
      await other.page.keyboard.press('End');
      await other.page.keyboard.type(words);
      await textIn(one.page, b.language).getByText(words.trim()).waitFor();
      await other.page.locator('.saving--saved').waitFor();
      await clauseOf(one.page).locator('.clause__state .soft').waitFor();

      for (const page of [one.page, other.page]) await mainButton(page).click();
      await expect.poll(() => clauseOf(one.page).locator('.button--main').count()).toBe(1);
      for (const page of [one.page, other.page]) await mainButton(page).click();
      await expect.poll(async () => (await state(one.page)) !== '' && (await mainButton(one.page).count())).toBe(0);

      for (const { page } of [one, other]) expect(await accessibilityFaults(page)).toEqual([]);
      expect([...one.errors, ...other.errors]).toEqual([]);
      for (const { context } of [one, other]) await context.close();
    },
  );

  it('keeps what is written without a network, says so, and brings it together when there is one again', async () => {
    const [story] = stories;
    const [one, other] = [await opened(story.dyad, story.a, 1280), await opened(story.dyad, story.b, 1280)];
    await one.context.setOffline(true);
    await one.page.locator('.saving--offline').waitFor({ timeout: 60_000 });
    await textIn(one.page, 'bg').click();
    await one.page.keyboard.press('End');
    await one.page.keyboard.type(' Без мрежа.');
    await textIn(other.page, 'mk').click();
    await other.page.keyboard.press('End');
    await other.page.keyboard.type(' Со мрежа.');
    await other.page.locator('.saving--saved').waitFor();
    await one.context.setOffline(false);
    await textIn(other.page, 'bg').getByText('Без мрежа.').waitFor({ timeout: 30_000 });
    await textIn(one.page, 'mk').getByText('Со мрежа.').waitFor();
    await one.page.locator('.saving--saved').waitFor();
    for (const { context } of [one, other]) await context.close();
  });
});
