import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../shared/language/language.js';
import { retranslation } from '../../shared/translation/retranslation.rules.js';
import { foundDyad, smallDyad, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { chromiumPath, openBrowser } from '../support/browser.js';
import { openTopic, translated } from '../support/forum.js';
import { says } from '../support/sentences.js';
import { expectSound } from '../support/sound-page.js';
import { declareLanguages, TranslationReaders, writerOf } from '../support/translation-pages.js';

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
let readers: TranslationReaders;

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  test = await startApp({ TRANSLATION_ENGINES: 'pseudo' });
  browser = await openBrowser();
  readers = new TranslationReaders(browser, test);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await test?.close();
});

async function found(pair: Pair): Promise<{ dyad: TestDyad; thread: string; post: string; author: TestMember }> {
  const { sides } = smallDyad(pair.slug);
  const dyad = await foundDyad(test, pair.slug, {
    sides: { a: { ...sides.a, language: pair.a }, b: { ...sides.b, language: pair.b } },
  });
  await openTopic(test, dyad, 'water', 'post');
  const author = await writerOf(test, dyad, pair.a, { side: 'a' });
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

      const reader = await readers.open(await writerOf(test, dyad, b, { side: 'b' }), b, 390);
      await declareLanguages(reader, dyad);
      await reader.goto(`/d/${dyad.slug}/threads/${thread}`);
      await reader.locator(`#post-${post}`).getByText(original).first().waitFor({ state: 'attached' });
      await reader.getByRole('button', { name: says(b, 'forum', 'post.translate'), exact: true }).click();
      await reader.getByRole('button', { name: say(b, 'disputes.begin') }).click();
      await reader.getByLabel(say(b, 'disputes.words')).fill(objection);
      await expectSound(reader, 'a dispute, being written');
      await reader.getByRole('button', { name: say(b, 'disputes.send') }).click();
      await reader.getByText(objection).waitFor();
      await reader.getByText(say(b, 'disputes.state.open'), { exact: true }).waitFor();

      await reader.getByRole('button', { name: say(b, 'take_up') }).click();
      await reader.getByRole('button', { name: say(b, 'give_back') }).waitFor();
      await reader.getByRole('button', { name: say(b, 'write.from_machine') }).click();
      await reader.getByLabel(say(b, 'write.title')).fill(better);
      await reader.getByText(say(b, 'write.changes')).click();
      await expectSound(reader, 'a translation, being written');
      await reader.getByRole('button', { name: say(b, 'write.send'), exact: true }).click();
      await reader.getByText(better).first().waitFor();

      const judge = await readers.open(await writerOf(test, dyad, a, { side: 'a' }), a, 1280, true);
      await declareLanguages(judge, dyad);
      await judge.goto(`/d/${dyad.slug}/translations`);
      await judge.getByText(say(a, 'reason.disputed'), { exact: true }).waitFor();
      await expectSound(judge, 'what waits for translation');
      await judge.keyboard.press('j');
      await judge.keyboard.press('Enter');
      await judge.getByText(better).first().waitFor();
      await judge.getByRole('button', { name: say(a, 'stand') }).click();
      await judge.getByText(says(a, 'forum', 'standing.both')).waitFor();
      await judge.getByText(say(a, 'disputes.state.corrected')).waitFor();
      await expectSound(judge, 'a translation that both sides stand behind');

      await reader.goto(`/d/${dyad.slug}/threads/${thread}`);
      const shown = reader.locator(`#post-${post}`);
      await shown.getByText(says(b, 'forum', 'standing.both')).waitFor({ state: 'attached' });
      const writer = await readers.open(author, 'en', 1280);
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
      await expectSound(reader, 'a stale translation');

      expect(readers.faults).toEqual([]);
    },
  );
});
