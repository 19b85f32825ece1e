import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openBrowser, openReader, type Reader, type ReaderWish } from '../support/browser.js';
import { clearReports, signIn, startDemonstration, type Demonstration } from '../support/demonstration.js';
import { chooseByKeys, pressButton, tabTo, typeInto } from '../support/desk-pages.js';
import { expectSound } from '../support/sound-page.js';

const dyad = 'hi-ur';
const facts = ['ये पोस्ट एक ही विज्ञापन दोहराती हैं।', 'یہ تحریریں ایک ہی اشتہار دہراتی ہیں۔'] as const;

let demonstration: Demonstration;
let browser: Browser;

const open = async (login: string, wish: ReaderWish): Promise<Reader> => {
  const opened = await openReader(browser, demonstration.app, wish);
  await signIn(opened, login);
  return opened;
};

/** Reports posts by the API, as the page of their thread does. */
async function report(page: Page, posts: readonly string[], reason: string): Promise<void> {
  for (const post of posts)
    await page.evaluate(
      ([address, body]) =>
        fetch(address, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-csrf': '1', 'idempotency-key': crypto.randomUUID() },
          body,
        }),
      [`/api/dyads/${dyad}/reports/post/${post}`, JSON.stringify({ reason, words: '' })] as const,
    );
}

const publishedBy = async (login: string): Promise<string[]> =>
  (
    await demonstration.database.query<{ post: string }>(
      `select i.content_id as post from moderation_item i join member m on m.id = i.author_id
       join account a on a.id = m.account_id join thread t on t.id = i.place_id
       where a.login = $1 and i.state = 'live' order by i.id`,
      [login],
    )
  ).map(({ post }) => post);

describe.skipIf(chromiumPath === undefined)('those who moderate', () => {
  beforeAll(async () => {
    demonstration = await startDemonstration({ before: 'pseudo', engines: 'pseudo' });
    await clearReports(demonstration);
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  it('MOD-44: are shown grave words when they ask, are asked to rest, and can leave grave cases to others', async () => {
    const citizen = await open('meera', { language: 'hi' });
    const posts = [...(await publishedBy('zara')), ...(await publishedBy('bilal'))].slice(0, 5);
    expect(posts.length).toBe(5);
    await report(citizen.page, posts, 'INCITE');
    const moderator = await open('farah', { language: 'ur' });
    const { page } = moderator;
    await page.goto(`/d/${dyad}/desk?queue=in_review`);
    await page.locator('.desk-card').waitFor();
    expect(await page.locator('.veil__words[inert]').count()).toBe(1);

    const care = page.locator('details.care');
    await pressButton(page, care.locator('summary'));
    await chooseByKeys(page, care.locator('select'), '5');
    await expectSound(page, 'how one looks after oneself');
    await tabTo(page, page.locator('.desk-lists .button'));
    for (let seen = 1; seen <= posts.length; seen += 1) {
      await page.keyboard.press('v');
      await page.locator('.veil').waitFor({ state: 'detached' });
      await page.locator('.care', { hasText: String(seen) }).waitFor();
      expect(await page.locator('.page-head .notice').count()).toBe(seen < posts.length ? 0 : 1);
      await page.keyboard.press('j');
    }
    await expectSound(page, 'the suggestion of a rest');
    await pressButton(page, page.locator('.page-head .notice .button').first());
    await page.locator('.page-head .notice').waitFor({ state: 'detached' });

    await care.locator('input[type=checkbox]').nth(1).focus();
    await page.keyboard.press('Space');
    await page.locator('.empty').waitFor();
    await expectSound(page, 'grave cases left to others');

    // It is of this device, and of today: after a day the count begins anew, and nobody else learnt of it.
    await page.reload();
    await page.locator('.empty').waitFor();
    await page.evaluate(`{
      const kept = JSON.parse(localStorage.getItem('entente.desk-grave-cases'));
      localStorage.setItem('entente.desk-grave-cases', JSON.stringify({ ...kept, day: '2026-01-01' }));
    }`);
    await page.reload();
    await page.locator('.empty').waitFor();
    await pressButton(page, care.locator('summary'));
    expect(await care.textContent()).toContain('0');
    expect(moderator.errors).toEqual([]);
    for (const { context } of [citizen, moderator]) await context.close();
  });

  it('MOD-32: decide about several at once, and the second side strikes one out', async () => {
    const citizen = await open('sohan', { language: 'hi' });
    await report(citizen.page, (await publishedBy('nadia')).slice(0, 3), 'SPAM');
    const one = await open('anil', { language: 'hi' });
    await one.page.goto(`/d/${dyad}/desk?queue=in_review`);
    const care = JSON.stringify({ veil: true, restAfter: 10, leaveGrave: true });
    await one.page.evaluate(`localStorage.setItem('entente.desk-care', '${care}')`);
    await one.page.reload();
    await one.page.locator('.desk-card').waitFor();
    expect(await one.page.locator('.desk-line').count()).toBe(3);
    for (let nth = 0; nth < 3; nth += 1) {
      await one.page.keyboard.press('x');
      await one.page.keyboard.press('j');
    }
    await one.page.keyboard.press('r');
    const proposal = one.page.locator('.proposal-form');
    await chooseByKeys(one.page, proposal.locator('select').nth(1), 'SPAM');
    for (const [at, words] of facts.entries()) await typeInto(one.page, proposal.locator('textarea').nth(at), words);
    await expectSound(one.page, 'one decision about several');
    await pressButton(one.page, proposal.locator('button[type=submit]'));
    await expect.poll(() => one.page.locator('section.sheet .bulk li').count()).toBe(3);
    await proposal.waitFor({ state: 'detached' });
    await expectSound(one.page, 'what became of each');

    const other = await open('kamran', { language: 'ur', width: 390 });
    await other.page.goto(`/d/${dyad}/desk?queue=mine`);
    await other.page.locator('.desk-card').waitFor();
    await other.page.keyboard.press('y');
    const bulk = other.page.locator('fieldset.bulk');
    await expect.poll(() => bulk.locator('input[type=checkbox]').count()).toBe(3);
    await bulk.locator('input[type=checkbox]').nth(1).focus();
    await other.page.keyboard.press('Space');
    await expectSound(other.page, 'the list for the second key');
    await pressButton(other.page, bulk.locator('.button'));
    await expect.poll(() => other.page.locator('.desk-line--decided').count()).toBe(2);
    expect([...one.errors, ...other.errors]).toEqual([]);
    for (const { context } of [citizen, one, other]) await context.close();
  });
});
