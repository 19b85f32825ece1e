import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { accessibilityFaults, type Reader } from './browser.js';

/** Whether what a page shows can be used by all: no fault that axe knows, and nothing wider than the screen. */
export async function expectSound(page: Page, where = page.url()): Promise<void> {
  expect.soft(await accessibilityFaults(page), where).toEqual([]);
  const [widest, width] = await page.evaluate<[number, number]>('[document.documentElement.scrollWidth, innerWidth]');
  expect.soft(widest, where).toBeLessThanOrEqual(width);
}

/** The same of a page that has come to rest; and nothing went wrong in it, and it asked nobody else for anything. */
export async function expectFaultless({ page, errors, foreign }: Reader): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.waitForLoadState('networkidle');
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  await page.evaluate('document.fonts.ready');
  await expectSound(page);
  expect([...errors, ...foreign], page.url()).toEqual([]);
}
