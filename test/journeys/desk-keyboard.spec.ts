import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { deskLists, type DeskList } from '../../shared/moderation/desk.rules.js';
import { chromiumPath, openBrowser, openReader, type Reader, type ReaderWish } from '../support/browser.js';
import { clearReports, signIn, startDemonstration, type Demonstration } from '../support/demonstration.js';
import { chooseByKeys, openList, pressButton, tabTo, typeInto } from '../support/desk-pages.js';
import { expectSound } from '../support/sound-page.js';

const dyad = 'bg-mk';
const numberOf = (list: DeskList): number => deskLists.indexOf(list) + 1;
const letters = 'abcdefghijklmnopqrstuvwxyz?';
const facts = [
  'Публикацията заплашва хората от другия бряг на реката.',
  'Објавата им се заканува на луѓето од другиот брег на реката.',
] as const;

const reversal = [
  'Това е предупреждение за наводнение, не заплаха.',
  'Тоа е предупредување за поплава, не закана.',
] as const;

let demonstration: Demonstration;
let browser: Browser;
let readers: Reader[] = [];

async function reader(login: string, wish: ReaderWish): Promise<Page> {
  const opened = await openReader(browser, demonstration.app, wish);
  readers.push(opened);
  await signIn(opened, login);
  return opened.page;
}

interface LivePost {
  readonly post: string;
  readonly address: string;
}

/** The first published post of somebody in a topic. */
async function livePost(login: string, topic: string): Promise<LivePost> {
  const [row] = await demonstration.database.query<{ post: string; thread: string }>(
    `select i.content_id as post, i.place_id as thread from moderation_item i join member m on m.id = i.author_id
     join account a on a.id = m.account_id join thread t on t.id = i.place_id join topic on topic.id = t.topic_id
     where a.login = $1 and i.state = 'live' and topic.slug = $2 order by i.id limit 1`,
    [login, topic],
  );
  if (!row) throw new Error(`${login} has published nothing about ${topic}`);
  return { post: row.post, address: `/d/${dyad}/threads/${row.thread}` };
}

/** The login of a moderator by the name that the desk shows. */
async function loginOf(pseudonym: string): Promise<string> {
  const [row] = await demonstration.database.query<{ login: string }>(
    'select a.login from account a join member m on m.account_id = a.id where m.pseudonym = $1',
    [pseudonym],
  );
  return row?.login ?? '';
}

