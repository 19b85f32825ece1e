import { generate } from 'otplib';
import type { Browser } from 'playwright-core';
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadDemonstration } from '../../server/demo/load-demonstration.js';
import { demoCodeSecret, demoPassword } from '../../server/demo/demo-people.js';
import { readConfig } from '../../server/platform/config/config.js';
import type { Language } from '../../shared/language/language.js';
import { startApp, testSecret, type TestApp } from '../support/app.js';
import { accessibilityFaults, chromiumPath, openBrowser, openReader, type Reader } from '../support/browser.js';
import { createDatabase, type TestDatabase } from '../support/database.js';

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

let database: TestDatabase;
let app: TestApp;
let browser: Browser;

describe.skipIf(chromiumPath === undefined)('two sides talk', () => {
  beforeAll(async () => {
    database = await createDatabase();
    const settings = { TRANSLATION_ENGINES: hasApertium ? 'apertium' : 'pseudo', LOG_LEVEL: 'error' };
    const config = readConfig({
      NODE_ENV: 'test',
      ENTENTE_SECRET: testSecret,
      ...settings,
      TRANSLATION_ENGINES: 'pseudo',
    });
    await loadDemonstration(config, database.url, () => undefined);
    app = await startApp(settings, database);
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    await database?.drop();
  });

  /** The login of somebody of the demonstration. */
  const login = async (dyad: string, side: 'a' | 'b', role: string): Promise<string> => {
    const [row] = await database.query<{ login: string }>(
      `select a.login from account a join member m on m.account_id = a.id join dyad d on d.id = m.dyad_id
       where d.slug = $1 and m.side = $2 and $3 = any(m.roles) order by a.login limit 1`,
      [dyad, side, role],
    );
    return row?.login ?? '';
  };
  const signIn = async ({ page }: Reader, name: string): Promise<void> => {
    await page.goto('/sign-in');
    await page.locator('input[autocomplete=username]').first().fill(name);
    await page.locator('input[autocomplete=current-password]').fill(demoPassword);
    await page.locator('form.sheet button[type=submit]').first().click();
    const code = page.locator('input[autocomplete=one-time-code]');
    await code.or(page.locator('main .side-mark').first()).first().waitFor();
    if (await code.isVisible()) {
      await code.fill(await generate({ secret: demoCodeSecret }));
      await page.locator('form.sheet button[type=submit]').click();
    }
    await page.waitForURL(/\/d\//);
  };
  it.each(stories)('$dyad: writes in $writes, is held, approved, and read live in $reads', async (story) => {
    const { dyad, writes, reads } = story;
    const writer = await openReader(browser, app, { language: writes, width: 390 });
    const reader = await openReader(browser, app, { language: reads });
    const desk = await openReader(browser, app, { language: reads });
    await signIn(writer, await login(dyad, 'b', 'citizen'));
    await signIn(reader, await login(dyad, 'a', 'citizen'));
    await signIn(desk, await login(dyad, 'a', 'moderator'));

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

  it('PRI-04: no page asks anybody else for anything, SEC-25: none breaks the content security policy, and axe finds nothing', async () => {
    const pages = [
      '/',
      '/sign-in',
      '/policy',
      '/d/hi-ur',
      '/d/hi-ur/charter',
      '/d/hi-ur/record',
      '/d/hi-ur/me',
      '/account',
      '/nowhere',
    ];
    for (const [language, width, dark] of [
      ['ur', 390, false],
      ['en', 1280, true],
      ['bg', 390, true],
    ] as const) {
      const reader = await openReader(browser, app, { language, width, dark });
      await signIn(reader, await login('hi-ur', 'b', 'citizen'));
      for (const path of pages) {
        await reader.page.goto(path);
        await reader.page.waitForLoadState('networkidle');
        expect(await accessibilityFaults(reader.page), `${path} in ${language}`).toEqual([]);
        const widest = await reader.page.evaluate<number>('document.documentElement.scrollWidth');
        expect(widest, `${path} in ${language}`).toBeLessThanOrEqual(width);
      }
      expect(reader.foreign).toEqual([]);
      expect(reader.errors).toEqual([]);
      await reader.context.close();
    }
  });

  it('keeps what was typed when the server is away, and sends it when it is back', async () => {
    const writer = await openReader(browser, app, { language: 'en' });
    await signIn(writer, await login('bg-mk', 'b', 'citizen'));
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
