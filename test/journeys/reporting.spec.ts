import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApp } from '../support/app.js';
import { chromiumPath, openBrowser, openReader } from '../support/browser.js';
import { clearReports, signIn, startDemonstration, type Demonstration } from '../support/demonstration.js';
import { expectSound } from '../support/sound-page.js';

/** Two tellings of one story: who reports and who decides, in which languages, on which screen. */
const stories = [
  {
    dyad: 'bg-mk',
    reader: { login: 'elena', language: 'mk', width: 390, dark: true },
    moderator: { login: 'vesela', language: 'bg', width: 1280 },
    report: 'Пријави',
    withdraw: 'Повлечи',
    words: 'Ова не е за воздухот.',
    reason: 'Нема никаква врска со оваа тема',
    noBreach: 'Модераторите не најдоа во него ништо против повелбата.',
  },
  {
    dyad: 'hi-ur',
    reader: { login: 'zara', language: 'ur', width: 1280 },
    moderator: { login: 'anil', language: 'hi', width: 390, dark: true },
    report: 'شکایت کریں',
    withdraw: 'واپس لیں',
    words: 'یہ ہوا کی بات نہیں۔',
    reason: 'اس موضوع سے اس کا کوئی تعلق نہیں',
    noBreach: 'ناظموں کو اس میں منشور کے خلاف کچھ نہیں ملا۔',
  },
] as const;

let demonstration: Demonstration;
let app: TestApp;
let browser: Browser;

describe.skipIf(chromiumPath === undefined)('reporting', () => {
  beforeAll(async () => {
    demonstration = await startDemonstration({ before: 'pseudo', engines: 'pseudo' });
    await clearReports(demonstration);
    ({ app } = demonstration);
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  const focused = (page: Page): Promise<string> => page.evaluate('document.activeElement.className');

  it.each(stories)('$dyad: a reader reports a post, and reads what became of it as it is decided', async (story) => {
    const reader = await openReader(browser, app, story.reader);
    const { page } = reader;
    await signIn(reader, story.reader.login);
    await page.goto(`/d/${story.dyad}/topics/air-quality`);
    await page.locator('.contents h3 a').first().click();
    const button = page.getByRole('button', { name: story.report, exact: true });
    // Of one's own post one can report the translation alone.
    const own = page.getByRole('button', { name: story.withdraw, exact: true });
    const post = page.locator('article.post').filter({ has: button, hasNot: own }).first();
    await post.getByRole('button', { name: story.report, exact: true }).click();
    const form = page.locator('section.sheet form');
    await form.locator('input[type=radio]').first().waitFor();
    await expect.poll(() => focused(page)).toContain('sheet');
    expect(await form.locator('input[type=radio]').count()).toBe(17);
    await expectSound(page, 'the thread with a report');

    await form.locator('button[type=submit]').click();
    await form.locator('.field__error').waitFor();
    await form.getByLabel(story.reason).check();
    expect(await form.locator('.field__error').count()).toBe(0);
    expect(await form.locator('input[type=radio]:checked').count()).toBe(1);
    await form.locator('textarea').fill(story.words);
    await form.locator('button[type=submit]').click();
    const receipt = page.locator('section.sheet code');
    await receipt.waitFor();
    const number = (await receipt.textContent()) ?? '';
    await expectSound(page, 'the thread with a receipt');
    expect(await post.locator('.rich-text').count()).toBeGreaterThan(0);

    // Whoever wants to report again finds the receipt.
    await page.reload();
    await post.getByRole('button', { name: story.report, exact: true }).click();
    expect(await receipt.textContent()).toBe(number);
    await page.locator('section.sheet a').click();
    const reports = page.locator('.contents > li', { hasText: story.words });
    await reports.getByText(story.words).waitFor();
    await expectSound(page, 'my reports');

    const moderator = await openReader(browser, app, story.moderator);
    await signIn(moderator, story.moderator.login);
    await moderator.page.goto(`/d/${story.dyad}/desk?queue=in_review`);
    await moderator.page.locator('.desk-card').waitFor();
    await expectSound(moderator.page, 'the desk with what was reported');
    expect(await moderator.page.content()).not.toContain(number);
    await moderator.page.keyboard.press('a');
    await moderator.page.locator('.desk-line--decided').waitFor();

    await reports.getByText(story.noBreach).waitFor({ timeout: 20_000 });
    await expectSound(page, 'my reports with one that is decided');
    await reports.locator('a').click();
    await page.locator('article.post--marked').waitFor();
    await page.goto(`/d/${story.dyad}/me`);
    await page.locator(`main a[href="/d/${story.dyad}/reports"]`).waitFor();
    await expectSound(page, 'my membership');
    for (const one of [reader, moderator]) {
      expect(one.foreign).toEqual([]);
      expect(one.errors).toEqual([]);
      await one.context.close();
    }
  });
});
