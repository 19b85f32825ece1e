import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { chromiumPath, openBrowser, openReader, type Reader, type ReaderWish } from '../support/browser.js';
import { draft, texts } from '../support/comments.js';
import { moderatorsOf, removedPost } from '../support/moderation.js';
import { expectSound } from '../support/sound-page.js';

/** Two tellings of one story: who reports and who decides, in which languages, on which screens. */
const stories = [
  {
    reader: { language: 'mk', width: 390, dark: true },
    moderator: { language: 'bg', width: 1280 },
    drafter: { language: 'bg', width: 390 },
    report: 'Пријави ја изјавата',
    reason: 'Нема никаква врска со оваа тема',
    kind: 'Съвместно изявление',
    held: /Модератор задържа това изявление/,
    removed: /Модератори на двете страни премахнаха това изявление/,
  },
  {
    reader: { language: 'ur', width: 1280 },
    moderator: { language: 'hi', width: 390, dark: true },
    drafter: { language: 'ur', width: 1280, dark: true },
    report: 'اس بیان کی رپورٹ کریں',
    reason: 'اس موضوع سے اس کا کوئی تعلق نہیں',
    kind: 'संयुक्त वक्तव्य',
    held: /ایک ناظم نے اس بیان کو روکا ہے/,
    removed: /ناظموں نے یہ بیان قارئین سے ہٹا لیا ہے/,
  },
] as const;

let test: TestApp;
let browser: Browser;
let dyad: TestDyad;
let people: { readonly reader: TestMember; readonly drafter: TestMember };
let judges: readonly [TestMember, TestMember];

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  test = await startApp();
  browser = await openBrowser();
  dyad = await foundDyad(test, 'river');
  judges = await moderatorsOf(test, dyad, ['a', 'b']);
  people = {
    reader: await member(test, dyad, { side: 'b' }),
    drafter: await member(test, dyad, { side: 'a', roles: ['drafter'] }),
  };
});
afterAll(async () => {
  await browser?.close();
  await test?.close();
});

const openAs = (who: TestMember, wish: ReaderWish): Promise<Reader> => openReader(browser, test, wish, who);

describe.skipIf(chromiumPath === undefined)('a joint statement that is moderated', () => {
  it.each(stories)(
    'is reported, held before the eyes of its reader, and taken away: $reader.language',
    async (story) => {
      const { id } = await draft(test, dyad, people.drafter, 'members');
      const address = `/d/${dyad.slug}/statements/${id}`;
      const reader = await openAs(people.reader, story.reader);
      await reader.page.goto(address);
      await reader.page.getByText(texts.a).first().waitFor();
      await reader.page.getByRole('button', { name: story.report }).click();
      await reader.page.getByLabel(story.reason).check();
      await expectSound(reader.page, 'the statement with a report');
      await reader.page.locator('section.sheet form button[type=submit]').click();
      await reader.page.locator('section.sheet code').waitFor();
      await reader.page.getByText(texts.a).first().waitFor();

      const drafter = await openAs(people.drafter, story.drafter);
      await drafter.page.goto(address);
      await drafter.page.locator('.saving--saved').waitFor();
      expect(await drafter.page.getByRole('button', { name: story.report }).count()).toBe(0);

      const moderator = await openAs(judges[0], story.moderator);
      await moderator.page.goto(`/d/${dyad.slug}/desk?queue=in_review`);
      const card = moderator.page.locator('.desk-card');
      await card.getByText(story.kind).first().waitFor();
      for (const text of Object.values(texts)) await card.getByText(text).first().waitFor();
      await expectSound(moderator.page, 'the desk with a statement');
      await moderator.page.keyboard.press('h');
      await card.locator('.reason-form select').selectOption('OFFTOPIC');
      await card.locator('.reason-form button[type=submit]').click();

      // It goes from the page that is open, and stays with who drafts, who is told why nobody writes.
      await reader.page.getByText(texts.a).first().waitFor({ state: 'detached', timeout: 10_000 });
      await expectSound(reader.page, 'the statement that was held');
      await drafter.page.getByText(story.held).waitFor();
      await drafter.page.getByText(texts.a).first().waitFor();
      await expectSound(drafter.page, 'the held statement of a drafter');

      await removedPost(test, dyad, { of: judges[0], and: judges[1] }, id);
      await drafter.page.getByText(story.removed).waitFor();
      await drafter.page.goto(`/d/${dyad.slug}/notices`);
      await drafter.page.locator('.notices__title').first().click();
      await drafter.page.locator(`main a[href="${address}"]`).waitFor();
      await drafter.page.locator('.notice-words summary').click();
      for (const text of Object.values(texts)) await drafter.page.getByText(text).first().waitFor();
      await expectSound(drafter.page, 'the notice of a drafter');
      await reader.page.goto(`/d/${dyad.slug}/reports`);
      await reader.page.locator('.contents > li').first().waitFor();
      await expectSound(reader.page, 'my reports');
      for (const one of [reader, moderator, drafter]) {
        expect(one.foreign).toEqual([]);
        expect(one.errors).toEqual([]);
        await one.context.close();
      }
    },
  );
});
