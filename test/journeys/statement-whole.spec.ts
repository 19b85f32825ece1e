import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, chromiumPath, openBrowser, openReader, type Reader } from '../support/browser.js';
import { signIn, startDemonstration, type Demonstration } from '../support/demonstration.js';
import { alignAll, beginStatement, freeze, panel, sign } from '../support/statement-pages.js';

type Spoken = 'bg' | 'mk' | 'hi' | 'ur';

/** Two drafters of each side, by side; the first of each signs for an organisation. What the texts of the clauses say. */
const stories = [
  {
    dyad: 'hi-ur',
    a: { language: 'hi', drafters: ['kavita', 'meera'] },
    b: { language: 'ur', drafters: ['imran', 'zara'] },
    moderator: 'rukmini',
    title: { hi: 'मेला साथ लगेगा', ur: 'میلہ ساتھ لگے گا' },
    clauses: [
      { hi: 'मेला हर साल लगेगा।', ur: 'میلہ ہر سال لگے گا۔' },
      { hi: 'दुकानें दोनों ओर की होंगी।', ur: 'دکانیں دونوں طرف کی ہوں گی۔' },
      { hi: 'बच्चों के लिए सब मुफ़्त है।', ur: 'بچوں کے لیے سب مفت ہے۔' },
    ],
    offline: 'बिना नेट लिखा।',
    comment: 'کیا یہ ہر جگہ ہو گا؟',
    suggested: 'اور بزرگوں کے لیے بھی۔',
    later: 'सुबह से शाम तक।',
  },
  {
    dyad: 'bg-mk',
    a: { language: 'bg', drafters: ['nevena', 'desi'] },
    b: { language: 'mk', drafters: ['goce', 'elena'] },
    moderator: 'stoyan',
    title: { bg: 'Панаирът е общ', mk: 'Панаѓурот е заеднички' },
    clauses: [
      { bg: 'Панаирът е всяка есен.', mk: 'Панаѓурот е секоја есен.' },
      { bg: 'Сергиите са от двете страни.', mk: 'Тезгите се од двете страни.' },
      { bg: 'За децата всичко е безплатно.', mk: 'За децата сè е бесплатно.' },
    ],
    offline: 'Писано без мрежа.',
    comment: 'Дали ова важи секаде?',
    suggested: 'И за постарите.',
    later: 'От сутрин до вечер.',
  },
] as const;

let demonstration: Demonstration;
let browser: Browser;

const clause = (page: Page, number: number) => page.locator('.clause').nth(number);
const text = (page: Page, number: number, language: string) =>
  clause(page, number).locator(`.clause-text[lang=${language}]`);
async function write(page: Page, number: number, language: string, words: string): Promise<void> {
  await text(page, number, language).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
}

