import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { accessibilityFaults, chromiumPath, openBrowser, openReader } from '../support/browser.js';
import { moderate, type Habits } from '../support/moderated-month.js';
import { stayIn } from '../support/moderation.js';

let test: TestApp;
let browser: Browser;
/** Moderators restrict one side here more than the other, and there not. */
let unlike: TestDyad;
let alike: TestDyad;

/** Goes on to shortly after the beginning of the next month. */
function beginMonth(): void {
  const now = test.clock.now();
  const next = Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1);
  test.clock.advance({ seconds: Math.ceil((next - now.getTime()) / 1000) + 60 });
}

async function aMonthOf(dyad: TestDyad, habits: Habits): Promise<void> {
  const moderator = (side: 'a' | 'b' | 'neutral') => member(test, dyad, { side, roles: ['moderator'] });
  const authors: TestMember[] = [];
  for (let one = 0; one < 6; one += 1)
    authors.push(await member(test, dyad, { side: 'a' }), await member(test, dyad, { side: 'b' }));
  const moderators = { a: await moderator('a'), b: await moderator('b'), neutral: await moderator('neutral') };
  const reporter = await member(test, dyad, { side: 'neutral' });
  beginMonth();
  await moderate(test, dyad, { authors, moderators, reporter }, { items: 240, days: 26, seed: 7, habits });
}

describe.skipIf(chromiumPath === undefined)('the alarm of how both sides are treated', () => {
  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    [unlike, alike] = [await foundDyad(test, 'river'), await foundDyad(test, 'valley')];
    await aMonthOf(unlike, { a: 0.25, b: 0.75 });
    await aMonthOf(alike, { a: 0.4, b: 0.4 });
    beginMonth();
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
    await test?.close();
  });

  async function stewardOf(dyad: TestDyad, side: 'a' | 'b', width: number) {
    const who = await member(test, dyad, { side, roles: ['steward'] });
    await stayIn(test);
    const reader = await openReader(browser, test, { language: side === 'a' ? 'bg' : 'mk', width }, who);
    await reader.page.goto(`/d/${dyad.slug}/stewards`);
    await reader.page.locator('h2').first().waitFor();
    await reader.page.waitForLoadState('networkidle');
    return reader;
  }

  it.each([
    ['a', 390],
    ['b', 1280],
  ] as const)(
    'is told to stewards of side %s, with the way to what raised it',
    async (side, width) => {
      const { page, context, errors } = await stewardOf(unlike, side, width);
      const line = page.locator('.notice--caution[role=note]');
      expect(await line.count()).toBe(1);
      expect(await accessibilityFaults(page)).toEqual([]);
      await line.getByRole('link').click();
      await page.waitForURL(`**/d/${unlike.slug}/fairness#alarm`);
      const alarm = page.locator('#alarm');
      await alarm.waitFor();
      expect(await alarm.locator('tbody tr').count()).toBeGreaterThan(1);
      expect(errors).toEqual([]);
      await context.close();
    },
    60_000,
  );

  it('says nothing where both sides are treated alike', async () => {
    for (const side of ['a', 'b'] as const) {
      const { page, context } = await stewardOf(alike, side, 1280);
      expect(await page.locator('.notice--caution[role=note]').count()).toBe(0);
      await context.close();
    }
  }, 60_000);
});
