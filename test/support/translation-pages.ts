import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '../../shared/language/language.js';
import { member, type TestDyad, type TestMember, type Wanted } from './actors.js';
import type { TestApp } from './app.js';
import { openReader, type Reader } from './browser.js';
import { expectSound } from './sound-page.js';

/** Somebody who writes in that language. */
export async function writerOf(test: TestApp, dyad: TestDyad, writesIn: Language, wanted: Wanted): Promise<TestMember> {
  const one = await member(test, dyad, wanted);
  await one.api.call('PATCH /api/dyads/:dyad/members/me', { params: { dyad: dyad.slug }, body: { writesIn } });
  return one;
}

/** Says on one's own page that one reads and writes every other language of the dyad. */
export async function declareLanguages(page: Page, dyad: TestDyad): Promise<void> {
  await page.goto(`/d/${dyad.slug}/me`);
  const boxes = page.locator('#languages fieldset input[type=checkbox]');
  await boxes.first().waitFor();
  for (let at = 0; at < (await boxes.count()); at += 1) {
    await boxes.nth(at).click();
    await expect.poll(() => boxes.nth(at).isChecked()).toBe(true);
  }
  await expectSound(page, 'who one is here');
}

/** Opens pages as members do, and knows afterwards what went wrong in any of them. */
export class TranslationReaders {
  private readonly readers: Reader[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly test: TestApp,
  ) {}

  async open(who: TestMember, language: Language, width: number, dark = false): Promise<Page> {
    const reader = await openReader(this.browser, this.test, { language, width, dark }, who);
    this.readers.push(reader);
    return reader.page;
  }

  /** Requests to anywhere else, and errors of the pages. */
  get faults(): string[] {
    return this.readers.flatMap(({ foreign, errors }) => [...foreign, ...errors]);
  }
}