describe.skipIf(chromiumPath === undefined)('a joint statement from its first word to what anybody can check', () => {
  beforeAll(async () => {
    demonstration = await startDemonstration({ before: 'pseudo', engines: 'pseudo' });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  it.each(stories)('$dyad: four people write it, two organisations sign it, a visitor checks it', async (story) => {
    const { dyad, a, b } = story;
    const come = async (login: string, language: Spoken, width: number): Promise<Reader> => {
      await demonstration.database.query(
        `update member set roles = array['drafter'] from account
         where account.id = member.account_id and account.login = $1`,
        [login],
      );
      const reader = await openReader(browser, demonstration.app, { language, width });
      await signIn(reader, login);
      return reader;
    };
    const one = await come(a.drafters[0], a.language, 1280);
    const other = await come(b.drafters[0], b.language, 1280);
    const third = await come(a.drafters[1], a.language, 390);
    const fourth = await come(b.drafters[1], b.language, 390);
    const all = [one, other, third, fourth];

    // One begins it, and all open it.
    const address = await beginStatement(one, dyad, story.title);
    for (const { page } of all.slice(1)) await page.goto(address);
    for (let number = 0; number < 2; number += 1) {
      const order = clause(one.page, number).locator('.clause__more').last();
      await order.locator('summary').click();
      await order.locator('.button').first().click();
      for (const { page } of all) await clause(page, number + 1).waitFor();
    }

    // Each side writes its own language, all at once.
    const parts = [one, other, third, fourth].map(async ({ page }, at) => {
      const language = at % 2 === 0 ? a.language : b.language;
      for (const number of at < 2 ? [0, 2] : [1]) {
        const words: Readonly<Record<string, string>> = story.clauses[number] ?? {};
        await write(page, number, language, words[language] ?? '');
      }
    });
    await Promise.all(parts);
    for (const { page } of all) {
      await page.locator('.saving--saved').waitFor();
      for (const [number, words] of story.clauses.entries())
        for (const [language, said] of Object.entries(words))
          await text(page, number, language).getByText(said).waitFor();
    }

    // One loses the network, goes on writing, and has it again.
    await third.context.setOffline(true);
    await third.page.locator('.saving--offline').waitFor({ timeout: 60_000 });
    await write(third.page, 1, a.language, ` ${story.offline}`);
    await third.context.setOffline(false);
    await text(fourth.page, 1, a.language).getByText(story.offline).waitFor({ timeout: 30_000 });

    // One says something of the words of the first clause; a moderator of the other side lets it be read.
    await text(fourth.page, 0, b.language).click();
    await fourth.page.keyboard.press('Control+a');
    await clause(fourth.page, 0)
      .locator('.clause__page')
      .filter({ has: fourth.page.locator(`[lang=${b.language}].clause-text`) })
      .locator('.under-text .button')
      .first()
      .click();
    await fourth.page.locator('.comment-panel textarea').fill(story.comment);
    await fourth.page.locator('.comment-panel .composer__foot button[type=submit]').click();
    const desk = await openReader(browser, demonstration.app, { language: a.language });
    await signIn(desk, story.moderator);
    await desk.page.goto(`/d/${dyad}/desk`);
    await desk.page.locator('.desk-line').last().click();
    await desk.page.getByText(story.comment).first().waitFor();
    await desk.page.keyboard.press('a');
    await clause(one.page, 0).locator('.comments__line').waitFor();
    await desk.context.close();
    await fourth.page.keyboard.press('Escape');

    // One suggests more for the last clause, and a drafter of each side brings it in.
    await fourth.page.goto(`${address}/suggestions`);
    await fourth.page.locator('main details summary').click();
    await fourth.page.locator('main form textarea').fill(story.suggested);
    await fourth.page.locator('main form button[type=submit]').click();
    await fourth.page.waitForURL(/suggestions\/[0-9a-f-]{36}$/);
    const suggestion = new URL(fourth.page.url()).pathname;
    const suggesting = fourth.page.locator(`.clause-text[contenteditable=true][lang=${b.language}]`).nth(2);
    await suggesting.click();
    await fourth.page.keyboard.press('Control+End');
    await fourth.page.keyboard.type(` ${story.suggested}`);
    await fourth.page.locator('ins', { hasText: story.suggested }).waitFor();
    for (const { page } of [third, fourth]) {
      if (page !== fourth.page) await page.goto(suggestion);
      await page.locator('ins', { hasText: story.suggested }).waitFor();
      await page.locator('main .button--main').first().click();
    }
    await text(one.page, 2, b.language).getByText(story.suggested).waitFor();
    for (const { page } of [third, fourth]) await page.goto(address);

    // Both sides agree; then somebody goes on writing, and the agreement to that clause has fallen.
    await alignAll(one, other);
    await write(third.page, 0, a.language, ` ${story.later}`);
    await clause(other.page, 0).locator('.clause__state .soft').first().waitFor();
    expect(await panel(one.page).locator('input[type=number]').count()).toBe(0);
    await alignAll(one, other);

    // Frozen by both: nobody writes any more, wherever it is open.
    await freeze(one, other);
    for (const { page } of all) {
      await page.locator('.clause-text[contenteditable=false]').nth(5).waitFor({ timeout: 5_000 });
      await panel(page).locator('.steps__step[aria-current=step]').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
    }

    await sign(other);
    await sign(one);
    for (const { page } of [one, other]) await panel(page).locator('a[href$="/record"]').waitFor();

    // Somebody without an account reads it and checks it.
    const visitor = await openReader(browser, demonstration.app, { language: b.language, width: 390 });
    await visitor.page.goto(`${address}/ratified`);
    await visitor.page.getByText(story.suggested).first().waitFor();
    await visitor.page.getByText(story.offline).first().waitFor();
    await visitor.page.getByText(story.later).first().waitFor();
    await visitor.page.locator('#check .button--main').click();
    expect(await visitor.page.locator('#check [data-holds]').getAttribute('data-holds')).toBe('true');
    const signed = await panel(one.page).locator('.hash').first().textContent();
    const hash = (await visitor.page.locator('[data-hash]').getAttribute('data-hash')) ?? '';
    expect(signed?.replace(/\s/g, '')).toContain(hash);
    expect([...all, visitor].flatMap(({ errors }) => errors)).toEqual([]);
    for (const { context } of [...all, visitor]) await context.close();
  });
});
