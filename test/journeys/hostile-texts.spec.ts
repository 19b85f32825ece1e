import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Failure } from '../../shared/contract/failure.js';
import { Forum } from '../../server/modules/forums/forum.port.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { foundDyad, member, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { chromiumPath, openBrowser, openReader, type Reader } from '../support/browser.js';
import { openThread, openTopic, translated } from '../support/forum.js';
import { hostileMarkup, hostileTexts } from '../support/hostile-texts.js';

let test: TestApp;
let browser: Browser;
let dyad: TestDyad;
let author: TestMember;
let reader: Reader;
const threads: string[] = [];
const postsPerThread = 90;
const evil = (at: number): string => hostileMarkup[at % hostileMarkup.length] ?? '';

/** Writes a text as far as anybody can; whether it was taken. */
async function wrote(thread: string, text: string): Promise<boolean> {
  const writer = { dyadId: dyad.id, memberId: author.id, side: author.side };
  return test.app
    .get(UnitOfWork)
    .run({ dyadId: dyad.id }, (tx) => test.app.get(Forum).write(tx, writer, { thread, text, language: 'mk' }))
    .then(
      () => true,
      (error: unknown) => {
        if (error instanceof Failure) return false;
        throw error;
      },
    );
}

describe.skipIf(chromiumPath === undefined)('hostile texts in a browser', () => {
  let taken = 0;
  const dialogs: string[] = [];

  beforeAll(async () => {
    test = await startApp();
    const both = (text: string) => ({ bg: text, mk: text, en: text });
    dyad = await foundDyad(test, 'river', { name: both(evil(0)), purpose: both(evil(1)) });
    author = await member(test, dyad, { side: 'b' });
    const topic = await openTopic(test, dyad, 'water', 'post');
    for (let from = 0; from < hostileTexts.length; from += postsPerThread) {
      const { thread } = await openThread(test, topic, author);
      threads.push(thread);
      for (const text of hostileTexts.slice(from, from + postsPerThread)) if (await wrote(thread, text)) taken += 1;
    }
    await translated(test);
    // What no door would let in: names, titles and translations as somebody would write them into the database itself.
    const { query } = test.database;
    await query(`update thread set title = $1`, [evil(1)]);
    await query(`update topic set title = $1, description = $2`, [both(evil(2)), both(evil(3))]);
    await query(`update member set pseudonym = $1 where id = $2`, [evil(1), author.id]);
    for (const [at, markup] of hostileMarkup.entries()) {
      await query(
        `update translation set body = $1 where body is not null and ('x' || left(md5(id::text), 8))::bit(32)::bigint % $2 = $3`,
        [markup, hostileMarkup.length, at],
      );
    }
    browser = await openBrowser();
    reader = await openReader(browser, test, { language: 'en' }, await member(test, dyad));
    // `x()` is what every text of the corpus wants to run.
    await reader.page.addInitScript('window.x = () => { window.__x = true; };');
    reader.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await test?.close();
  });

  /** Opens a page and, once it stands still, tells what ran, what was asked of others and what should not be there. */
  async function harmOf(path: string): Promise<{ posts: number; harm: unknown }> {
    await reader.page.goto(path);
    await reader.page.waitForLoadState('networkidle');
    for (const closed of await reader.page.locator('main details:not([open]) > summary').all()) {
      await closed.click({ timeout: 1_000 }).catch(() => undefined);
    }
    const harm = await reader.page.evaluate(`({
      ran: window.__x ?? false,
      foreign: [...document.querySelectorAll('main :is(script, iframe, object, embed, base, meta, style, math, template)')].map((one) => one.outerHTML),
      handlers: [...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames().filter((name) => /^on/i.test(name))),
      images: [...document.querySelectorAll('main article img, main article [style], main article form[action]')].map((one) => one.outerHTML),
      addresses: [...document.querySelectorAll('main article a[href]')]
        .map((one) => one.href)
        .filter((href) => !/^(https?:\\/\\/|mailto:)/.test(href) || /x\\(\\)/.test(href)),
    })`);
    const posts = await reader.page.locator('article.post').count();
    return { posts, harm };
  }

  const none = { ran: false, foreign: [], handlers: [], images: [], addresses: [] };

  it('SEC-27: run nothing, call nobody and are no markup: posts, names, titles and translations', async () => {
    expect(taken).toBeGreaterThan(300);
    let seen = 0;
    for (const thread of threads) {
      const { posts, harm } = await harmOf(`/d/river/threads/${thread}`);
      expect(harm, thread).toEqual(none);
      expect(posts).toBeGreaterThan(10);
      seen += posts;
    }
    expect(seen).toBeGreaterThan(100);
    const shown = await reader.page.locator('main').innerText();
    expect(shown).toContain('onerror=x()');
    for (const path of [
      '/',
      '/d/river',
      '/d/river/topics/water',
      '/d/river/charter',
      '/d/river/me',
      '/d/river/record',
    ]) {
      expect((await harmOf(path)).harm, path).toEqual(none);
    }
    expect([dialogs, reader.foreign, reader.errors]).toEqual([[], [], []]);
  }, 180_000);
});
