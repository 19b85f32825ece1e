import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, openBrowser, openReader } from '../support/browser.js';
import { startDemonstration, type Demonstration } from '../support/demonstration.js';

let demonstration: Demonstration;
let browser: Browser;

describe.skipIf(chromiumPath === undefined)('the frame of every page', () => {
  beforeAll(async () => {
    demonstration = await startDemonstration({ before: ',', engines: ',' });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.close();
  });
  const visitor = () => openReader(browser, demonstration.app, { language: 'en', width: 390 });

  it('lists the keys under ?, and lets letters be letters while somebody writes', async () => {
    const { page, context } = await visitor();
    await page.goto('/sign-in');
    const field = page.locator('input[autocomplete=username]').first();
    await field.click();
    await field.press('?');
    expect(await field.inputValue()).toBe('?');
    expect(await page.locator('dialog[open]').count()).toBe(0);
    await page.locator('main').focus();
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await context.close();
  });

  it('is left by Escape pressed twice, also from a field, with nothing kept on the device', async () => {
    const { page, context } = await visitor();
    await page.goto('/sign-in');
    expect(await page.evaluate('localStorage.length')).toBe(0);
    const field = page.locator('input[autocomplete=username]').first();
    await field.fill('somebody');
    await field.press('Escape');
    await field.press('Escape');
    await page.waitForURL('about:blank');
    await context.close();
  });

  it('has a tab that tells nothing, where somebody asked for it and as long as they do', async () => {
    const { page, context } = await visitor();
    await page.goto('/policy');
    await page.getByRole('checkbox', { name: /Plain name and icon/ }).check();
    await expect.poll(() => page.title()).toBe('Notes');
    await page.goto('/d/bg-mk/record');
    await page.locator('h1').waitFor();
    await expect.poll(() => page.title()).toBe('Notes');
    expect(await page.locator('link[rel=icon]').getAttribute('href')).toBe('/sheet.svg');
    await page.getByRole('checkbox', { name: /Plain name and icon/ }).uncheck();
    await expect.poll(() => page.title()).toBe('Public record · Entente');
    expect(await page.evaluate('localStorage.length')).toBe(0);
    await context.close();
  });

  it('begins with the way to the content, goes to the place a link names, and back to where one was', async () => {
    const { page, context } = await visitor();
    await page.goto('/d/bg-mk/record#entry-1');
    const first = page.locator('#entry-1');
    await first.waitFor();
    await page.locator('#entry-1:target').waitFor();
    await expect.poll(async () => (await first.boundingBox())?.y).toBeLessThan(900);
    await page.goto('/');
    await page.locator('h1').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    const charter = page.locator('.dialogue__more a').last();
    await charter.scrollIntoViewIfNeeded();
    const place = await page.evaluate<number>('scrollY');
    expect(place).toBeGreaterThan(100);
    await charter.click();
    await page.locator('.articles').waitFor();
    expect(await page.evaluate('scrollY')).toBe(0);
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.goBack();
    await expect.poll(() => page.evaluate<number>('scrollY')).toBe(place);
    await context.close();
  });

  it('says that the network is away, and when it is back', async () => {
    const { page, context } = await visitor();
    await page.goto('/policy');
    await page.locator('h1').waitFor();
    await context.setOffline(true);
    await page.locator('.away', { hasText: 'You are offline.' }).waitFor();
    await context.setOffline(false);
    await page.locator('.away').waitFor({ state: 'detached' });
    await context.close();
  });
});
