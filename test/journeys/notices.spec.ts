import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../shared/language/language.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { chromiumPath, openBrowser, openReader, type Reader } from '../support/browser.js';
import { languageFaults } from '../support/content-language.js';
import { openTopic, type TestTopic } from '../support/forum.js';
import { deskOf, moderatorsOf, type Draft } from '../support/moderation.js';
import { decide, noticesOf, publishedBy, reportItem, type Bench } from '../support/notices.js';
import { expectFaultless } from '../support/sound-page.js';

let test: TestApp;
let browser: Browser;
let dyad: TestDyad;
let topic: TestTopic;
let bench: Bench;
let panel: Bench;
let notices: ReturnType<typeof noticesOf>;

const facts = {
  bg: 'В текста е написано нещо за семейството на друг човек, което той не е казал пред всички.',
  mk: 'Во текстот е напишано нешто за семејството на друг човек што тој не го рекол пред сите.',
};
const draft = (change: Draft): Draft => ({ measure: null, reason: 'PRIVACY', article: 1, facts, ...change });

/** Everything that somebody can be told, as told to one person. */
async function toldMuch(side: 'a' | 'b'): Promise<TestMember> {
  const who = await member(test, dyad, { side });
  const card = () => publishedBy(test, topic, who, bench.a);
  await decide(dyad, bench, await card(), draft({ sanction: { kind: 'note' } }));
  await decide(dyad, bench, await card(), draft({ measure: 'redact', passages: ['чиста'] }));
  await decide(dyad, bench, await card(), draft({ measure: 'lock_thread', article: null }));
  await deskOf(dyad).hold(bench.b, (await card()).content);
  const theirs = await publishedBy(test, topic, await member(test, dyad, { side: 'b' }), bench.a);
  await reportItem(dyad, who, theirs);
  await deskOf(dyad).approve(bench.b, await deskOf(dyad).card(bench.b, theirs.id));
  const grave = await card();
  await decide(dyad, bench, grave, draft({ measure: 'remove', sanction: { kind: 'silence', days: 7 } }));
  await notices.appeal(
    who,
    (await notices.decision(who)).id,
    side === 'a' ? 'Казах го само пред приятели.' : 'Го кажав само пред пријатели.',
  );
  const appeal = await notices.appealed(panel.a, grave.id);
  const reasons = {
    bg: 'Краткият срок стига, а думите остават вън.',
    mk: 'Краткиот рок е доволен, а зборовите остануваат надвор.',
  };
  const less = { measure: 'remove', sanction: { kind: 'silence', days: 3 } } as const;
  await notices.judge(panel.a, appeal, 'vary', less, reasons);
  await notices.judge(panel.b, appeal, 'vary', less, reasons);
  await decide(dyad, bench, await card(), draft({ sanction: { kind: 'warning' } }));
  return who;
}

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  test = await startApp();
  browser = await openBrowser();
  dyad = await foundDyad(test, 'river');
  topic = await openTopic(test, dyad, 'water', 'post');
  const [a, b, neutral, a2, b2, neutral2] = await moderatorsOf(test, dyad, ['a', 'b', 'neutral', 'a', 'b', 'neutral']);
  bench = { a, b, neutral };
  panel = { a: a2, b: b2, neutral: neutral2 };
  notices = noticesOf(dyad);
});
afterAll(async () => {
  await browser?.close();
  await test?.close();
});

const openAs = (who: TestMember, language: Language, width: number, dark = false): Promise<Reader> =>
  openReader(browser, test, { language, width, dark }, who);

/** Nothing wrong with it, and every text marked with its language. */
async function expectReadable(reader: Reader): Promise<void> {
  await expectFaultless(reader);
  const names = (await test.database.query<{ pseudonym: string }>('select pseudonym from member')).map(
    ({ pseudonym }) => pseudonym,
  );
  expect(await languageFaults(reader.page, names), reader.page.url()).toEqual([]);
}

const wordsOf = (page: Page): Promise<string> => page.locator('main').innerText();

