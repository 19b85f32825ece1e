import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JointActProposals } from '../../shared/dyads/joint-act.schema.js';
import type { Language } from '../../shared/language/language.js';
import { foundDyad, member, smallDyad, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { chromiumPath, openBrowser } from '../support/browser.js';
import { openTopic, translated } from '../support/forum.js';
import { union } from '../support/glossary.js';
import { ofBothSides, together } from '../support/ratification.js';
import { says } from '../support/sentences.js';
import { expectSound } from '../support/sound-page.js';
import { TranslationReaders } from '../support/translation-pages.js';

/** Two languages, a sentence that was translated before, one that is like it, and words of the glossary in both. */
interface Case {
  readonly slug: string;
  readonly a: Language;
  readonly b: Language;
  /** The language of the interface. */
  readonly reads: Language;
  readonly width: number;
  readonly dark: boolean;
  readonly before: string;
  readonly beforeTranslated: string;
  readonly now: string;
  /** What is other now. */
  readonly other: { readonly removed: string; readonly added: string };
  readonly typed: string;
  readonly concept: JointActProposals['term.add'];
  readonly marked: { readonly words: string; readonly style: string };
  readonly preferred: string;
  /** What says by its letters that it is in the first language. */
  readonly hinted: string;
}

const cases: readonly Case[] = [
  {
    slug: 'river',
    a: 'bg',
    b: 'mk',
    reads: 'en',
    width: 1280,
    dark: true,
    before: 'Водата е **обща**, казаха вододелците вчера вечерта.',
    beforeTranslated: 'Водата е **заедничка**, рекоа членовите на заедницата синоќа.',
    now: 'Водата е **обща**, казаха вододелците вчера сутринта.',
    other: { removed: 'вечерта.', added: 'сутринта.' },
    typed: 'Здраво на сите.',
    concept: union,
    marked: { words: 'вододелците', style: 'dotted' },
    preferred: 'водна заедница',
    hinted: 'Щяхме да говорим за реката и за общите ѝ води.',
  },
  {
    slug: 'valley',
    a: 'hi',
    b: 'ur',
    reads: 'ur',
    width: 390,
    dark: false,
    before: 'कल शाम हमने नदी के किनारे पुराना पुल देखा।',
    beforeTranslated: 'کل شام ہم نے دریا کے کنارے پرانا پل دیکھا۔',
    now: 'कल सुबह हमने नदी के किनारे पुराना पुल देखा।',
    other: { removed: 'शाम', added: 'सुबह' },
    typed: 'سب کو سلام۔',
    concept: {
      terms: [
        { language: 'hi', form: 'पुराना पुल', forms: [], stems: [], status: 'forbidden' },
        { language: 'ur', form: 'پرانا پل', forms: [], stems: [], status: 'preferred' },
      ],
      note: { hi: 'दोनों पक्ष इसे “सेतु” कहते हैं।', ur: 'دونوں فریق اسے پل کہتے ہیں۔' },
    },
    marked: { words: 'पुराना पुल', style: 'double' },
    preferred: 'پرانا پل',
    hinted: 'हम नदी और उसके पानी के बारे में बात करेंगे।',
  },
];

let test: TestApp;
let browser: Browser;

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  test = await startApp({ TRANSLATION_ENGINES: 'pseudo' });
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await test?.close();
});

async function translator(dyad: TestDyad, { a, b }: Case): Promise<TestMember> {
  const one = await member(test, dyad, { side: 'b' });
  const body = { writesIn: b, reads: [a], writes: [] };
  await one.api.call('PATCH /api/dyads/:dyad/members/me', { params: { dyad: dyad.slug }, body });
  return one;
}

/** A dyad with a glossary, a post that was translated before, and one like it. @returns the second post */
async function prepared(one: Case): Promise<{ dyad: TestDyad; thread: string; post: string; who: TestMember }> {
  const { sides } = smallDyad(one.slug);
  const dyad = await foundDyad(test, one.slug, {
    sides: { a: { ...sides.a, language: one.a }, b: { ...sides.b, language: one.b } },
  });
  await openTopic(test, dyad, 'water', 'post');
  await together(dyad, await ofBothSides(test, dyad, ['steward']), 'term.add', one.concept);
  const author = await member(test, dyad, { side: 'a' });
  const who = await translator(dyad, one);
  const says = async (text: string): Promise<{ thread: string; post: string }> => {
    const { thread, post } = await author.api.call('POST /api/dyads/:dyad/topics/:topic/threads', {
      params: { dyad: dyad.slug, topic: 'water' },
      body: { title: 'Вода 1', text, language: one.a },
    });
    await translated(test);
    return { thread, post };
  };
  await who.api.call('PUT /api/dyads/:dyad/posts/:post/translations/:language', {
    params: { dyad: dyad.slug, post: (await says(one.before)).post, language: one.b },
    body: { text: one.beforeTranslated, revision: 1 },
  });
  return { dyad, ...(await says(one.now)), who };
}

