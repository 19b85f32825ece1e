import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, chromiumPath, openBrowser } from '../support/browser.js';
import { startDemonstration, type Demonstration } from '../support/demonstration.js';
import { atStatement } from '../support/statement-pages.js';

/** In each demonstration dyad: who suggested something, and a drafter of the other side. */
const stories = [
  {
    dyad: 'bg-mk',
    author: { login: 'goce', language: 'mk' },
    other: { login: 'nevena', language: 'bg' },
    suggested: 'пет дена',
    added: 'Благодарам.',
  },
  {
    dyad: 'hi-ur',
    author: { login: 'kavita', language: 'hi' },
    other: { login: 'imran', language: 'ur' },
    suggested: 'तीसरे रविवार',
    added: 'धन्यवाद।',
  },
] as const;

let demonstration: Demonstration;
let browser: Browser;

async function opened(dyad: string, who: { login: string; language: 'bg' | 'mk' | 'hi' | 'ur' }, width: number) {
  const reader = await atStatement(browser, demonstration, { dyad, ...who, width });
  await reader.page.locator('.statement-links a').nth(1).click();
  await reader.page.locator('.contents a').first().click();
  await reader.page.locator('ins').first().waitFor();
  return reader;
}

const accept = (page: Page) => page.locator('main .button--main').first();

describe.skipIf(chromiumPath === undefined)('a suggestion in two browsers', () => {
  beforeAll(async () => {
    demonstration = await startDemonstration({ before: 'pseudo', engines: 'pseudo' });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  it.each(stories)(
    '$dyad: is read as a difference, written on, accepted by both sides, and stands in the statement',
    async ({ dyad, author, other, suggested, added }) => {
      const [one, two] = [await opened(dyad, author, 1280), await opened(dyad, other, 390)];
      await one.page
        .locator('ins', { hasText: suggested.split(' ')[0] ?? '' })
        .first()
        .waitFor();
      const text = one.page.locator(`.clause-text[lang=${author.language}]`).nth(2);
      await text.click();
      await one.page.keyboard.press('End');
      await one.page.keyboard.type(` ${added}`);
      await two.page.locator('ins', { hasText: added }).waitFor();
      await one.page.locator('ins', { hasText: added }).waitFor();
      for (const { page } of [one, two]) expect(await accessibilityFaults(page)).toEqual([]);

      await accept(two.page).click();
      await one.page.locator('main p .side-mark').nth(1).waitFor();
      await accept(one.page).click();
      await accept(one.page).waitFor({ state: 'detached' });
      await two.page.locator('ins').first().waitFor({ state: 'detached' });

      await two.page.goto(new URL(two.page.url()).pathname.replace(/\/suggestions.*/, ''));
      const clause = two.page.locator('.clause').nth(2);
      await clause.locator(`.clause-text[lang=${author.language}]`, { hasText: suggested }).waitFor();
      await clause.locator(`.clause-text[lang=${author.language}]`, { hasText: added }).waitFor();
      expect([...one.errors, ...two.errors]).toEqual([]);
      for (const { context } of [one, two]) await context.close();
    },
  );
});