describe.skipIf(chromiumPath === undefined)('notices', () => {
  const visits = [
    { language: 'en', width: 1280, dark: false, side: 'a' },
    { language: 'bg', width: 390, dark: true, side: 'a' },
    { language: 'mk', width: 1280, dark: true, side: 'b' },
    { language: 'ur', width: 390, dark: false, side: 'b' },
    { language: 'hi', width: 390, dark: true, side: 'a' },
  ] as const;

  it.each(visits)(
    'MOD-19: tell everything in words of the reader: $language at $width',
    async ({ language, width, dark, side }) => {
      const who = await toldMuch(side);
      const reader = await openAs(who, language, width, dark);
      const { page } = reader;
      await page.goto(`/d/${dyad.slug}/notices`);
      await page.locator('.notices > li').first().waitFor();
      await expectReadable(reader);
      const links = await page
        .locator('.notices__title')
        .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
      expect(links).toHaveLength(8);
      for (const link of links) {
        await page.goto(link ?? '');
        await page.locator('article h1').waitFor();
        await expectReadable(reader);
        const text = await wordsOf(page);
        expect(text).not.toMatch(/\{\{|\}\}|notices[.:]|undefined|null|NaN|[A-Z]{4,}_|PRIVACY/);
        expect(text).not.toContain(bench.a.pseudonym);
      }
      await reader.context.close();
    },
    240_000,
  );

  it('MOD-19: give facts in the languages of both sides, the reader’s own first', async () => {
    for (const [side, first] of [
      ['a', 'bg'],
      ['b', 'mk'],
    ] as const) {
      const who = await member(test, dyad, { side });
      await decide(dyad, bench, await publishedBy(test, topic, who, bench.a), draft({ measure: 'remove' }));
      const { page, context } = await openAs(who, first, 1280);
      await page.goto(`/d/${dyad.slug}/notices/${(await notices.decision(who)).id}`);
      await page.locator('.facing__page').first().waitFor();
      const pages = await page.locator('.facing__page section').evaluateAll((all) => all.map(({ lang }) => lang));
      expect(pages).toEqual(first === 'bg' ? ['bg', 'mk'] : ['mk', 'bg']);
      const [one, other] = await page
        .locator('.facing__page')
        .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().top));
      expect(one).toBe(other);
      expect(await wordsOf(page)).toContain(facts[first]);
      await context.close();
    }
  });

  it('let a warned member write again, and take an appeal, by keyboard; what is written survives a reload', async () => {
    const who = await member(test, dyad, { side: 'b' });
    const card = await publishedBy(test, topic, who, bench.a);
    const thread = `/d/${dyad.slug}/threads/${card.thread}`;
    const reader = await openAs(who, 'mk', 390);
    const { page } = reader;
    await page.goto(thread);
    await page.locator('.composer').waitFor();
    await decide(dyad, bench, card, draft({ measure: 'redact', passages: ['чиста'], sanction: { kind: 'warning' } }));
    // It comes to the page that is open, without a reload.
    const banner = page.locator('.restriction');
    await banner.waitFor();
    await page.locator('.composer').waitFor({ state: 'detached' });
    await expectReadable(reader);
    await banner.getByRole('link').focus();
    await page.keyboard.press('Enter');
    await page.locator('.notices__title').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Го прочитав' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Потврдивте дека сте го прочитале.').first().waitFor();
    await banner.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Поднеси жалба' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('textarea').fill('Тоа го знаат сите во градот.');
    await expectReadable(reader);
    await page.reload();
    await page.locator('textarea').waitFor();
    expect(await page.locator('textarea').inputValue()).toBe('Тоа го знаат сите во градот.');
    await page.locator('textarea').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.notice-quote', { hasText: 'Тоа го знаат сите во градот.' }).waitFor();
    await expectReadable(reader);
    const appeal = await notices.appealed(panel.a, card.id);
    // The neutral who gave no key to the decision may have been drawn as well as the other.
    const judges = [panel.a, panel.neutral, bench.neutral].filter(({ id }) =>
      appeal.panel.seats.some(({ by }) => by?.id === id),
    );
    for (const judge of judges) expect((await notices.judge(judge, appeal, 'overturn')).status).toBe(200);
    await page.getByText('одлуката не останува во сила').waitFor();
    await page.goto(thread);
    await page.locator('.composer').waitFor();
    await reader.context.close();
  }, 120_000);

  it('say over every page what somebody may not do and until when, and leave them what is public', async () => {
    const who = await member(test, dyad, { side: 'a' });
    const card = await publishedBy(test, topic, who, bench.a);
    await decide(dyad, bench, card, draft({ sanction: { kind: 'suspend', days: 30 } }));
    for (const { language, width, dark } of visits) {
      const reader = await openAs(who, language, width, dark);
      const { page } = reader;
      for (const path of ['', '/charter', '/record', `/threads/${card.thread}`, '/me']) {
        await page.goto(`/d/${dyad.slug}${path}`);
        await page.locator('.restriction').waitFor();
        await expectReadable(reader);
      }
      expect(await page.locator('.restriction').innerText()).toMatch(/\d/);
      await reader.context.close();
    }
    const reader = await openAs(who, 'en', 1280);
    await reader.page.goto(`/d/${dyad.slug}/threads/${card.thread}`);
    await reader.page.getByRole('main').getByRole('link', { name: 'Why, and how to appeal' }).click();
    await reader.page.locator('.notices__title').click();
    const download = reader.page.waitForEvent('download');
    await reader.page.getByRole('link', { name: 'The statement of reasons as a file' }).click();
    expect((await download).suggestedFilename()).toMatch(/^statement-of-reasons-\d{4}-\d\d-\d\d\.json$/);
    await reader.context.close();
  }, 240_000);
});
