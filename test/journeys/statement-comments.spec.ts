import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, chromiumPath, openBrowser, openReader, type Reader } from '../support/browser.js';
import { signIn, startDemonstration, type Demonstration } from '../support/demonstration.js';
import { atStatement } from '../support/statement-pages.js';

/** In each demonstration dyad: a citizen who comments on a phone, a moderator of the other side, and a drafter. */
const stories = [
  {
    dyad: 'bg-mk',
    citizen: { side: 'b', language: 'mk' },
    moderator: { side: 'a', language: 'bg' },
    drafter: 'nevena',
    comment: 'Што е тука заедничко?',
    before: 'Знаеме: ',
  },
  {
    dyad: 'hi-ur',
    citizen: { side: 'b', language: 'ur' },
    moderator: { side: 'a', language: 'hi' },
    drafter: 'kavita',
    comment: 'یہاں مشترک کیا ہے؟',
    before: 'دیکھیے: ',
  },
] as const;

let demonstration: Demonstration;
let browser: Browser;

const clauseOf = (page: Page) => page.locator('.clause').nth(2);
const textIn = (page: Page, language: string) => clauseOf(page).locator(`.clause-text[lang=${language}]`);
const marked = (page: Page) => clauseOf(page).locator('.comment-mark');

const reading = (login: string, dyad: string, language: 'bg' | 'mk' | 'hi' | 'ur', width: number): Promise<Reader> =>
  atStatement(browser, demonstration, { dyad, login, language, width });

/** Selects the first word of a text as a hand does, also where one may only read. */
async function selectFirstWord(page: Page, language: string): Promise<string> {
  return page.evaluate<string>(`(() => {
    const text = document.querySelectorAll('.clause')[2].querySelector('.clause-text[lang=${language}] p');
    const words = document.createTreeWalker(text, NodeFilter.SHOW_TEXT).nextNode();
    const [first] = words.textContent.split(' ');
    getSelection().setBaseAndExtent(words, 0, words, first.length);
    return first;
  })()`);
}

describe.skipIf(chromiumPath === undefined)('comments on words of a joint statement', () => {
  beforeAll(async () => {
    demonstration = await startDemonstration({ before: 'pseudo', engines: 'pseudo' });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  it.each(stories)(
    '$dyad: a citizen says something of a word, a moderator of the other side publishes it, and it stays with its word',
    async ({ dyad, citizen, moderator, drafter, comment, before }) => {
      const login = await demonstration.login(dyad, citizen.side, 'citizen');
      const phone = await reading(login, dyad, citizen.language, 390);
      const word = await selectFirstWord(phone.page, citizen.language);
      expect(word).not.toBe('');
      await clauseOf(phone.page)
        .locator('.clause__page')
        .filter({ has: phone.page.locator(`[lang=${citizen.language}].clause-text`) })
        .locator('.under-text .button')
        .first()
        .click();
      const panel = phone.page.locator('.comment-panel');
      expect(await panel.locator('.comment-words blockquote').textContent()).toBe(word);
      await panel.locator('textarea').fill(comment);
      expect(await accessibilityFaults(phone.page)).toEqual([]);
      await panel.locator('.composer__foot button[type=submit]').click();
      await clauseOf(phone.page).locator('.comments__line').waitFor();

      const name = await demonstration.login(dyad, moderator.side, 'moderator');
      const desk = await openReader(browser, demonstration.app, { language: moderator.language, width: 1280 });
      await signIn(desk, name);
      await desk.page.goto(`/d/${dyad}/desk`);
      await desk.page.locator('.desk-line').filter({ hasText: word }).first().click();
      await desk.page.getByText(comment).first().waitFor();
      await desk.page.keyboard.press('a');

      const writer = await reading(drafter, dyad, moderator.language, 1280);
      await expect.poll(() => marked(writer.page).first().textContent()).toBe(word);
      await panel.locator('.post').first().waitFor();

      await textIn(writer.page, citizen.language).locator('p').first().click();
      await writer.page.keyboard.press('Control+Home');
      await writer.page.keyboard.type(before);
      await textIn(phone.page, citizen.language).getByText(before.trim()).waitFor();
      for (const { page } of [phone, writer]) await expect.poll(() => marked(page).first().textContent()).toBe(word);

      await clauseOf(writer.page).locator('.comments__line .button').first().click();
      await writer.page.locator('.comment-panel .post').first().waitFor();
      expect(await accessibilityFaults(writer.page)).toEqual([]);
      await writer.page.keyboard.press('Escape');
      await expect.poll(() => writer.page.locator('.comment-panel').count()).toBe(0);
      expect([...phone.errors, ...desk.errors, ...writer.errors]).toEqual([]);
      for (const { context } of [phone, desk, writer]) await context.close();
    },
  );
});
