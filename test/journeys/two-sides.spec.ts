import type { Browser } from 'playwright-core';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../shared/language/language.js';
import { chromiumPath, openBrowser, openReader } from '../support/browser.js';
import { signIn, startDemonstration, type Demonstration } from '../support/demonstration.js';

const hasApertium = spawnSync('apertium', ['-V']).status === 0;

/** One story for each demonstration dyad: who writes, what, and how the other side reads it. */
const stories = [
  {
    dyad: 'bg-mk',
    writes: 'mk',
    reads: 'bg',
    text: 'Водата не е чиста денес, но мостот е отворен.',
    translated: /Водата не е чиста/i,
  },
  {
    dyad: 'hi-ur',
    writes: 'ur',
    reads: 'hi',
    text: 'آج پانی صاف ہے۔',
    translated: /पानी/,
  },
] as const satisfies readonly { dyad: string; writes: Language; reads: Language; text: string; translated: RegExp }[];

let demonstration: Demonstration;
let browser: Browser;

describe.skipIf(chromiumPath === undefined)('two sides talk', () => {
  beforeAll(async () => {
    demonstration = await startDemonstration({ before: 'pseudo', engines: hasApertium ? 'apertium' : 'pseudo' });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  it.each(stories)('$dyad: writes in $writes, is held, approved, and read live in $reads', async (story) => {
    const { dyad, writes, reads } = story;
    const writer = await openReader(browser, demonstration.app, { language: writes, width: 390 });
    const reader = await openReader(browser, demonstration.app, { language: reads });
    const desk = await openReader(browser, demonstration.app, { language: reads });
    await signIn(writer, await demonstration.login(dyad, 'b', 'citizen'));
    await signIn(reader, await demonstration.login(dyad, 'a', 'citizen'));
    await signIn(desk, await demonstration.login(dyad, 'a', 'moderator'));

    await writer.page.goto(`/d/${dyad}/topics/river-water`);
    await writer.page.locator('.contents a').first().click();
    await writer.page.waitForURL(/threads/);
    const address = new URL(writer.page.url()).pathname;
    await reader.page.goto(address);
    await reader.page.locator('.channel--live').waitFor();

    const composer = writer.page.locator('form.composer').last();
    await composer.locator('textarea').fill(story.text);
    await composer.locator('button[type=submit]').click();
    await writer.page.locator('article.sheet', { hasText: story.text }).waitFor();
    expect(await reader.page.getByText(story.text).count()).toBe(0);

    await desk.page.goto(`/d/${dyad}/desk`);
    await desk.page.locator('.desk-line').last().click();
    await desk.page.locator('.desk-card', { hasText: story.text }).locator('.button--main').first().click();

    await reader.page.locator('.newer button').click();
    const post = reader.page.locator('article.post', { hasText: story.text });
    await post.waitFor();
    if (hasApertium) {
      const page = post.locator('.bilingual__page', { hasText: story.translated }).locator(`.rich-text[lang=${reads}]`);
      await page.waitFor({ timeout: 20_000 });
    }
    const original = post.locator(`.rich-text[lang=${writes}]`);
    expect(await original.getAttribute('dir')).toBe(writes === 'ur' ? 'rtl' : 'ltr');
    expect(await writer.page.locator('html').getAttribute('dir')).toBe(writes === 'ur' ? 'rtl' : 'ltr');
    for (const one of [writer, reader, desk]) {
      expect(one.errors).toEqual([]);
      await one.context.close();
    }
  });

  it('keeps what was typed when the server is away, and sends it when it is back', async () => {
    const writer = await openReader(browser, demonstration.app, { language: 'en' });
    await signIn(writer, await demonstration.login('bg-mk', 'b', 'citizen'));
    await writer.page.goto('/d/bg-mk/topics/school-exchange');
    await writer.page.locator('.contents a').first().click();
    const composer = writer.page.locator('form.composer').last();
    await composer.waitFor();
    await writer.context.setOffline(true);
    await composer.locator('textarea').fill('Ова не смее да се изгуби.');
    await composer.locator('button[type=submit]').click();
    await composer.locator('[role=alert]').waitFor({ timeout: 30_000 });
    expect(await composer.locator('textarea').inputValue()).toBe('Ова не смее да се изгуби.');
    await writer.context.setOffline(false);
    await writer.page.reload();
    const again = writer.page.locator('form.composer').last();
    expect(await again.locator('textarea').inputValue()).toBe('Ова не смее да се изгуби.');
    await again.locator('button[type=submit]').click();
    await writer.page.locator('article', { hasText: 'Ова не смее да се изгуби.' }).first().waitFor();
    await writer.context.close();
  });
});
