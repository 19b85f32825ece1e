import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isolated } from '../../client/lib/isolated.js';
import { misplacedMarks } from '../support/bidi.js';
import { chromiumPath, openBrowser, openReader } from '../support/browser.js';
import { signIn, startDemonstration, type Demonstration } from '../support/demonstration.js';

let demonstration: Demonstration;
let browser: Browser;

describe.skipIf(chromiumPath === undefined)('lines of two directions', () => {
  beforeAll(async () => {
    demonstration = await startDemonstration({ before: ',', engines: ',' });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  it.each([
    ['ar', 'bg-mk'],
    ['he', 'bg-mk'],
    ['ur', 'bg-mk'],
    ['ur', 'hi-ur'],
    ['hi', 'hi-ur'],
  ] as const)('have their quotation marks and brackets around what they quote, in %s of %s', async (language, dyad) => {
    const reader = await openReader(browser, demonstration.app, { language, width: 1280 });
    const { page } = reader;
    await signIn(reader, await demonstration.login(dyad, 'a', 'steward'));
    let all = 0;
    for (const path of ['', '/record', '/stewards', '/statements', '/glossary', '/policy']) {
      await page.goto(path === '/policy' ? path : `/d/${dyad}${path}`);
      await page.locator('main h1').first().waitFor();
      await page.waitForLoadState('networkidle');
      const { seen, faults } = await misplacedMarks(page);
      expect(faults, path).toEqual([]);
      all += seen;
    }
    expect(all).toBeGreaterThan(5);
    await page.context().close();
  });

  it.each([
    ['a quotation before a number', 'rtl', '«@» 2026', 'Water'],
    ['a quotation before a comma and a day', 'rtl', 'مشاركة في «@»، 27 نوفمبر', 'Water'],
    ['a name before a number in brackets', 'ltr', 'Comment by @ (3)', 'احمد علی'],
    ['a file with a bracket at its end', 'rtl', 'الملف (@)', 'words.csv (1)'],
  ] as const)('turn a line around without isolation, and not with it: %s', async (_, direction, sentence, value) => {
    const page = await browser.newPage();
    const faultsOf = async (said: string): Promise<number> => {
      await page.setContent(`<main dir="${direction}"><p>${said}</p></main>`);
      return (await misplacedMarks(page)).faults.length;
    };
    expect(await faultsOf(sentence.replace('@', value))).toBeGreaterThan(0);
    expect(await faultsOf(sentence.replace('@', isolated(value, direction)))).toBe(0);
    await page.close();
  });

  it('are begun where their first letter begins, in a field that takes words of any language', async () => {
    const reader = await openReader(browser, demonstration.app, { language: 'ur', width: 390 });
    const { page } = reader;
    await page.goto('/d/hi-ur/glossary');
    const field = page.locator('input[type=search]');
    for (const [written, direction] of [
      ['The water', 'ltr'],
      ['पानी', 'ltr'],
      ['پانی water', 'rtl'],
    ] as const) {
      await field.fill(written);
      const drawn = () => field.evaluate((one) => one.ownerDocument.defaultView?.getComputedStyle(one).direction);
      expect(await drawn(), written).toBe(direction);
    }
    await page.context().close();
  });

  it('have what leads on at the other end in a language from right to left', async () => {
    const placesIn = async (language: 'ur' | 'en'): Promise<number> => {
      const reader = await openReader(browser, demonstration.app, { language, width: 1280 });
      await reader.page.goto('/d/hi-ur/glossary');
      const [name, entry] = [
        reader.page.locator('.glossary-changes li').first(),
        reader.page.locator('.glossary-changes li > a'),
      ];
      await reader.page.locator('.glossary-changes summary').click();
      const [line, link] = [await name.boundingBox(), await entry.first().boundingBox()];
      await reader.context.close();
      return (link?.x ?? 0) + (link?.width ?? 0) / 2 - (line?.x ?? 0) - (line?.width ?? 0) / 2;
    };
    expect(Math.sign(await placesIn('en'))).toBe(1);
    expect(Math.sign(await placesIn('ur'))).toBe(-1);
  });
});
