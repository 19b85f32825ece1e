import { existsSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JointActProposals } from '../../shared/dyads/joint-act.schema.js';
import type { Language } from '../../shared/language/language.js';
import { retranslation } from '../../shared/translation/retranslation.rules.js';
import { foundDyad, smallDyad, type TestDyad, type TestMember } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { chromiumPath, openBrowser } from '../support/browser.js';
import { manyUnits, memoryOfDebian, unitsOf } from '../support/debian-memory.js';
import { openTopic, translated } from '../support/forum.js';
import { ofBothSides, together } from '../support/ratification.js';
import { says } from '../support/sentences.js';
import { expectSound } from '../support/sound-page.js';
import { declareLanguages, TranslationReaders, writerOf } from '../support/translation-pages.js';

/** The language that is read, and the one that is written on the other side. */
interface Direction {
  readonly slug: string;
  readonly reads: Language;
  readonly writes: Language;
  readonly program: string;
  readonly concept: JointActProposals['term.add'];
  readonly original: string;
  /** What both sides call what the original speaks of. */
  readonly agreed: string;
  readonly objection: string;
  readonly better: string;
  readonly edited: string;
}

const preferred = (language: string, form: string) => ({ language, form, status: 'preferred' }) as const;

const directions: readonly Direction[] = [
  {
    slug: 'river',
    reads: 'bg',
    writes: 'mk',
    program: '/usr/share/apertium/modes/mkd-bul.mode',
    concept: {
      terms: [preferred('bg', 'съвместна декларация'), preferred('mk', 'заедничка изјава')],
      note: { bg: 'Така я наричат двете страни.', mk: 'Така ја викаат двете страни.' },
    },
    original: 'Оваа заедничка изјава не е добра за реката.',
    agreed: 'съвместна декларация',
    objection: 'На български се казва другояче.',
    better: 'Тази съвместна декларация не е добра за реката.',
    edited: 'Оваа заедничка изјава е добра за реката.',
  },
  {
    slug: 'valley',
    reads: 'hi',
    writes: 'ur',
    program: '/usr/share/apertium/modes/urd-hin.mode',
    concept: {
      terms: [preferred('hi', 'साझा वक्तव्य'), preferred('ur', 'مشترکہ بیان')],
      note: { hi: 'दोनों पक्ष इसे यही कहते हैं।', ur: 'دونوں فریق اسے یہی کہتے ہیں۔' },
    },
    original: 'یہ مشترکہ بیان دریا کے لیے اچھا نہیں ہے۔',
    agreed: 'साझा वक्तव्य',
    objection: 'हिंदी में ऐसे नहीं कहते।',
    better: 'यह साझा वक्तव्य नदी के लिए अच्छा नहीं है।',
    edited: 'یہ مشترکہ بیان دریا کے لیے اچھا ہے۔',
  },
];

let test: TestApp;
let browser: Browser;
let readers: TranslationReaders;

beforeAll(async () => {
  if (chromiumPath === undefined) return;
  test = await startApp({ TRANSLATION_ENGINES: 'apertium,pseudo' });
  browser = await openBrowser();
  readers = new TranslationReaders(browser, test);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await test?.close();
});

/** A dyad of both languages, with English for those who share neither, and what its sides call a thing. */
async function founded({ reads, writes, concept }: Direction, slug: string): Promise<TestDyad> {
  const { sides } = smallDyad(slug);
  const dyad = await foundDyad(test, slug, {
    sides: { a: { ...sides.a, language: reads }, b: { ...sides.b, language: writes } },
    bridgeLanguage: 'en',
  });
  await openTopic(test, dyad, 'water', 'post');
  await together(dyad, await ofBothSides(test, dyad, ['steward']), 'term.add', concept);
  return dyad;
}

interface BroughtFile {
  readonly language: Language;
  readonly name: string;
  readonly content: string;
}

/** Brings a file into the memory of a dyad, as a steward does. @returns how many entries are new */
async function bring(page: Page, dyad: TestDyad, { language, name, content }: BroughtFile): Promise<number> {
  await page.goto(`/d/${dyad.slug}/memory`);
  const form = page.locator('details.memory-part').first();
  await form.locator('summary').first().click();
  await form
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'application/x-tmx+xml', buffer: Buffer.from(content) });
  await form.locator('input[type=checkbox]').check();
  await form.getByRole('button', { name: says(language, 'pages/memory', 'import.trial') }).click();
  await form.getByRole('status').waitFor({ timeout: 60_000 });
  const kept = page.waitForResponse((answer) => answer.url().endsWith('/memory/imports'), { timeout: 120_000 });
  await form.locator('button.button--main').click();
  expect((await kept).status()).toBe(200);
  const [row] = await test.database.query<{ count: number }>(
    `select count(*)::int as count from memory_entry e join memory_import i on i.id = e.import_id
     where e.dyad_id = $1 and i.file_name = $2`,
    [dyad.id, name],
  );
  return row?.count ?? 0;
}

/** The memory from English as a file, as a steward takes it along. */
async function takenAlong(page: Page, language: Language): Promise<string> {
  const form = page.locator('details.memory-part').nth(1);
  await form.locator('summary').first().click();
  await form.locator('select').selectOption(`en ${language}`);
  const begun = page.waitForEvent('download', { timeout: 60_000 });
  await form.getByRole('link', { name: 'TMX' }).click();
  return readFileSync(await (await begun).path(), 'utf8');
}

