import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GlossaryView } from '../../shared/translation/glossary.schema.js';
import { accessibilityFaults, chromiumPath, openBrowser, openReader } from '../support/browser.js';
import { signIn, startDemonstration, type Demonstration } from '../support/demonstration.js';
import { atStatement } from '../support/statement-pages.js';

let demonstration: Demonstration;
let browser: Browser;

const note = (page: Page) => page.locator('.term-note:popover-open');
const wordsOf = (page: Page, language: string) => page.locator(`[lang=${language}] .term`);

/** A word in Bulgarian that the sides do not agree about. */
async function contestedWord({ request }: Page): Promise<string> {
  const { concepts } = (await (await request.get('/api/dyads/bg-mk/glossary')).json()) as GlossaryView;
  const terms = concepts.flatMap((concept) => concept.terms);
  const found = terms.find(({ language, status }) => language === 'bg' && status === 'contested');
  if (!found) throw new Error('Both sides agree about every word');
  return found.form;
}

/** A line beneath words, by its shape: colour alone would not say it. */
const lineOf = (page: Page) =>
  page
    .locator('.term')
    .first()
    .evaluate((words) => words.ownerDocument.defaultView?.getComputedStyle(words).textDecorationStyle);

describe.skipIf(chromiumPath === undefined)('contested words', () => {
  beforeAll(async () => {
    demonstration = await startDemonstration({ before: ',', engines: ',' });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  it('are explained by keyboard to a visitor on a phone who reads Urdu, and lead to the glossary', async () => {
    const reader = await openReader(browser, demonstration.app, { language: 'ur', width: 390 });
    const { page } = reader;
    await page.goto('/d/hi-ur/statements');
    await page.locator('main .contents a[href$="/ratified"]').first().click();
    const words = wordsOf(page, 'ur').first();
    await words.waitFor();
    expect(await lineOf(page)).toBe('dotted');

    // From the heading of its clause the next thing to come to is the word.
    await page.locator('.paper__clause', { has: words }).locator('h2 a').focus();
    await page.keyboard.press('Tab');
    await note(page).waitFor();
    expect(await words.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    const said = await note(page).locator('.term-note__text [lang]').first().innerText();
    expect(await note(page).locator('.term-note__text [lang=ur]').count()).toBe(1);
    const described = await words.getAttribute('aria-describedby');
    expect(await page.locator(`#${described}`).textContent()).toContain(said);
    const box = await note(page).boundingBox();
    expect([box && box.x >= 0, box && box.x + box.width <= 390]).toEqual([true, true]);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);

    await page.keyboard.press('Escape');
    await note(page).waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.locator('.term-note a:focus').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/glossary#concept-/);
    await page.locator('.glossary-entry:target').waitFor();
    expect(await page.locator('.glossary-entry:target [lang=ur] .concept__note').innerText()).toBe(said);
    expect([reader.foreign, reader.errors]).toEqual([[], []]);
    await reader.context.close();
  });

  it('are explained to a tap and to a resting pointer, and are on paper as they were signed', async () => {
    const reader = await openReader(browser, demonstration.app, { language: 'bg' });
    const { page } = reader;
    await page.goto('/d/bg-mk/statements');
    await page.locator('main .contents a[href$="/ratified"]').first().click();
    await wordsOf(page, 'bg').first().hover();
    await note(page).waitFor();
    await page.locator('h1').hover();
    await note(page).waitFor({ state: 'detached' });
    await wordsOf(page, 'mk').first().click();
    await note(page).waitFor();
    await page.locator('h1').click();
    await note(page).waitFor({ state: 'detached' });
    await wordsOf(page, 'mk').first().click();
    await page.emulateMedia({ media: 'print' });
    expect(await wordsOf(page, 'mk').first().isVisible()).toBe(true);
    expect(await note(page).isVisible()).toBe(false);
    expect(
      await wordsOf(page, 'mk')
        .first()
        .evaluate((words) => words.ownerDocument.defaultView?.getComputedStyle(words).textDecorationLine),
    ).toBe('none');
    expect(reader.errors).toEqual([]);
    await reader.context.close();
  });

  it('are underlined while one writes them and when the caret is led to them, and nothing of it is in the text', async () => {
    const reader = await atStatement(browser, demonstration, {
      dyad: 'bg-mk',
      login: 'nevena',
      language: 'bg',
      width: 1280,
    });
    const { page } = reader;
    const text = page.locator('.clause').nth(2).locator('.clause-text[lang=bg]');
    await text.locator('.term').first().waitFor();
    expect(await lineOf(page)).toBe('dotted');
    const before = await text.locator('.term').count();
    await text.click();
    await page.keyboard.press('End');
    await page.keyboard.type(' Делим разноските поравн');
    expect(await text.locator('.term').count()).toBe(before);
    await page.keyboard.type('о.');
    await expect.poll(() => text.locator('.term').count()).toBe(before + 1);
    expect(await note(page).count()).toBe(0);

    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await note(page).waitFor();
    expect(await text.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    expect(await page.locator('[role=status]').allTextContents()).toContain(
      `Спорна дума: ${await note(page).locator('.term-note__text').innerText()}`,
    );
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await note(page).waitFor({ state: 'detached' });

    await page.locator('.saving--saved').waitFor();
    const answer = await page.request.get(page.url().replace('/d/', '/api/dyads/'));
    const { clauses } = (await answer.json()) as { clauses: { texts: { a: unknown } }[] };
    expect(clauses[2]?.texts.a).toEqual([
      { type: 'paragraph', content: [{ text: expect.stringMatching(/водното сдружение .*поравно\.$/) }] },
    ]);
    expect(reader.errors).toEqual([]);
    await reader.context.close();
  });

  it('are explained in what members write to each other, but not inside of links', async () => {
    const reader = await openReader(browser, demonstration.app, { language: 'mk', width: 390, dark: true });
    const { page } = reader;
    await signIn(reader, await demonstration.login('bg-mk', 'a', 'citizen'));
    await page.goto('/d/bg-mk');
    await page.locator('a[href*="/topics/"]').first().click();
    await page.locator('main a[href*="/threads/"]').first().click();
    const word = await contestedWord(page);
    await page.locator('.composer textarea').fill(`Пак ${word}, [и ${word}](https://example.org).`);
    await page.locator('.composer select').selectOption('bg');
    await page.locator('.composer button[type=submit]').click();
    const written = page.locator('[lang=bg]', { hasText: `Пак ${word}` }).last();
    await written.locator('.term').focus();
    await note(page).waitFor();
    expect(await written.locator('.term').count()).toBe(1);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    await page.keyboard.press('Escape');
    await note(page).waitFor({ state: 'detached' });
    expect([reader.foreign, reader.errors]).toEqual([[], []]);
    await reader.context.close();
  });

  it('can be pressed by members who only read what is being written', async () => {
    const login = await demonstration.login('hi-ur', 'a', 'citizen');
    const reader = await atStatement(browser, demonstration, { dyad: 'hi-ur', login, language: 'hi', width: 1280 });
    const { page } = reader;
    await page.locator('.clause-text[lang=hi] .term[role=button]').first().focus();
    await note(page).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await note(page).waitFor({ state: 'detached' });
    expect(reader.errors).toEqual([]);
    await reader.context.close();
  });

  it('are explained in a draft that everybody may read, and in a version that was kept', async () => {
    const member = await atStatement(browser, demonstration, {
      dyad: 'bg-mk',
      login: 'goce',
      language: 'mk',
      width: 390,
    });
    const address = member.page.url();
    await member.page.goto(`${address}/versions?to=1`);
    await wordsOf(member.page, 'mk').first().focus();
    await note(member.page).waitFor();
    const id = address.split('/').at(-1);
    await demonstration.database.query(`update statement set visibility = 'public' where id = $1`, [id]);
    const visitor = await openReader(browser, demonstration.app, { language: 'en' });
    await visitor.page.goto(address);
    await wordsOf(visitor.page, 'mk').first().focus();
    await note(visitor.page).waitFor();
    expect(await accessibilityFaults(visitor.page)).toEqual([]);
    for (const { errors, context } of [member, visitor]) {
      expect(errors).toEqual([]);
      await context.close();
    }
  });

  it('are proposed by a steward, agreed by one of the other side, and then explained', async () => {
    const [one, other] = [
      await openReader(browser, demonstration.app, { language: 'bg', width: 390 }),
      await openReader(browser, demonstration.app, { language: 'mk' }),
    ];
    await signIn(one, await demonstration.login('bg-mk', 'a', 'steward'));
    await one.page.goto('/d/bg-mk/glossary');
    await one.page.locator('main a[href$="begin=term"]').click();
    const fields = one.page.locator('.term-fields');
    await one.page.locator('form .button--main').click();
    // The first field that misses something has the focus; nothing that was not filled in is sent for good.
    await one.page.locator('[aria-invalid=true]:focus').waitFor();
    for (const at of [0, 1]) {
      await fields
        .nth(at)
        .locator('input')
        .first()
        .fill(['седмица', 'седмица'][at] ?? '');
      await fields.nth(at).locator('select').selectOption('contested');
    }
    const [ownNote, otherNote, reason] = [0, 1, 2].map((at) => one.page.locator('form textarea').nth(at));
    await ownNote?.fill('Учебната седмица е от пет дни, а не от седем.');
    await otherNote?.fill('Училишната седмица е од пет дена, а не од седум.');
    await reason?.fill('Говорихме за това на срещата.');
    await one.page.locator('form .button--main').click();
    await one.page.locator('.act').first().waitFor();
    expect(await accessibilityFaults(one.page)).toEqual([]);

    await signIn(other, await demonstration.login('bg-mk', 'b', 'steward'));
    await other.page.goto('/d/bg-mk/stewards');
    await other.page.locator('.act__answers .button--main').first().click();
    await other.page.locator('.act__answers').waitFor({ state: 'detached' });
    await other.page.goto('/d/bg-mk/statements');
    await other.page.locator('main .contents a[href$="/ratified"]').first().click();
    await other.page.locator('.term', { hasText: 'седмица' }).first().click();
    expect(await note(other.page).innerText()).toContain('Училишната седмица');
    for (const { errors, context } of [one, other]) {
      expect(errors).toEqual([]);
      await context.close();
    }
  });
});