describe.skipIf(chromiumPath === undefined)('the editor of translations', () => {
  it.each(cases)(
    '$a into $b: has what was translated before, and words of the glossary, at hand; the original alone can be chosen, and a wrong language is noticed',
    async (one) => {
      const { dyad, thread, post, who } = await prepared(one);
      const readers = new TranslationReaders(browser, test);
      const page = await readers.open(who, one.reads, one.width, one.dark);
      const say = (key: string) => says(one.reads, 'pages/translation', key);
      await test.database.query(
        `update translation set status = 'doubtful', checks = '{negation}' where dyad_id = $1 and status = 'machine'
         and owner_kind = 'post_revision' and superseded_at is null`,
        [dyad.id],
      );
      await page.goto(`/d/${dyad.slug}/translations`);
      await page.getByRole('button', { name: says(one.reads, 'forum', 'text.ask') }).click();
      await page.getByText(say('reason.asked'), { exact: true }).waitFor();
      expect(await page.getByRole('button', { name: says(one.reads, 'forum', 'text.ask') }).count()).toBe(0);

      await page.goto(`/d/${dyad.slug}/posts/${post}/translations/${one.b}`);

      const mark = page.locator('form mark', { hasText: one.marked.words });
      expect(
        await mark.evaluate((words) => words.ownerDocument.defaultView?.getComputedStyle(words).textDecorationStyle),
      ).toBe(one.marked.style);
      const hit = page.locator('.remembered');
      expect(await hit.locator('del').innerText()).toContain(one.other.removed);
      expect(await hit.locator('ins').innerText()).toContain(one.other.added);
      expect(await hit.innerText()).not.toContain('**');
      await hit.getByText(says(one.reads, 'pages/memory', 'confirmed.none')).waitFor();
      await expectSound(page, 'the editor, with what was translated before');

      const field = page.getByLabel(say('write.title'));
      await field.fill(one.typed);
      await hit.getByRole('button', { name: say('remembered.use') }).click();
      await expect.poll(() => field.inputValue()).toBe(`${one.typed} ${one.beforeTranslated}`);
      await page.getByRole('button', { name: say('write.put_in').replace('{{words}}', one.preferred) }).click();
      await expect.poll(() => field.inputValue()).toBe(`${one.typed} ${one.beforeTranslated} ${one.preferred}`);
      await page.getByRole('button', { name: say('write.send'), exact: true }).click();
      await page.getByText(one.typed).first().waitFor();
      await expectSound(page, 'a translation that was sent');

      await page.goto(`/d/${dyad.slug}/me`);
      const choice = page.locator('#reading-by-language select').first();
      await choice.selectOption('original_only');
      await page
        .getByRole('status')
        .getByText(says(one.reads, 'dyads', 'me.saved'))
        .waitFor({ state: 'attached' });
      await expectSound(page, 'how one reads');
      await page.goto(`/d/${dyad.slug}/threads/${thread}`);
      const shown = page.locator(`#post-${post}`);
      const turn = shown.getByRole('button', { name: says(one.reads, 'forum', 'text.only') });
      await turn.waitFor();
      expect(await shown.innerText()).not.toContain(one.typed);
      await turn.click();
      await shown.getByText(one.typed).waitFor({ state: 'attached' });

      // Words in the language of the other side are said to be in the own one.
      const composer = page.locator('form.composer').last();
      await composer.locator('textarea').fill(one.hinted);
      const name = await composer.locator(`option[value=${one.a}]`).innerText();
      const hint = says(one.reads, 'forum', 'composer.use').replace('{{language}}', name);
      await composer.getByRole('button', { name: hint }).click();
      expect(await composer.locator('select').inputValue()).toBe(one.a);
      await composer.getByRole('button', { name: hint }).waitFor({ state: 'detached' });
      await expectSound(page, 'a composer that says which language it looks like');
      expect(readers.faults).toEqual([]);
    },
  );
});
