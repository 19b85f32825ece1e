import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, chromiumPath, openBrowser, openReader, type Reader } from '../support/browser.js';
import { signIn, startDemonstration, type Demonstration } from '../support/demonstration.js';
import { alignAll, beginStatement, freeze, panel, sign } from '../support/statement-pages.js';

let demonstration: Demonstration;
let browser: Browser;

const textIn = (page: Page, language: string) => page.locator(`.clause-text[lang=${language}]`).first();
/** The numbers of the marks in a text, as they are read, and the footnotes beneath it. */
const marksIn = (page: Page, language: string) =>
  textIn(page, language).locator('.footnote-mark [aria-hidden]').allTextContents();
const notesOf = (page: Page, language: string) =>
  page
    .locator('.clause__page')
    .filter({ has: page.locator(`.clause-text[lang=${language}]`) })
    .locator('.footnotes > li');

async function come(login: string, language: 'hi' | 'ur', width: number): Promise<Reader> {
  const reader = await openReader(browser, demonstration.app, { language, width });
  await signIn(reader, login);
  return reader;
}

/** Opens the dialog by its key, and cites the first thing that is found with some words, by keys alone. */
async function cite({ page }: Reader, words: string): Promise<void> {
  await page.keyboard.press('Control+Alt+f');
  const found = page.locator('dialog .citable__thing');
  await found.first().waitFor();
  await expect.poll(() => page.locator('dialog input').evaluate((field) => field.matches(':focus'))).toBe(true);
  if (words !== '') {
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await found.nth(1).waitFor({ state: 'detached' });
  }
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.locator('dialog').waitFor({ state: 'detached' });
}

