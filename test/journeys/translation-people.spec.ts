import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../shared/language/language.js';
import { retranslation } from '../../shared/translation/retranslation.rules.js';
import { foundDyad, member, smallDyad, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import {
  accessibilityFaults,
  chromiumPath,
  openBrowser,
  openReader,
  signInByCookie,
  type Reader,
} from '../support/browser.js';
import { openTopic, translated } from '../support/forum.js';
import { says } from '../support/sentences.js';

/** Two languages of one dyad, and what is said in them. */
interface Pair {
  readonly slug: string;
  readonly a: Language;
  readonly b: Language;
  readonly original: string;
  readonly better: string;
  readonly objection: string;
  readonly edited: string;
}

const pairs: readonly Pair[] = [
  {
    slug: 'river',
    a: 'bg',
    b: 'mk',
    original: 'Водата в реката не е чиста.',
    better: 'Водата во реката не е чиста.',
    objection: 'Од преводот се губи дека не е чиста.',
    edited: 'Водата в реката вече е чиста.',
  },
  {
    slug: 'valley',
    a: 'hi',
    b: 'ur',
    original: 'नदी का पानी साफ़ नहीं है।',
    better: 'دریا کا پانی صاف نہیں ہے۔',
    objection: 'ترجمے میں نہیں کا لفظ رہ گیا۔',
    edited: 'नदी का पानी अब साफ़ है।',
  },
];

let test: TestApp;
let browser: Browser;
const readers: Reader[] = [];

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  test = await startApp({ TRANSLATION_ENGINES: 'pseudo' });
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await test?.close();
});

async function openAs(who: TestMember, language: Language, width: number, dark = false): Promise<Page> {
  const reader = await openReader(browser, test, { language, width, dark });
  await signInByCookie(reader, test, who.api);
  readers.push(reader);
  return reader.page;
}

async function sound(page: Page, where: string): Promise<void> {
  expect(await accessibilityFaults(page), where).toEqual([]);
  const [widest, width] = await page.evaluate<[number, number]>('[document.documentElement.scrollWidth, innerWidth]');
  expect(widest, where).toBeLessThanOrEqual(width);
}

/** Somebody who writes in the language of their side. */
async function person(dyad: TestDyad, { a, b }: Pair, side: 'a' | 'b'): Promise<TestMember> {
  const one = await member(test, dyad, { side });
  const writesIn = side === 'a' ? a : b;
  await one.api.call('PATCH /api/dyads/:dyad/members/me', { params: { dyad: dyad.slug }, body: { writesIn } });
  return one;
}

/** Says on one's own page that one reads and writes the other language as well. */
async function declare(page: Page, dyad: TestDyad): Promise<void> {
  await page.goto(`/d/${dyad.slug}/me`);
  const boxes = page.locator('#languages fieldset input[type=checkbox]');
  for (const at of [0, 1]) {
    await boxes.nth(at).click();
    await page.locator('#languages fieldset').nth(at).locator('input:checked').waitFor();
  }
  await sound(page, 'who one is here');
}

async function found(pair: Pair): Promise<{ dyad: TestDyad; thread: string; post: string; author: TestMember }> {
  const { sides } = smallDyad(pair.slug);
  const dyad = await foundDyad(test, pair.slug, {
    sides: { a: { ...sides.a, language: pair.a }, b: { ...sides.b, language: pair.b } },
  });
  await openTopic(test, dyad, 'water', 'post');
  const author = await person(dyad, pair, 'a');
  const { thread, post } = await author.api.call('POST /api/dyads/:dyad/topics/:topic/threads', {
    params: { dyad: dyad.slug, topic: 'water' },
    body: { title: pair.original, text: pair.original, language: pair.a },
  });
  await translated(test);
  return { dyad, thread, post, author };
}

describe.skipIf(chromiumPath === undefined)('a translation', () => {
  it.each(pairs)(
    '$a and $b: is disputed and corrected by the other side, and stale when its post is edited',
    async (pair) => {
      const { a, b, original, better, objection, edited } = pair;
      const { dyad, thread, post, author } = await found(pair);
      const say = (language: Language, key: string) => says(language, 'pages/translation', key);

      const reader = await openAs(await person(dyad, pair, 'b'), b, 390);
      await declare(reader, dyad);
      await reader.goto(`/d/${dyad.slug}/threads/${thread}`);
      await reader.locator(`#post-${post}`).getByText(original).first().waitFor({ state: 'attached' });
      await reader.getByRole('button', { name: says(b, 'forum', 'post.translate'), exact: true }).click();
      await reader.getByRole('button', { name: say(b, 'disputes.begin') }).click();
      await reader.getByLabel(say(b, 'disputes.words')).fill(objection);
      await sound(reader, 'a dispute, being written');
      await reader.getByRole('button', { name: say(b, 'disputes.send') }).click();
      await reader.getByText(objection).waitFor();
      await reader.getByText(say(b, 'disputes.state.open'), { exact: true }).waitFor();

      await reader.getByRole('button', { name: say(b, 'take_up') }).click();
      await reader.getByRole('button', { name: say(b, 'give_back') }).waitFor();
      await reader.getByRole('button', { name: say(b, 'write.from_machine') }).click();
      await reader.getByLabel(say(b, 'write.title')).fill(better);
      await reader.getByText(say(b, 'write.changes')).click();
      await sound(reader, 'a translation, being written');
      await reader.getByRole('button', { name: say(b, 'write.send'), exact: true }).click();
      await reader.getByText(better).first().waitFor();

      const judge = await openAs(await person(dyad, pair, 'a'), a, 1280, true);
      await declare(judge, dyad);
      await judge.goto(`/d/${dyad.slug}/translations`);
      await judge.getByText(say(a, 'reason.disputed'), { exact: true }).waitFor();
      await sound(judge, 'what waits for translation');
      await judge.keyboard.press('j');
      await judge.keyboard.press('Enter');
      await judge.getByText(better).waitFor();
      await judge.getByRole('button', { name: say(a, 'stand') }).click();
      await judge.getByText(says(a, 'forum', 'standing.both')).waitFor();
      await judge.getByText(say(a, 'disputes.state.corrected')).waitFor();
      await sound(judge, 'a translation that both sides stand behind');

      await reader.goto(`/d/${dyad.slug}/threads/${thread}`);
      const shown = reader.locator(`#post-${post}`);
      await shown.getByText(says(b, 'forum', 'standing.both')).waitFor({ state: 'attached' });
      const writer = await openAs(author, 'en', 1280);
      await writer.goto(`/d/${dyad.slug}/threads/${thread}`);
      await writer.getByRole('button', { name: 'Change', exact: true }).click();
      const form = writer.locator('form').filter({ has: writer.getByRole('button', { name: 'Save', exact: true }) });
      await form.getByRole('textbox').fill(edited);
      await writer.getByRole('button', { name: 'Save', exact: true }).click();
      await shown.getByText(says(b, 'forum', 'text.stale')).waitFor({ state: 'attached' });
      await shown.getByText(better).waitFor({ state: 'attached' });
      test.clock.advance({ seconds: retranslation.afterEdit });
      await translated(test);
      await shown.getByRole('button', { name: says(b, 'forum', 'text.newer') }).click();
      await shown.getByText('pseudo').waitFor({ state: 'attached' });
      await sound(reader, 'a stale translation');

      expect(readers.flatMap(({ foreign, errors }) => [...foreign, ...errors])).toEqual([]);
    },
  );
});
