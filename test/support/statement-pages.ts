import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '../../shared/language/language.js';
import { openReader, type Reader } from './browser.js';
import { signIn, type Demonstration } from './demonstration.js';

/** Somebody of the demonstration at the page of the statement that is being written, with all its texts there. */
export async function atStatement(
  browser: Browser,
  { app }: Demonstration,
  { dyad, login, language, width }: { dyad: string; login: string; language: Language; width: number },
): Promise<Reader> {
  const reader = await openReader(browser, app, { language, width });
  await signIn(reader, login);
  await reader.page.goto(`/d/${dyad}/statements`);
  await reader.page.locator('.contents a').first().click();
  await reader.page.locator('.clause-text').nth(5).waitFor();
  await reader.page.locator('.saving--saved').waitFor();
  return reader;
}

/** Begins a statement of one empty clause, and stays at its page; its address. */
export async function beginStatement(
  { page }: Reader,
  dyad: string,
  title: Readonly<Record<string, string>>,
): Promise<string> {
  await page.goto(`/d/${dyad}/statements`);
  await page.locator('main details summary').last().click();
  for (const [language, words] of Object.entries(title))
    await page.locator(`main form input[lang=${language}]`).fill(words);
  await page.locator('main form button[type=submit]').click();
  await page.waitForURL(/statements\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname;
}

/** The part of the page about the way to being ratified. */
export const panel = (page: Page): Locator => page.locator('#ratification');

const keys = (page: Page) => page.locator('.clause .button--main');

/** Gives every key of a side that is offered, until there is none; agreeing may offer the next in the same place. */
async function agreeToAll(page: Page): Promise<void> {
  const offered = async (): Promise<string> => (await keys(page).allTextContents()).join(' | ');
  for (let left = await offered(); left !== ''; left = await offered()) {
    await keys(page).first().click();
    await expect.poll(offered, { timeout: 10_000 }).not.toBe(left);
  }
}

/** Both sides agree to all clauses, and then say that their texts say the same. */
export async function alignAll(one: Reader, other: Reader): Promise<void> {
  for (let round = 0; round < 2; round += 1) for (const { page } of [one, other]) await agreeToAll(page);
  await panel(one.page).locator('input[type=number]').waitFor();
}

/** Signs for the first organisation that somebody may sign for. */
export async function sign({ page }: Reader): Promise<void> {
  const form = panel(page).locator('.speaking').first();
  await form.locator('summary').first().click();
  await form.getByRole('checkbox').check();
  await form.locator('form > p .button--main').click();
}

/** One side proposes to freeze what stands there, and the other gives the second key. */
export async function freeze(one: Reader, other: Reader): Promise<void> {
  await panel(one.page).locator('input[type=number]').fill('7');
  await panel(one.page).locator('form .button').first().click();
  await panel(other.page).locator('.notice').waitFor();
  await panel(other.page).locator('p > .button--main').first().click();
}