/** An English sentence of the memory, and what it is in the other language. */
async function remembered({ id }: TestDyad, language: Language): Promise<{ source: string; target: string }> {
  const [entry] = await test.database.query<{ source: string; target: string }>(
    `select source, target from memory_entry e where dyad_id = $1 and source_language = 'en' and target_language = $2
       and source ~ '^[A-Z][a-z]+( [a-z]+){3}$' and target !~ '[<>&_]'
       and not exists (select 1 from memory_entry o where o.dyad_id = $1 and o.source = e.source and o.target <> e.target)
     order by source limit 1`,
    [id, language],
  );
  if (!entry) throw new Error('The memory has no plain sentence');
  return entry;
}

const threadOf = async (
  dyad: TestDyad,
  author: TestMember,
  text: string,
  language: Language,
): Promise<{ thread: string; post: string }> => {
  const { thread, post } = await author.api.call('POST /api/dyads/:dyad/topics/:topic/threads', {
    params: { dyad: dyad.slug, topic: 'water' },
    body: { title: text, text, language },
  });
  await translated(test);
  return { thread, post };
};

describe.skipIf(chromiumPath === undefined)('a dialogue with a large memory, a glossary, machines and people', () => {
  for (const direction of directions) {
    const { slug, reads, writes, program, original, agreed, objection, better, edited } = direction;
    const content = memoryOfDebian(reads);
    const isPossible = unitsOf(content) >= manyUnits && existsSync(program);

    it.skipIf(!isPossible)(
      `from ${writes} into ${reads}: translates a thread, is corrected by the side that reads, goes stale, and loses nothing on the way to another dialogue`,
      async () => {
        const dyad = await founded(direction, slug);
        const steward = await readers.open(
          await writerOf(test, dyad, reads, { side: 'a', roles: ['citizen', 'steward', 'moderator'] }),
          reads,
          1280,
        );
        const brought = await bring(steward, dyad, { language: reads, name: 'debian.tmx', content });
        expect(brought).toBeGreaterThan(manyUnits * 0.8);

        const author = await writerOf(test, dyad, writes, { side: 'b' });
        const { thread, post } = await threadOf(dyad, author, original, writes);
        const known = await remembered(dyad, reads);
        const english = await author.api.call('POST /api/dyads/:dyad/threads/:thread/posts', {
          params: { dyad: dyad.slug, thread },
          body: { text: known.source, language: 'en' },
        });
        await translated(test);

        const reader = await readers.open(await writerOf(test, dyad, reads, { side: 'a' }), reads, 390);
        await declareLanguages(reader, dyad);
        await reader.goto(`/d/${dyad.slug}/threads/${thread}`);
        const shown = reader.locator(`#post-${post}`);
        await shown.getByText(agreed).first().waitFor();
        await shown.getByText('Apertium').first().waitFor();
        await reader.locator(`#post-${english.id}`).getByText(known.target).first().waitFor();
        await expectSound(reader, 'a thread in translation');

        const say = (language: Language, key: string) => says(language, 'pages/translation', key);
        await shown.getByRole('button', { name: says(reads, 'forum', 'post.translate'), exact: true }).click();
        await reader.getByRole('button', { name: say(reads, 'disputes.begin') }).click();
        await reader.getByLabel(say(reads, 'disputes.words')).fill(objection);
        await reader.getByRole('button', { name: say(reads, 'disputes.send') }).click();
        await reader.getByText(objection).waitFor();
        await reader.getByRole('button', { name: say(reads, 'take_up') }).click();
        await reader.getByLabel(say(reads, 'write.title')).fill(better);
        await reader.getByRole('button', { name: say(reads, 'write.send'), exact: true }).click();
        await reader.getByText(better).first().waitFor();

        const judge = await readers.open(await writerOf(test, dyad, writes, { side: 'b' }), writes, 1280, true);
        await declareLanguages(judge, dyad);
        await judge.goto(`/d/${dyad.slug}/translations`);
        const disputed = judge.getByRole('listitem').filter({ hasText: say(writes, 'reason.disputed') });
        await disputed.getByRole('link').click();
        await judge.getByRole('button', { name: say(writes, 'stand') }).click();
        await judge.getByText(says(writes, 'forum', 'standing.both')).waitFor();

        await reader.goto(`/d/${dyad.slug}/threads/${thread}`);
        await shown.getByText(better).first().waitFor();
        await author.api.call('PUT /api/dyads/:dyad/posts/:post', {
          params: { dyad: dyad.slug, post },
          body: { text: edited, language: writes, revision: 1 },
        });
        await shown.getByText(says(reads, 'forum', 'text.stale')).waitFor();
        test.clock.advance({ seconds: retranslation.afterEdit });
        await translated(test);
        await shown.getByRole('button', { name: says(reads, 'forum', 'text.newer') }).click();
        await shown.getByText(agreed).first().waitFor();
        await expectSound(reader, 'a stale translation, and a newer one');

        const out = await takenAlong(steward, reads);
        expect(unitsOf(out)).toBe(brought);
        const other = await founded(direction, `${slug}-again`);
        const there = await readers.open(
          await writerOf(test, other, reads, { side: 'a', roles: ['citizen', 'steward'] }),
          reads,
          1280,
        );
        expect(await bring(there, other, { language: reads, name: 'again.tmx', content: out })).toBe(brought);
        const lost = await test.database.query(
          `select source, target, unit, unit_name from memory_entry where dyad_id = $1 and import_id is not null
           except select source, target, unit, unit_name from memory_entry where dyad_id = $2`,
          [dyad.id, other.id],
        );
        expect(lost).toEqual([]);
        expect(readers.faults).toEqual([]);
      },
      300_000,
    );
  }
});
