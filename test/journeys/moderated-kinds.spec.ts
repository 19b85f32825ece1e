import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../shared/language/language.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { chromiumPath, openBrowser, openReader, type Reader } from '../support/browser.js';
import { openThread, openTopic, translated, write } from '../support/forum.js';
import { moderatorsOf } from '../support/moderation.js';
import { expectSound } from '../support/sound-page.js';

/** What is reported and decided, in the order in which it is done, and what others read afterwards. */
const cases = [
  { about: 'Преводот на објавата', reason: 'MISQUOTE', tag: 'Превод' },
  { about: 'Името на авторот', reason: 'IMPERSONATE', tag: 'Име' },
] as const;
const facts = ['Не отговаря на написаното.', 'Не одговара на напишаното.'];

let test: TestApp;
let browser: Browser;
let dyad: TestDyad;
let ana: TestMember;
let boris: TestMember;
let ofA: TestMember;
let ofB: TestMember;
let address: string;
let post: string;
const readers: Reader[] = [];

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  test = await startApp({ TRANSLATION_ENGINES: 'pseudo' });
  browser = await openBrowser();
  dyad = await foundDyad(test, 'river');
  ana = await member(test, dyad, { side: 'a', pseudonym: 'Канарче Премиер' });
  boris = await member(test, dyad, { side: 'b' });
  [ofA, ofB] = await moderatorsOf(test, dyad, ['a', 'b']);
  const topic = await openTopic(test, dyad, 'water', 'post');
  const { thread } = await openThread(test, topic, await member(test, dyad));
  ({ id: post } = await write(ana, dyad, thread, 'Реката расте от вчера.'));
  await translated(test);
  address = `/d/${dyad.slug}/threads/${thread}`;
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await test?.close();
});

async function openAs(who: TestMember, language: Language, width: number, dark = false): Promise<Page> {
  const reader = await openReader(browser, test, { language, width, dark }, who);
  readers.push(reader);
  return reader.page;
}

const article = (page: Page) => page.locator(`#post-${post}`);

/** A reader says what of the post is meant, and why. */
async function report(page: Page, about: string, reason: string): Promise<void> {
  await article(page).getByRole('button', { name: 'Пријави', exact: true }).click();
  await page.getByLabel(about).check();
  const form = page.locator('form', { has: page.locator('.report-reasons') });
  await form.locator(`input[value=${reason}]`).check();
  await expectSound(page, 'a report, being written');
  await form.locator('button[type=submit]').click();
  await page.locator('section.sheet code').waitFor();
  await page.locator('section.sheet').getByRole('button').click();
}

/** A moderator proposes that it is removed, with what was found for both sides to read. */
async function propose(page: Page, tag: string, reason: string): Promise<void> {
  await page.goto(`/d/${dyad.slug}/desk?queue=in_review`);
  await page.locator('.desk-line', { hasText: tag }).click();
  const card = page.locator('.desk-card');
  await card.locator('.tag', { hasText: tag }).waitFor();
  await page.keyboard.press('r');
  const form = page.locator('.reason-form');
  await form.locator('input[value=remove]').check();
  expect(await form.locator('input[value=redact], input[value=lock_thread]').count()).toBe(0);
  await form
    .locator('select', { has: page.locator(`option[value=${reason}]`) })
    .first()
    .selectOption(reason);
  for (const [at, words] of facts.entries()) await form.locator('textarea').nth(at).fill(words);
  await expectSound(page, 'a proposal, being written');
  await form.locator('button[type=submit]').click();
  await card.locator('.proposal-part .keys li').waitFor();
}

/** A moderator of the other side gives the key that decides it. */
async function decide(page: Page, tag: string): Promise<void> {
  await page.goto(`/d/${dyad.slug}/desk?queue=mine`);
  await page.locator('.desk-card .tag', { hasText: tag }).waitFor();
  await page.keyboard.press('y');
  await page.locator('.reason-form').waitFor();
  await expectSound(page, 'the last step before a key');
  await page.locator('.reason-form button').first().click();
  await page.locator('.desk-line--decided').waitFor();
}

describe.skipIf(chromiumPath === undefined)('translations and names', () => {
  it('are reported by a reader, decided by moderators of both sides, and then read by nobody else', async () => {
    const reader = await openAs(boris, 'mk', 390, true);
    await reader.goto(address);
    await article(reader).getByText('Канарче Премиер').first().waitFor();
    for (const { about, reason } of cases) await report(reader, about, reason);

    const [one, other] = [await openAs(ofA, 'bg', 1280), await openAs(ofB, 'mk', 1280)];
    for (const { tag, reason } of cases) {
      await propose(one, tag, reason);
      await decide(other, tag);
    }

    await reader.goto(address);
    await article(reader)
      .getByText(/Член \d+/)
      .first()
      .waitFor();
    expect(await reader.content()).not.toContain('Канарче');
    await article(reader).getByText('модератори од двете страни го отстранија').waitFor();
    await article(reader).getByText('Реката расте от вчера.').waitFor();
    await expectSound(reader, 'a post without its translation, under a neutral name');
    await reader.goto(`/d/${dyad.slug}/reports`);
    for (const { tag } of cases) await reader.locator('.contents > li', { hasText: tag }).waitFor();

    // Whose name it was reads why, and chooses another, which is there at once.
    const own = await openAs(ana, 'bg', 1280);
    await own.goto(`/d/${dyad.slug}/notices`);
    await own.getByText('Името ви беше премахнато.').first().click();
    await own.locator('main a[href$="/me"]').click();
    await own.locator('.notice--caution').waitFor();
    await expectSound(own, 'my membership while my name is removed');
    await own.getByLabel('Името ми тук').fill('Ана от реката');
    await own.getByRole('button', { name: 'Запази' }).click();
    await own.locator('.notice--caution').waitFor({ state: 'detached' });
    await reader.goto(address);
    await article(reader).getByText('Ана от реката').first().waitFor();
    for (const { errors, foreign, context } of readers) {
      expect(foreign).toEqual([]);
      expect(errors).toEqual([]);
      await context.close();
    }
  });
});
