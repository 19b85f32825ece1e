import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApp } from '../support/app.js';
import { chromiumPath, openBrowser, openReader } from '../support/browser.js';
import { signIn, startDemonstration, type Demonstration } from '../support/demonstration.js';
import { expectSound } from '../support/sound-page.js';

/** Two tellings of one story: who writes and who moderates, in which languages, on which screen. */
const stories = [
  {
    dyad: 'bg-mk',
    writer: { login: 'elena', language: 'mk', width: 1280 },
    moderator: { login: 'vesela', language: 'bg', width: 1280 },
    words: 'Ќе дојдам во сабота на мостот.',
    better: 'Ќе дојдам во недела на мостот.',
    telephone: { with: 'Јавете се на 070 123 456.', number: '070 123 456', warned: 'телефонски број' },
    doubted: 'Ова е за другата тема, се извинувам.',
    note: 'Моля, напишете го в темата за училището.',
    reason: 'Не е за оваа тема',
  },
  {
    dyad: 'hi-ur',
    writer: { login: 'zara', language: 'ur', width: 390 },
    moderator: { login: 'anil', language: 'hi', width: 390 },
    words: 'میں ہفتے کو پل پر آؤں گی۔',
    better: 'میں اتوار کو پل پر آؤں گی۔',
    telephone: { with: 'فون کریں 0300 1234567', number: '0300 1234567', warned: 'فون نمبر' },
    doubted: 'یہ دوسرے موضوع کی بات ہے، معاف کیجیے۔',
    note: 'कृपया इसे स्कूल वाले विषय में लिखें।',
    reason: 'اس موضوع کی بات نہیں',
  },
] as const;

let demonstration: Demonstration;
let app: TestApp;
let browser: Browser;