describe.skipIf(chromiumPath === undefined)('footnotes of a joint statement', () => {
  beforeAll(async () => {
    demonstration = await startDemonstration({ before: 'pseudo', engines: 'pseudo' });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  it('are put in by keys on a phone in Urdu, seen and counted by the other side, and kept in what anybody reads', async () => {
    const [one, other] = [await come('imran', 'ur', 390), await come('kavita', 'hi', 1280)];
    const address = await beginStatement(one, 'hi-ur', { hi: 'मेला साथ लगेगा', ur: 'میلہ ساتھ لگے گا' });
    await other.page.goto(address);

    // By keys alone: words, a footnote at the caret, and on behind it.
    await textIn(one.page, 'ur').click();
    await one.page.keyboard.type('میلہ ہر سال لگے گا۔');
    await cite(one, 'منشور');
    await one.page.keyboard.type(' سب کے لیے۔');
    expect(await marksIn(one.page, 'ur')).toEqual(['1']);
    expect(await notesOf(one.page, 'ur').innerText()).toContain('منشور کا نسخہ 1');

    // The other side sees it there, with what it cites in their own language, and cites the same.
    await expect.poll(() => marksIn(other.page, 'ur')).toEqual(['1']);
    await notesOf(other.page, 'ur').getByText('घोषणापत्र').waitFor();
    await textIn(other.page, 'hi').click();
    await other.page.keyboard.type('मेला हर साल लगेगा।');
    await cite(other, 'घोषणापत्र');
    await expect.poll(() => marksIn(one.page, 'hi')).toEqual(['1']);

    // One that comes before is the first from now on, for both; one press takes it out again.
    await textIn(one.page, 'ur').click();
    await one.page.keyboard.press('Control+Home');
    await one.page.keyboard.type('ہمارا ');
    await cite(one, '');
    await expect.poll(() => marksIn(one.page, 'ur')).toEqual(['1', '2']);
    const cited = await notesOf(one.page, 'ur').first().locator('a[href*="/record#entry-"]').getAttribute('href');
    for (const { page } of [one, other]) {
      await expect.poll(() => marksIn(page, 'ur')).toEqual(['1', '2']);
      await notesOf(page, 'ur').first().locator(`a[href="${cited}"]`).waitFor();
    }
    await one.page.keyboard.press('Backspace');
    for (const { page } of [one, other]) await expect.poll(() => marksIn(page, 'ur')).toEqual(['1']);

    // Without a network, what was found before can be cited; it comes to the others when there is one.
    await one.context.setOffline(true);
    await one.page.locator('.saving--offline').waitFor({ timeout: 60_000 });
    await one.page.keyboard.press('Control+End');
    await one.page.keyboard.type(' پکا۔');
    await cite(one, '');
    expect(await marksIn(one.page, 'ur')).toEqual(['1', '2']);
    await one.context.setOffline(false);
    await expect.poll(() => marksIn(other.page, 'ur'), { timeout: 30_000 }).toEqual(['1', '2']);
    await one.page.locator('.saving--saved').waitFor();
    for (const { page } of [one, other]) {
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(page === one.page ? 390 : 1280);
    }

    // What is frozen and signed has them, and so has what anybody reads and keeps.
    await alignAll(one, other);
    await freeze(one, other);
    for (const reader of [one, other]) {
      const signing = panel(reader.page).locator('.speaking').first();
      await signing.locator('summary').first().click();
      await signing.locator('.footnotes').first().waitFor();
      expect(await accessibilityFaults(reader.page)).toEqual([]);
      await signing.locator('summary').first().click();
      await sign(reader);
    }
    await panel(one.page).locator('a[href$="/record"]').last().waitFor();
    const visitor = await openReader(browser, demonstration.app, { language: 'ur', width: 390 });
    await visitor.page.goto(`${address}/ratified`);
    const mark = visitor.page.locator('.paper__page[lang=ur] .footnote-mark a').first();
    await mark.click();
    const note = visitor.page.locator('.footnotes > li:target');
    expect(await note.innerText()).toContain('منشور کا نسخہ 1');
    expect(await accessibilityFaults(visitor.page)).toEqual([]);
    const [download] = await Promise.all([
      visitor.page.waitForEvent('download'),
      visitor.page.locator('#take a[href*="ratified.md"]').click(),
    ]);
    const file = await readFile(await download.path(), 'utf8');
    expect(file).toContain('ہمارا میلہ ہر سال لگے گا۔[^1] سب کے لیے۔ پکا۔[^2]');
    const charter = /^\[\^1\]: عوامی ریکارڈ، نمبر (\d+).*منشور کا نسخہ 1.*\/d\/hi-ur\/record#entry-\1>$/m.exec(
      file,
    )?.[1];
    expect(charter).toBeDefined();
    await note.locator('span a').click();
    await visitor.page.locator(`#entry-${charter}`).waitFor();
    expect([one, other, visitor].flatMap(({ errors }) => errors)).toEqual([]);
    for (const { context } of [one, other, visitor]) await context.close();
  });

  it('take members to the post that they cite, and tell visitors that they are not among them', async () => {
    const visitor = await openReader(browser, demonstration.app, { language: 'en' });
    await visitor.page.goto('/d/bg-mk/statements');
    await visitor.page.locator('main .contents a').first().click();
    const link = visitor.page.locator('.footnotes a[href*="/posts/"]').first();
    await link.waitFor();
    const address = (await link.getAttribute('href')) ?? '';
    await link.click();
    await visitor.page.locator('main a[href="/sign-in"]').waitFor();

    const reader = await openReader(browser, demonstration.app, { language: 'mk' });
    await signIn(reader, await demonstration.login('bg-mk', 'b', 'citizen'));
    await reader.page.goto(address);
    await reader.page.waitForURL(/\/threads\/[0-9a-f-]{36}#post-[0-9a-f-]{36}$/);
    await reader.page.getByText('Нашето седмо одделение').first().waitFor();
    await reader.page.goto(`${address.slice(0, -1)}g`);
    await reader.page.locator('h1').waitFor();
    expect(await accessibilityFaults(reader.page)).toEqual([]);
    expect([...visitor.errors, ...reader.errors]).toEqual([]);
    for (const { context } of [visitor, reader]) await context.close();
  });
});
