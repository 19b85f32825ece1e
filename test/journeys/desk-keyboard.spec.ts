import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deskLists, type DeskList } from '../../shared/moderation/desk.rules.js';
import { chromiumPath, openBrowser, openReader, type Reader, type ReaderWish } from '../support/browser.js';
import { signIn, startDemonstration, type Demonstration } from '../support/demonstration.js';
import { chooseByKeys, expectSound, openList, pressButton, tabTo, typeInto } from '../support/desk-pages.js';

const dyad = 'bg-mk';
const numberOf = (list: DeskList): number => deskLists.indexOf(list) + 1;
/** The words of a reason in the two languages of the desks. */
const threat = { bg: 'Заплаха', mk: 'Закана' };
const facts = { bg: 'Публикацията заплашва хората от другия бряг.', mk: 'Објавата им се заканува на луѓето од другиот брег.' };

let demonstration: Demonstration;
let browser: Browser;
let readers: Reader[] = [];

async function reader(login: string, wish: ReaderWish): Promise<Page> {
  const opened = await openReader(browser, demonstration.app, wish);
  readers.push(opened);
  await signIn(opened, login);
  return opened.page;
}

/** A published post of somebody, and where it is read. */
async function livePost(login: string, nth = 0): Promise<{ post: string; address: string; words: string }> {
  const [row] = await demonstration.database.query<{ post: string; thread: string }>(
    `select i.content_id as post, i.place_id as thread from moderation_item i join member m on m.id = i.author_id
     join account a on a.id = m.account_id join post p on p.id = i.content_id
     join thread t on t.id = i.place_id join topic on topic.id = t.topic_id
     where a.login = $1 and i.state = 'live' and topic.slug = 'river-water' order by i.id limit 1 offset ${nth}`,
    [login],
  );
  const { post = '', thread = '' } = row ?? {};
  return { post, address: `/d/${dyad}/threads/${thread}`, words: `#post-${post}` };
}

/** Reports a post as its readers do, without a mouse. */
async function report(page: Page, { post, address }: { post: string; address: string }, reason: string): Promise<void> {
  await page.goto(`${address}#post-${post}`);
  const article = page.locator(`#post-${post}`);
  await article.waitFor();
  await article.focus();
  await pressButton(page, article.locator('.post__acts button').last());
  await tabTo(page, page.locator('main form input[type=radio]').first());
  for (let step = 0; step < 20; step += 1) {
    if ((await page.locator('main form input[type=radio]:checked').getAttribute('value').catch(() => null)) === reason) break;
    await page.keyboard.press('ArrowDown');
  }
  await pressButton(page, page.locator('main form button[type=submit]').first());
}

describe.skipIf(chromiumPath === undefined)('the desk without a mouse', () => {
  beforeAll(async () => {
    demonstration = await startDemonstration({ before: 'pseudo', engines: 'pseudo' });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  it('looks at pieces', async () => {
    const elena = await reader('elena', { language: 'mk' });
    const post = await livePost('desi');
    await report(elena, post, 'THREAT');
    await elena.waitForTimeout(1500);
    await elena.screenshot({ path: '/tmp/w/desk-tools/shots/report.png', fullPage: true });
    expect(threat.bg && facts.bg && numberOf('mine')).toBeTruthy();
    void chooseByKeys; void expectSound; void openList; void typeInto;
  });
});
