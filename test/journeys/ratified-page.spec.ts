import type { Browser, Page } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RatifiedStatement } from '../../shared/statements/ratified.schema.js';
import { accessibilityFaults, chromiumPath, openBrowser, openReader } from '../support/browser.js';
import { signIn, startDemonstration, type Demonstration } from '../support/demonstration.js';
import { pagesOfPdf } from '../support/pdf-text.js';

/** Visitors of each dyad: on a phone from right to left, and at a table in the dark. */
const visitors = [
  { dyad: 'hi-ur', language: 'ur', other: 'hi', width: 390, dark: false },
  { dyad: 'bg-mk', language: 'bg', other: 'mk', width: 1280, dark: true },
] as const;

let demonstration: Demonstration;
let browser: Browser;

const checkNow = (page: Page) => page.locator('#check .button--main').click();
const result = (page: Page) => page.locator('#check [data-holds]');

/** From the first page of a dialogue to what its sides have signed, as somebody who comes by. */
async function opened({ dyad, ...wish }: (typeof visitors)[number]) {
  const reader = await openReader(browser, demonstration.app, wish);
  await reader.page.goto(`/d/${dyad}`);
  await reader.page.locator('main .contents a').first().click();
  await reader.page.waitForURL(/\/ratified$/);
  await reader.page.locator('#check').waitFor();
  return reader;
}

describe.skipIf(chromiumPath === undefined)('the page of a ratified statement', () => {
  beforeAll(async () => {
    demonstration = await startDemonstration({ before: ',', engines: ',' });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  it.each(visitors)('is read, checked and kept by a visitor who reads $language', async (visitor) => {
    const reader = await opened(visitor);
    const { page } = reader;
    const texts = page.locator('.paper__clause').first().locator('.paper__page');
    const languages = [await texts.first().getAttribute('lang'), await texts.last().getAttribute('lang')];
    expect(languages).toEqual([visitor.language, visitor.other]);
    const [own, other] = [await texts.first().boundingBox(), await texts.last().boundingBox()];
    if (visitor.width === 390) expect(other?.y).toBeGreaterThan((own?.y ?? 0) + (own?.height ?? 0) - 1);
    else expect(other?.y).toBe(own?.y);

    await checkNow(page);
    expect(await result(page).getAttribute('data-holds')).toBe('true');
    expect(await result(page).locator('li').count()).toBe(3);

    // What is kept is what the server has, and the clause that the address names is in sight.
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('#take a[href*="ratified.json"]').click(),
    ]);
    const kept = JSON.parse(await readFile(await download.path(), 'utf8')) as RatifiedStatement;
    expect(kept.hash).toBe(await page.locator('[data-hash]').getAttribute('data-hash'));
    await page.locator('.paper__clause h2 a').last().click();
    await expect.poll(() => new URL(page.url()).hash).toBe(`#clause-${kept.clauses.at(-1)?.id}`);

    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(visitor.width);
    await page.locator('#check a[href*="#entry-"]').click();
    await page.locator(`#entry-${kept.recordSeq}`).waitFor();
    expect([reader.foreign, reader.errors]).toEqual([[], []]);
    await reader.context.close();
  });

  it('fails the check when what is shown is not what was signed, and says which clause', async () => {
    const reader = await openReader(browser, demonstration.app, { language: 'en' });
    await reader.page.route('**/ratified', async (route) => {
      const answer = await route.fetch();
      if (!answer.headers()['content-type']?.includes('json')) return route.fulfill({ response: answer });
      const statement = (await answer.json()) as RatifiedStatement;
      statement.clauses[1]?.texts.a.splice(0, 1, { type: 'paragraph', content: [{ text: 'Нещо друго.' }] });
      return route.fulfill({ response: answer, json: statement });
    });
    await reader.page.goto('/d/bg-mk/statements');
    await reader.page.locator('main .contents a').first().click();
    await reader.page.getByText('Нещо друго.').waitFor();
    await checkNow(reader.page);
    expect(await result(reader.page).getAttribute('data-holds')).toBe('false');
    expect(await result(reader.page).innerText()).toContain('clause 2');
    expect(await accessibilityFaults(reader.page)).toEqual([]);
    await reader.context.close();
  });

  it.each(visitors)(
    'is on paper both texts, who signed and the fingerprint, and nothing to press: $language',
    async (visitor) => {
      const { page, context } = await opened(visitor);
      const hash = (await page.locator('[data-hash]').getAttribute('data-hash')) ?? '';
      await page.emulateMedia({ media: 'print', colorScheme: 'light' });
      for (const screen of ['.masthead', '.place', '.colophon', '#take', '#check .sheet', 'button'])
        expect(await page.locator(screen).first().isVisible(), screen).toBe(false);
      for (const paper of ['h1', '.paper__signatures', '.paper__reservation', '[data-hash]', '#check code'])
        expect(await page.locator(paper).first().isVisible(), paper).toBe(true);
      const texts = page.locator('.paper__clause').first().locator('.paper__page');
      expect((await texts.first().boundingBox())?.y).toBe((await texts.last().boundingBox())?.y);
      const pages = pagesOfPdf(await page.pdf({ preferCSSPageSize: true }));
      expect(pages.length).toBeGreaterThan(0);
      for (const one of pages) expect(one.replaceAll(' ', '')).toContain(`SHA-256${hash}`);
      await context.close();
    },
  );

  it('is where members come to, too, and shows them how it was written', async () => {
    const reader = await openReader(browser, demonstration.app, { language: 'mk' });
    await signIn(reader, await demonstration.login('bg-mk', 'b', 'citizen'));
    await reader.page.goto('/d/bg-mk/statements');
    await reader.page.locator('main .contents a[href$="/ratified"]').first().click();
    await reader.page.locator('#check').waitFor();
    expect(await reader.page.locator('.paper__page').first().getAttribute('lang')).toBe('mk');
    await reader.page.locator('.paper__places a[href*="/statements/"]').click();
    await reader.page.locator('main .notice a[href$="/ratified"]').click();
    await reader.page.waitForURL(/\/ratified$/);
    expect(reader.errors).toEqual([]);
    await reader.context.close();
  });
});
