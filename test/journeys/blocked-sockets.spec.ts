import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundDyad, member } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { chromiumPath, openBrowser, openReader } from '../support/browser.js';
import { openThread, openTopic, write } from '../support/forum.js';

let test: TestApp;
let browser: Browser;

describe.skipIf(chromiumPath === undefined)('a network that lets no socket through', () => {
  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await test?.close();
  });

  it('SEC-06: a page of our own is told what is new by polling, where browsers name no origin', async () => {
    const dyad = await foundDyad(test);
    const [ana, boris] = [await member(test, dyad), await member(test, dyad, { side: 'b' })];
    const { thread } = await openThread(test, await openTopic(test, dyad, 'water', 'post'), ana);
    const reader = await openReader(browser, test, { language: 'en' }, ana);
    // As browsers tell that a socket could not be opened: a moment later, by an event.
    await reader.page.addInitScript(`window.WebSocket = class {
      constructor() { setTimeout(() => { this.onerror?.(new Event('error')); this.onclose?.(new CloseEvent('close')); }, 10); }
      close() {}
      send() {}
    };`);
    const polls: (string | undefined)[] = [];
    reader.page.on('request', (request) => {
      if (request.url().includes('transport=polling') && request.method() === 'GET')
        polls.push(request.headers()['origin']);
    });
    await reader.page.goto(`/d/${dyad.slug}/threads/${thread}`);
    await reader.page.locator('.channel--polling').waitFor();
    await write(boris, dyad, thread, 'Без сокет');
    await reader.page.locator('.newer button').click();
    await reader.page.getByText('Без сокет').first().waitFor();
    expect(polls.length).toBeGreaterThan(0);
    expect(polls.filter((origin) => origin !== undefined)).toEqual([]);
    expect(reader.errors).toEqual([]);
  });
});
