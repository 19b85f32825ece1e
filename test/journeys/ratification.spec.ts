import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, chromiumPath, openBrowser, openReader, type Reader } from '../support/browser.js';
import { signIn, startDemonstration, type Demonstration } from '../support/demonstration.js';

type Language = 'bg' | 'mk' | 'hi' | 'ur';
interface Person {
  readonly login: string;
  readonly language: Language;
}

/** In each demonstration dyad the drafters of both sides, who are also delegates; the later script comes first here. */
const stories: { dyad: string; a: Person; b: Person }[] = [
  { dyad: 'hi-ur', a: { login: 'kavita', language: 'hi' }, b: { login: 'imran', language: 'ur' } },
  { dyad: 'bg-mk', a: { login: 'nevena', language: 'bg' }, b: { login: 'goce', language: 'mk' } },
];

let demonstration: Demonstration;
let browser: Browser;

async function opened(dyad: string, { login, language }: Person, width: number): Promise<Reader> {
  const reader = await openReader(browser, demonstration.app, { language, width });
  await signIn(reader, login);
  await reader.page.goto(`/d/${dyad}/statements`);
  await reader.page.locator('.contents a').first().click();
  await reader.page.locator('.clause-text').nth(5).waitFor();
  await reader.page.locator('.saving--saved').waitFor();
  return reader;
}

const panel = (page: Page) => page.locator('#ratification');
const step = (page: Page) => panel(page).locator('.steps__step[aria-current=step]');

/** Gives every key that a side can still give, until there is none. */
async function agreeToAll(page: Page): Promise<void> {
  const keys = page.locator('.clause .button--main');
  // Agreeing may offer the next key in the place of the one that was given.
  const offered = async (): Promise<string> => (await keys.allTextContents()).join(' | ');
  for (let left = await offered(); left !== ''; left = await offered()) {
    await keys.first().click();
    await expect.poll(offered, { timeout: 10_000 }).not.toBe(left);
  }
}

async function sign({ page }: Reader): Promise<void> {
  const form = panel(page).locator('.speaking').first();
  await form.locator('summary').first().click();
  await form.getByRole('checkbox').check();
  await form.locator('form > p .button--main').click();
}

describe.skipIf(chromiumPath === undefined)('a statement is ratified in two browsers', () => {
  beforeAll(async () => {
    demonstration = await startDemonstration({ before: 'pseudo', engines: 'pseudo' });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  it.each(stories)('$dyad: aligned, frozen by both, signed for both, and read by a visitor', async ({ dyad, a, b }) => {
    const [one, other] = [await opened(dyad, a, 1280), await opened(dyad, b, 390)];
    const statement = new URL(one.page.url()).pathname.split('/').at(-1) ?? '';
    for (let round = 0; round < 2; round += 1) for (const { page } of [one, other]) await agreeToAll(page);
    await panel(one.page).locator('.hash').waitFor();

    await panel(one.page).locator('input[type=number]').fill('7');
    await panel(one.page).locator('form .button').first().click();
    const second = panel(other.page).locator('p > .button--main').first();
    await panel(other.page).locator('.notice').waitFor();
    await second.click();

    // Nobody writes any more, also where the page was open all the time.
    for (const { page } of [one, other]) {
      await expect.poll(() => step(page).textContent()).toBeTruthy();
      await page.locator('.clause-text[contenteditable=false]').nth(5).waitFor({ timeout: 5_000 });
      await panel(page).locator('.speaking').first().waitFor();
    }
    for (const { page } of [one, other]) expect(await accessibilityFaults(page)).toEqual([]);

    await sign(other);
    await panel(one.page).locator('.ratification__sides .tag').first().waitFor();
    await sign(one);
    for (const { page } of [one, other]) await panel(page).locator('a[href*="/record#entry-"]').waitFor();

    const visitor = demonstration.app.visitor();
    const read = await visitor.call('GET /api/dyads/:dyad/statements/:statement/ratified', {
      params: { dyad, statement },
    });
    expect(read.signatures).toHaveLength(2);
    expect(await panel(one.page).locator('.hash').first().textContent()).toContain(read.hash.slice(0, 4));
    expect([...one.errors, ...other.errors]).toEqual([]);
    for (const { context } of [one, other]) await context.close();
  });
});
