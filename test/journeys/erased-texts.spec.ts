import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../shared/language/language.js';
import { foundDyad } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { accessibilityFaults, chromiumPath, openBrowser, openReader } from '../support/browser.js';
import {
  both,
  inDays,
  looked,
  promiseOf,
  promising,
  draft,
  report,
  type PromisingDyad,
} from '../support/commitments.js';
import { together } from '../support/ratification.js';

let test: TestApp;
let dyad: PromisingDyad;
let browser: Browser;
let commitment: string;

async function erase(kind: string, path: string): Promise<void> {
  await test.settled();
  const { entries } = await test
    .visitor()
    .call('GET /api/dyads/:dyad/record', { params: { dyad: dyad.slug }, query: { limit: 100 } });
  const entry = entries.find((one) => one.kind === kind)?.seq;
  await together(dyad, dyad.stewards, 'record.erase', { entry, paths: [path], ground: 'court' });
  await test.settled();
}

async function reading(language: Language, width: number, see: (page: Page) => Promise<void>): Promise<void> {
  const reader = await openReader(browser, test, { language, width });
  await see(reader.page);
  expect(await accessibilityFaults(reader.page)).toEqual([]);
  expect(await reader.page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  expect([reader.foreign, reader.errors]).toEqual([[], []]);
  await reader.context.close();
}

describe.skipIf(chromiumPath === undefined)('a text that was erased from the record', { timeout: 180_000 }, () => {
  beforeAll(async () => {
    test = await startApp();
    test.clock.beginStep(86_400);
    dyad = await promising(test, await foundDyad(test, 'river'));
    const content = promiseOf(test, dyad, {
      title: both('Калинка Тополова'),
      milestones: [{ title: both('Станция на Калинка'), due: inDays(test, 1), value: null, weight: 1 }],
    });
    const drafted = await draft(dyad.drafters.a, dyad, content);
    commitment = drafted.commitment;
    await together(dyad, dyad.stewards, 'commitment.adopt', drafted);
    await report(dyad, commitment, dyad.organisations.a, null, 'in_progress');
    test.clock.advance({ days: 2 });
    await looked(test);
    test.clock.advance({ days: -2 });
    await erase('progress.reported', 'narrative');
    await erase('progress.reported', 'files');
    await erase('milestone.missed', 'milestone_title');
    await erase('commitment.published', 'title');
    await erase('statement.ratified', 'title');
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await test?.close();
  });

  it('is said to be erased where it stood, on which day and why, on every page that had it', async () => {
    await reading('en', 1280, async (page) => {
      await page.goto(`/d/river/commitments/${commitment}`);
      await page.locator('#timeline').waitFor();
      for (const place of [
        'h1',
        '#milestone-1',
        '#step-2',
        '.evidence',
        '.commitment section:has(.commitment__hash, [data-erased])',
      ])
        expect(await page.locator(`${place} [data-erased]`).first().innerText(), place).toMatch(
          /^Erased on .*: a court ordered it\.$/i,
        );
      expect(await page.title()).toContain('[erased]');
    });
    await reading('en', 390, async (page) => {
      await page.goto('/d/river/commitments');
      expect(await page.locator('.board [data-erased]').first().innerText()).toMatch(/^Erased on /);
    });
    await reading('ar', 390, async (page) => {
      await page.goto(`/d/river/statements/${dyad.statement}/ratified`);
      await page.locator('h1 [data-erased]').first().waitFor();
      expect(await page.locator('h1 [data-erased]').first().getAttribute('dir')).toBe('rtl');
      expect(await page.locator('.paper__clauses').innerText()).toContain('Реката е наша');
    });
  });
});