/** Reports a post as its readers do, without a mouse. */
async function report(page: Page, { post, address }: LivePost, reason: string): Promise<void> {
  await page.goto(`${address}#post-${post}`);
  const article = page.locator(`#post-${post}`);
  await article.waitFor();
  await pressButton(page, article.locator('.post__acts button').last());
  const form = page.locator('form', { has: page.locator('.report-reasons') });
  const chosen = form.locator(`input[value=${reason}]`);
  await tabTo(page, form.locator('input[type=radio]').first());
  for (let step = 0; step < 20 && !(await chosen.isChecked()); step += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await pressButton(page, form.locator('button[type=submit]'));
  await form.waitFor({ state: 'detached' });
}

const card = (page: Page) => page.locator('.desk-card');
const form = (page: Page) => page.locator('.reason-form');
const submit = (page: Page) => form(page).locator('button[type=submit]');

/** Fills in what a proposal needs: a reason, an article, and what was found in both languages. */
async function propose(page: Page, reason: string): Promise<void> {
  await page.keyboard.press('r');
  await chooseByKeys(page, form(page).locator('select').nth(1), reason);
  await chooseByKeys(page, form(page).locator('select').nth(2), '1');
  for (const [at, words] of facts.entries()) await typeInto(page, form(page).locator('textarea').nth(at), words);
}

/** Whoever wrote what was removed reads why, and appeals. @returns the page of the notice */
async function appeal(login: string, words: string): Promise<Page> {
  const page = await reader(login, { language: 'bg', width: 390 });
  await page.goto(`/d/${dyad}`);
  await pressButton(page, page.locator(`nav a[href$="/d/${dyad}/notices"]`));
  await pressButton(page, page.locator('.notices__title').first());
  const part = page.locator('section[aria-labelledby=appeal]');
  await page.getByText(facts[0]).waitFor();
  await pressButton(page, part.locator('.button'));
  await typeInto(page, part.locator('textarea'), words);
  await expectSound(page, 'an appeal, being written');
  await pressButton(page, part.locator('button[type=submit]'));
  await part.locator('.notice-quote', { hasText: words }).waitFor();
  return page;
}

/** A seat of the panel of an appeal says what becomes of the decision, in both languages. */
async function overturn(page: Page): Promise<void> {
  await page.goto(`/d/${dyad}/desk?queue=appealed`);
  await card(page).locator('.keys .proposal-part').nth(2).waitFor();
  await page.keyboard.press('e');
  const verdict = form(page).locator('input[type=radio]');
  await tabTo(page, verdict.first());
  for (let step = 0; step < 3 && !(await form(page).locator('input[value=overturn]').isChecked()); step += 1)
    await page.keyboard.press('ArrowDown');
  for (const [at, words] of reversal.entries()) await typeInto(page, form(page).locator('textarea').nth(at), words);
  await expectSound(page, 'a verdict on an appeal, being written');
  await pressButton(page, submit(page));
  await form(page).waitFor({ state: 'detached' });
}

describe.skipIf(chromiumPath === undefined)('the desk without a mouse', () => {
  beforeAll(async () => {
    demonstration = await startDemonstration({ before: 'pseudo', engines: 'pseudo' });
    await clearReports(demonstration);
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.close();
  });
  afterEach(async () => {
    for (const { errors, foreign, context } of readers) {
      expect.soft(errors).toEqual([]);
      expect.soft(foreign).toEqual([]);
      await context.close();
    }
    readers = [];
  });

  it('MOD-33: from a report by claim, hold, proposal and second key to notice, appeal, panel and reversal, in two languages', async () => {
    const citizen = await reader('elena', { language: 'mk' });
    const one = await reader('vesela', { language: 'bg' });
    const other = await reader('jasmina', { language: 'mk', width: 390, dark: true });
    await one.goto(`/d/${dyad}/desk`);
    await other.goto(`/d/${dyad}/desk?queue=mine`);
    await other.locator('.empty').waitFor();
    await openList(one, numberOf('in_review'));
    await one.locator('.empty').waitFor();
    await expectSound(other, 'an empty list');

    const post = await livePost('desi', 'river-water');
    await report(citizen, post, 'THREAT');
    await one.locator('.desk-news button').waitFor();
    expect(await card(one).count()).toBe(0);
    await one.keyboard.press('l');
    await card(one).locator('.veil').waitFor();
    await expectSound(one, 'grave words, blurred');
    await one.keyboard.press('v');
    await card(one).locator('.veil').waitFor({ state: 'detached' });
    await one.keyboard.press('c');
    await card(one).locator('header li').waitFor();

    await one.keyboard.press('h');
    await chooseByKeys(one, form(one).locator('select'), 'THREAT');
    await tabTo(one, form(one).locator('textarea'));
    const before = await card(one).locator('.desk-acts [role=group]').textContent();
    for (const letter of letters) await one.keyboard.press(letter);
    expect(await form(one).locator('textarea').inputValue()).toBe(letters);
    expect(await card(one).locator('.desk-acts [role=group]').textContent()).toBe(before);
    expect(await one.locator('dialog[open]').count()).toBe(0);
    await expectSound(one, 'a hold, being written');
    await pressButton(one, submit(one));
    await one.locator('.desk-undo').waitFor();
    await one.keyboard.press('u');
    await one.locator('.desk-undo').waitFor({ state: 'detached' });
    await one.keyboard.press('h');
    await chooseByKeys(one, form(one).locator('select'), 'THREAT');
    await pressButton(one, submit(one));
    await one.locator('.desk-undo').waitFor();

    await propose(one, 'THREAT');
    await expectSound(one, 'a proposal, being written');
    expect(await form(one).locator('.decision [lang=mk]').textContent()).toContain(facts[1]);
    await pressButton(one, submit(one));
    await card(one).locator('.proposal-part .keys li').waitFor();
    await expectSound(one, 'a proposal that waits for a key');

    await other.locator('.desk-news button').waitFor();
    await other.keyboard.press('l');
    await card(other).locator('.proposal-part').waitFor();
    expect(await card(other).locator('.decision section').first().getAttribute('lang')).toBe('mk');
    await other.keyboard.press('y');
    await form(other).waitFor();
    await expectSound(other, 'the last step before a key');
    await other.keyboard.press('Enter');
    await other.locator('.desk-line--decided').waitFor();
    await expectSound(other, 'what was decided');
    await one.locator('.desk-line--decided').waitFor();

    await citizen.goto(post.address);
    await citizen.locator(`#post-${post.post} .post__gone`).waitFor();

    const author = await appeal('desi', 'Писах за високата вода, никого не съм заплашвала.');
    await other.goto(`/d/${dyad}/desk?queue=appealed`);
    const seats = card(other).locator('.keys .proposal-part .member-name bdi');
    await seats.nth(2).waitFor();
    await expectSound(other, 'an appeal before its panel');
    // Nobody who gave a key before has a seat.
    await other.keyboard.press('e');
    expect(await form(other).count()).toBe(0);
    const names = await seats.allTextContents();
    const judges = await Promise.all(names.slice(0, 2).map((name) => loginOf(name)));
    for (const [at, login] of judges.entries()) {
      expect(['vesela', 'jasmina']).not.toContain(login);
      await overturn(await reader(login, { language: at === 0 ? 'bg' : 'mk', width: at === 0 ? 1280 : 390 }));
    }
    await author.getByText(reversal[0]).first().waitFor();
    await expectSound(author, 'an appeal that was answered');
    await citizen.reload();
    await citizen.locator(`#post-${post.post} .rich-text`).first().waitFor();
  });

  it('what a colleague opposes goes before a panel, and its seats give their verdicts', async () => {
    const citizen = await reader('darko', { language: 'mk' });
    const one = await reader('stoyan', { language: 'bg', dark: true });
    const other = await reader('ljupco', { language: 'mk' });
    await report(citizen, await livePost('rumen', 'school-exchange'), 'HATE');
    await one.goto(`/d/${dyad}/desk?queue=in_review`);
    await card(one).waitFor();
    await propose(one, 'HATE');
    await pressButton(one, submit(one));
    await card(one).locator('.proposal-part').waitFor();

    await other.goto(`/d/${dyad}/desk?queue=mine`);
    await card(other).waitFor();
    await other.keyboard.press('n');
    await typeInto(other, form(other).locator('textarea'), 'Тоа е остра, но дозволена критика.');
    await expectSound(other, 'an opposition, being written');
    await pressButton(other, submit(other));
    await form(other).waitFor({ state: 'detached' });
    await openList(other, numberOf('escalated'));
    const seats = card(other).locator('.keys .member-name bdi');
    await card(other).locator('.proposal-part h4').waitFor();
    await expectSound(other, 'a case before a panel');
    const names = (await seats.allTextContents()).slice(-3);
    for (const [at, name] of names.slice(0, 2).entries()) {
      const judge = await reader(await loginOf(name), { language: at === 0 ? 'bg' : 'mk' });
      await judge.goto(`/d/${dyad}/desk?queue=escalated`);
      await card(judge).waitFor();
      await judge.keyboard.press('e');
      await tabTo(judge, form(judge).locator('input[value=enact]'));
      await judge.keyboard.press('ArrowDown');
      await typeInto(judge, form(judge).locator('textarea'), 'Остра критика, но не омраза към хора.');
      await expectSound(judge, 'a verdict, being written');
      await pressButton(judge, submit(judge));
      await form(judge).waitFor({ state: 'detached' });
    }
    await other.locator('.desk-line--decided').waitFor();
  });

  it('keys are chosen anew on the device, and refused where they mean something else', async () => {
    const page = await reader('jasmina', { language: 'mk' });
    await page.goto(`/d/${dyad}/desk?queue=pending`);
    await card(page).waitFor();
    await page.keyboard.press('?');
    const dialog = page.locator('dialog');
    await expectSound(page, 'the map of the keyboard');
    await pressButton(page, dialog.locator('p .button'));
    const keyOf = (act: string) => dialog.locator(`button[aria-describedby=key-of-${act}]`);
    await pressButton(page, keyOf('approve'));
    await page.keyboard.press('h');
    await dialog.locator('.field__error').waitFor();
    expect(await keyOf('approve').locator('kbd').textContent()).toBe('a');
    await expectSound(page, 'keys, being chosen');
    await pressButton(page, keyOf('approve'));
    await page.keyboard.press('p');
    await expect.poll(() => keyOf('approve').locator('kbd').textContent()).toBe('p');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });

    await page.reload();
    await card(page).waitFor();
    await page.keyboard.press('a');
    await page.keyboard.press('j');
    await page.locator('.desk-steps', { hasText: '2' }).waitFor();
    expect(await page.locator('.desk-line--decided').count()).toBe(0);
    await page.keyboard.press('p');
    await page.locator('.desk-line--decided').waitFor();
    await page.keyboard.press('z');
    await page.locator('.desk-list').waitFor({ state: 'hidden' });
    await expectSound(page, 'a case alone');
  });
});