describe.skipIf(chromiumPath === undefined)('reading, writing and deciding', () => {
  beforeAll(async () => {
    demonstration = await startDemonstration({ before: 'pseudo', engines: 'pseudo' });
    ({ app } = demonstration);
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  const toThread = async (page: Page, dyad: string, topic: string): Promise<void> => {
    await page.goto(`/d/${dyad}/topics/${topic}`);
    await page.locator('.contents h3 a').first().click();
    await page.locator('article.post').first().waitFor();
  };
  const composerOf = (page: Page) => page.locator('form.composer').last();

  it.each(stories)(
    '$dyad: PRI-18: is told while writing what leads to a person, decides, and so is the desk',
    async (story) => {
      const reader = await openReader(browser, app, story.writer);
      const { page } = reader;
      await signIn(reader, story.writer.login);
      await toThread(page, story.dyad, 'air-quality');
      const composer = composerOf(page);
      const warning = composer.locator('.composer__personal');
      await composer.locator('textarea').fill(story.telephone.with);
      await warning.getByText(story.telephone.warned).waitFor();
      expect(await warning.locator('q').allTextContents()).toEqual([story.telephone.number]);
      await expectSound(page, 'the thread with a warning');
      await composer.locator('textarea').fill(story.words);
      await expect.poll(() => warning.locator('p').count()).toBe(0);
      await composer.locator('textarea').fill(story.telephone.with);
      await composer.locator('button[type=submit]').click();
      await expect.poll(() => composer.locator('textarea').inputValue()).toBe('');
      await app.settled();

      const moderator = await openReader(browser, app, story.moderator);
      await signIn(moderator, story.moderator.login);
      const [item] = await app.database.query<{ id: string }>(
        `select i.id from moderation_item i join moderation_look l on l.content_id = i.content_id
       where l.findings::text like '%personal_phone%' order by i.submitted_at desc limit 1`,
      );
      await moderator.page.goto(`/d/${story.dyad}/desk?item=${item?.id ?? ''}`);
      const found = moderator.page.locator('.desk-card .desk-part', { hasText: story.telephone.number });
      await found.locator('q', { hasText: story.telephone.number }).waitFor();
      expect(await moderator.page.evaluate(`CSS.highlights.get('found-words')?.size`)).toBeGreaterThan(0);
      await expectSound(moderator.page, 'a card with what was found');
      for (const one of [reader, moderator]) {
        expect(one.errors).toEqual([]);
        await one.context.close();
      }
    },
  );

  it.each(stories)('$dyad: quotes, mentions, looks before sending, changes, and takes back', async (story) => {
    const reader = await openReader(browser, app, story.writer);
    const { page } = reader;
    await signIn(reader, story.writer.login);
    await toThread(page, story.dyad, 'air-quality');
    const quoted = page.locator('article.post').first();
    const author = (await quoted.locator('.post__author').textContent()) ?? '';
    await quoted.locator('.post__acts button').nth(1).click();
    const field = composerOf(page).locator('textarea');
    await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
    expect(await field.inputValue()).toMatch(/^> \[quote:[0-9a-f-]{36}\]\n> \S/);

    await field.pressSequentially(`${story.words} @`);
    const list = page.getByRole('listbox');
    await list.waitFor();
    await expectSound(page, 'the thread with people offered');
    const second = (await list.getByRole('option').nth(1).locator('bdi').textContent()) ?? '';
    await field.press('ArrowDown');
    expect(await list.getByRole('option').nth(1).getAttribute('aria-selected')).toBe('true');
    await field.press('Enter');
    await list.waitFor({ state: 'detached' });
    expect((await field.inputValue()).replaceAll('"', '')).toContain(`@${second} `);

    await composerOf(page).locator('.composer__aids button').first().click();
    const preview = composerOf(page).locator('.composer__preview');
    await preview.locator('.mention', { hasText: second }).waitFor();
    await preview.locator('blockquote', { hasText: author }).waitFor();
    await expectSound(page, 'the thread with a preview');
    await composerOf(page).locator('button[type=submit]').click();

    const post = page.locator('article.post', { hasText: story.words });
    await post.locator('blockquote', { hasText: author }).first().waitFor();
    await post.locator('.post__acts button').nth(2).click();
    const editor = page.locator('.posts form.composer');
    await editor.locator('textarea').fill(story.better);
    await editor.locator('button[type=submit]').click();
    const changed = page.locator('article.post', { hasText: story.better });
    await changed.locator('.post__head button').click();
    await changed.locator('.history', { hasText: story.words }).waitFor();
    await expectSound(page, 'the thread with a history');

    await changed.locator('.post__acts button').nth(3).click();
    await page.locator('section.notice--caution button').first().click();
    await expect.poll(() => page.getByText(story.better).count(), { timeout: 20_000 }).toBe(0);
    expect(reader.errors).toEqual([]);
    await reader.context.close();
  });

  it.each(stories)('$dyad: a post is given back, and its author reads why in their language', async (story) => {
    const writer = await openReader(browser, app, story.writer);
    const moderator = await openReader(browser, app, story.moderator);
    await signIn(writer, story.writer.login);
    await signIn(moderator, story.moderator.login);
    await toThread(writer.page, story.dyad, 'river-water');
    await composerOf(writer.page).locator('textarea').fill(story.doubted);
    await composerOf(writer.page).locator('button[type=submit]').click();
    const own = writer.page.locator('.own-posts article', { hasText: story.doubted });
    await own.waitFor();

    const desk = moderator.page;
    await desk.goto(`/d/${story.dyad}/desk`);
    await desk.locator('.desk-line').last().waitFor();
    for (let step = await desk.locator('.desk-line').count(); step > 1; step -= 1) await desk.keyboard.press('j');
    const card = desk.locator('.desk-card', { hasText: story.doubted });
    await card.waitFor();
    await desk.keyboard.press('w');
    await card.locator('.desk-context__post').first().waitFor();
    await desk.keyboard.press('?');
    await desk.locator('dialog .key-map').first().waitFor();
    await desk.keyboard.press('Escape');
    await desk.keyboard.press('b');
    await card.locator('.reason-form button[type=submit]').click();
    await card.locator('.field__error').first().waitFor();
    await card.locator('select').selectOption('OFFTOPIC');
    await card.locator('.reason-form q', { hasText: story.reason }).waitFor();
    await card.locator('textarea').fill(story.note);
    await expectSound(desk, 'the desk with a reason');
    await card.locator('.reason-form button[type=submit]').click();
    await card.getByRole('status').last().waitFor();
    expect(await desk.locator('.desk-line--decided').count()).toBe(1);
    await expectSound(desk, 'the desk with a decided item');

    await own.locator('.notice--caution', { hasText: story.reason }).waitFor();
    await own.getByText(story.note).waitFor();
    await expectSound(writer.page, 'the thread with a returned post');
    await writer.page.goto(`/d/${story.dyad}`);
    await writer.page.locator('.waits a').first().waitFor();
    await expectSound(writer.page, 'home');
    for (const one of [writer, moderator]) {
      expect(one.errors).toEqual([]);
      await one.context.close();
    }
  });

  it('a moderator who comes second is told, keeps the words, and holds and releases by key', async () => {
    const author = await openReader(browser, app, stories[0].writer);
    const one = await openReader(browser, app, stories[0].moderator);
    const other = await openReader(browser, app, { language: 'mk' });
    await signIn(author, 'elena');
    await signIn(one, 'vesela');
    await signIn(other, 'jasmina');
    for (const { page } of [one, other]) await page.goto('/d/bg-mk/desk');
    const words = (await one.page.locator('.desk-card .rich-text').last().textContent()) ?? '';
    await one.page.keyboard.press('b');
    await one.page.locator('.reason-form select').selectOption('SPAM');
    await one.page.locator('.reason-form textarea').fill('Това са мои думи, нека останат.');
    await one.context.setOffline(true);
    await other.page.locator('.desk-card').getByText(words).first().waitFor();
    await other.page.keyboard.press('a');
    await other.page.locator('.desk-line--decided').waitFor();
    await one.context.setOffline(false);
    await one.page.locator('.reason-form button[type=submit], .desk-card blockquote').last().waitFor();
    await one.page.locator('.desk-card', { hasText: 'Това са мои думи, нека останат.' }).waitFor({ timeout: 60_000 });
    await expectSound(one.page, 'the desk after a colleague was first');

    await toThread(other.page, 'bg-mk', 'air-quality');
    const post = other.page.locator('article.post').first();
    await post.locator('.post__acts button').last().click();
    await other.page.locator('.reason-form select').selectOption('OFFTOPIC');
    await other.page.locator('.reason-form button[type=submit]').click();
    await post.locator('.post__gone').waitFor();
    await other.page.goto('/d/bg-mk/desk?queue=held');
    await other.page.locator('.desk-line').last().click();
    await other.page.keyboard.press('h');
    await other.page.locator('.desk-line--decided').waitFor();
    await toThread(other.page, 'bg-mk', 'air-quality');
    await post.locator('.rich-text').first().waitFor();
    for (const { context } of [author, one, other]) await context.close();
  });

  it('a link opens a long thread around its post and marks it, and a page without posts says so', async () => {
    const reader = await openReader(browser, app, { language: 'bg', width: 390, dark: true });
    const { page } = reader;
    await signIn(reader, 'desi');
    await toThread(page, 'bg-mk', 'air-quality');
    const id = await page.locator('article.post').first().getAttribute('id');
    const composer = composerOf(page);
    for (let number = 1; number <= 32; number += 1) {
      await composer.locator('textarea').fill(`Ред номер ${number} за дългия разговор.`);
      await composer.locator('button[type=submit]').click();
      await expect.poll(() => composer.locator('textarea').inputValue()).toBe('');
    }
    await page.reload();
    await page.locator('article.post').first().waitFor();
    expect(await page.locator(`#${id}`).count()).toBe(0);
    const address = new URL(page.url()).pathname;
    await page.goto(`${address}#${id}`);
    await page.locator(`#${id}.post--marked`).waitFor();
    expect(await page.evaluate(`document.activeElement.id`)).toBe(id);
    await expectSound(page, 'the thread around a post');
    await page.goto(`${address}#post-00000000-0000-7000-8000-000000000000`);
    await page.reload();
    await page.locator('main .notice button').click();
    await page.locator('article.post').first().waitFor();

    await page.goto('/d/bg-mk/topics/museum-loan');
    await page.locator('main .notice').waitFor();
    await expectSound(page, 'a topic for reading');
    await page.locator('.contents h3 a').first().click();
    await page.locator('article.post').first().waitFor();
    await page.locator('.page-head a').first().click();
    await page.locator('.contents h3 a').nth(1).waitFor();
    await reader.context.setOffline(true);
    await page.locator('.contents h3 a').nth(1).click();
    await page.locator('[role=alert]').waitFor({ timeout: 60_000 });
    await expectSound(page, 'a thread without a network');
    expect(reader.errors).toEqual([]);
    await reader.context.close();
  });
});
