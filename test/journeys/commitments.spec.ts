import type { Browser, Locator, Page } from 'playwright-core';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../shared/language/language.js';
import type { TestMember } from '../support/actors.js';
import type { TestApp } from '../support/app.js';
import { chromiumPath, openBrowser, openReader, type Reader } from '../support/browser.js';
import { adopted, assess, readAs, startPromising, stepsOf, type PromisingDyad } from '../support/commitments.js';
import { expectFaultless } from '../support/sound-page.js';

let test: TestApp;
let dyad: PromisingDyad;
let browser: Browser;
let commitment: string;
let place: string;

const reading = (language: Language, width: number, who?: TestMember, dark = false): Promise<Reader> =>
  openReader(browser, test, { language, width, dark }, who);

/** Opens one of the things that a member may say. */
async function saying(page: Page, at: number): Promise<Locator> {
  const form = page.locator('.act-form').nth(at);
  await form.locator('summary').first().click();
  await form.locator('form').waitFor();
  return form;
}

async function send(page: Page, form: Locator): Promise<void> {
  await form.locator('button[type=submit]').click();
  await page.locator('[role=status].toast').waitFor();
}

const lines = (page: Page) => page.locator('.board tbody tr').count();
const tops = (page: Page) =>
  page.locator('.voice').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
const steps = async () => stepsOf(await readAs(test, dyad, commitment));
const open = async (reader: Reader): Promise<Page> => {
  await reader.page.goto(place);
  await reader.page.locator('#timeline').waitFor();
  return reader.page;
};

describe.skipIf(chromiumPath === undefined)('the pages of commitments', () => {
  beforeAll(async () => {
    ({ test, dyad } = await startPromising());
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await test?.close();
  });

  it('say on the board that nothing is promised yet, and draft the first from a ratified clause, by keyboard', async () => {
    const reader = await reading('bg', 1280, dyad.drafters.a);
    const { page } = reader;
    await page.goto('/d/river/commitments');
    await page.locator('.empty').waitFor();
    await expectFaultless(reader);
    await page.goto(`/d/river/commitments/drafts?statement=${dyad.statement}`);
    const form = page.locator('form.draft-form');
    await form.locator('input[value=a]').check();
    const words = { title: 'Мерна станция', text: 'Поставяме станция на моста.', other: 'Мостот' };
    await form.locator('input[lang=bg]').first().fill(words.title);
    await form.locator('input[lang=mk]').first().fill(words.other);
    await form.locator('textarea[lang=bg]').first().fill(words.text);
    await form.locator('select').nth(1).selectOption('1');
    await form.locator('input[type=checkbox]').first().check();
    await form.locator('input[inputmode=decimal]').first().fill('двадесет');
    await form.locator('button[type=submit]').focus();
    await page.keyboard.press('Enter');
    await page.locator('[role=status].toast').waitFor();
    expect(await form.locator('[aria-invalid=true]').count()).toBe(2);
    for (const [at, number] of ['0', '12,5'].entries())
      await form.locator('input[inputmode=decimal]').nth(at).fill(number);
    await form.locator('select').last().selectOption('1');
    await form.locator('button[type=submit]').click();
    await form.locator('[role=alert]').last().waitFor();
    // The contract names every text that is missing, and nothing that was written is lost.
    expect(await form.locator('textarea[lang=mk][aria-invalid=true]').count()).toBe(2);
    await page.reload();
    expect(await form.locator('input[lang=bg]').first().inputValue()).toBe(words.title);
    for (const field of await form.locator('textarea').all()) await field.fill(words.text);
    for (const field of await form.locator('input[lang]').all()) await field.fill(words.title);
    for (const field of await form.locator('input[type=date]').all()) await field.fill('2099-06-01');
    await form.locator('button', { hasText: 'Добави етап' }).press('Enter');
    const second = form.locator('.draft-milestone').nth(1);
    for (const field of await second.locator('input[lang]').all()) await field.fill('Втора станция');
    await second.locator('input[type=date]').fill('2099-05-01');
    await second.getByRole('button').first().press('Enter');
    expect(await form.locator('.draft-milestone input[type=date]').first().inputValue()).toBe('2099-05-01');
    await expectFaultless(reader);
    await form.locator('button[type=submit]').press('Enter');
    await page.waitForURL(/\/commitments\/drafts$/);
    await page.locator('main details summary').first().click();
    expect(await page.locator('.milestone-terms > li').count()).toBe(2);
    expect(await page.locator('.commitment-facts').innerText()).toContain('12,5');
    await expectFaultless(reader);
    await reader.context.close();
  });

  it('let stewards of both sides adopt it, each having read all of it', async () => {
    const one = await reading('bg', 390, dyad.stewards.a);
    await one.page.goto('/d/river/commitments/drafts');
    await one.page.locator('a[href*="begin=commitment_adopt"]').click();
    const proposal = one.page.locator('form.proposal');
    await proposal.locator('textarea').fill('Уговорихме го на срещата през май.');
    await expectFaultless(one);
    await proposal.locator('button[type=submit]').click();
    await one.page.waitForURL((url) => url.search === '');

    const other = await reading('mk', 1280, dyad.stewards.b);
    await other.page.goto('/d/river/stewards');
    const act = other.page.locator('.act', { has: other.page.locator('.act__answers') });
    await act.waitFor();
    expect(await act.locator('h3').first().textContent()).toContain('Мерна станция');
    expect(await act.locator('.milestone-terms > li').count()).toBe(2);
    await expectFaultless(other);
    await act.locator('.button--main').click();
    await act.waitFor({ state: 'detached' });
    await other.page.goto('/d/river/commitments');
    await expect.poll(() => lines(other.page)).toBe(1);
    await one.context.close();
    await other.context.close();
  });

  it('take from the board to a commitment, whose side claims a milestone with a file that never leaves the device', async () => {
    commitment = await adopted(test, dyad);
    await adopted(test, dyad, { promisor: 'joint' });
    const reader = await reading('bg', 1280, dyad.organisations.a.delegate);
    const { page } = reader;
    await page.goto('/d/river/commitments');
    await expect.poll(() => lines(page)).toBe(3);
    await page.locator('.board-filters select').nth(1).selectOption('a');
    await expect.poll(() => new URL(page.url()).search).toBe('?side=a');
    await expect.poll(() => lines(page)).toBe(2);
    await expectFaultless(reader);
    await page.locator(`.board a[href$="${commitment}"]`).click();
    await page.locator('#timeline').waitFor();
    place = new URL(page.url()).pathname;
    const languages = await page
      .locator('.commitment__head h1 > span')
      .evaluateAll((all) => all.map(({ lang }) => lang));
    expect(languages).toEqual(['bg', 'mk']);

    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.postData() ?? ''));
    const bytes = Buffer.from('Нивото на водата, всяка събота.');
    const form = await saying(page, 0);
    await form.locator('input[type=file]').setInputFiles({ name: 'ниво.csv', mimeType: 'text/csv', buffer: bytes });
    const hash = createHash('sha256').update(bytes).digest('hex');
    await form.locator('.evidence__hash', { hasText: hash }).waitFor();
    await form.locator('button[type=submit]').click();
    await form.locator('textarea[lang=bg][aria-invalid=true]').waitFor();
    await form.locator('textarea[lang=bg]').first().fill('Първата станция мери.');
    await expectFaultless(reader);
    await send(page, form);
    await page.locator('#timeline .evidence__hash', { hasText: hash }).waitFor();
    expect(sent.filter((body) => body.includes(hash))).not.toEqual([]);
    expect(sent.filter((body) => body.includes(bytes.toString()))).toEqual([]);
    expect(await steps()).toEqual(['adopted', 'reported']);
    await expectFaultless(reader);
    await reader.context.close();
  });

  it('let the other side contest it on a phone, and an evaluator assess it, and show the three voices alike', async () => {
    const other = await reading('mk', 390, dyad.organisations.b.delegate, true);
    const there = await open(other);
    const contest = await saying(there, 0);
    await contest.locator('input[value=contested]').check();
    await contest.locator('input[value=value]').check();
    await contest.locator('textarea[lang=mk]').fill('Измеривме помалку.');
    await expectFaultless(other);
    await send(there, contest);
    await there.locator('.state-tag--contested').waitFor();
    await expectFaultless(other);

    const evaluator = await reading('en', 1280, dyad.evaluators[0]);
    const page = await open(evaluator);
    const form = await saying(page, 0);
    await form.locator('input[value=intermediate]').check();
    for (const field of await form.locator('textarea').all()) await field.fill('Бяхме при станцията.');
    await expectFaultless(evaluator);
    await send(page, form);
    await page.locator('#timeline .timeline__step').nth(4).waitFor();
    expect(await steps()).toEqual(['adopted', 'reported', 'contested', 'assessed']);

    expect(new Set(await tops(page)).size).toBe(1);
    expect(await page.locator('.voice .figure').allTextContents()).toEqual(['25%', '0%', '0%']);
    const onPhone = await tops(await open(other));
    expect(onPhone.toSorted((one, next) => one - next)).toEqual(onPhone);
    expect(new Set(onPhone).size).toBe(3);
    await other.context.close();
    await evaluator.context.close();
  });

  it('tell a member who follows all, in their language and as it happens, what moved, until they say that they saw it', async () => {
    const reader = await reading('hi', 390, dyad.drafters.a);
    const { page } = reader;
    await page.goto('/d/river/commitments');
    await page.locator('main button', { hasText: 'सभी वचनों पर नज़र रखें' }).click();
    await page.locator('main button', { hasText: 'नज़र रखना बंद करें' }).waitFor();
    await assess(dyad.evaluators[1], dyad, commitment, 1, 'complete');
    const moved = page.locator('#moved li');
    await moved.locator('a').waitFor();
    expect(await page.locator('.place__news').count()).toBe(1);
    await expectFaultless(reader);
    await moved.locator('a').click();
    await page.waitForURL(/#step-5$/);
    // The entry has its number as soon as the log has signed it.
    await page.locator('#step-5 a[href*="/record/"]').waitFor();
    await page.goBack();
    await page.locator('#moved button').click();
    await page.locator('#moved').waitFor({ state: 'detached' });
    expect(await page.locator('.place__news').count()).toBe(0);
    await reader.context.close();
  });

  it('are followed with programs of others, and shown on pages of others', async () => {
    const reader = await reading('ur', 390);
    const page = await open(reader);
    await page.locator('.badge summary').click();
    const drawn = () => page.locator('.badge img').evaluate((image) => 'naturalWidth' in image && image.naturalWidth);
    await expect.poll(drawn).toBe(340);
    expect(await page.locator('.badge code').innerText()).toContain(`/commitments/${commitment}/badge.svg?language=ur`);
    await expectFaultless(reader);
    await page.goto('/d/river/commitments');
    for (const ending of ['ics', 'atom']) {
      const address = await page.locator(`#take a[href*=".${ending}"]`).getAttribute('href');
      expect((await page.request.get(address ?? '')).status(), ending).toBe(200);
    }
    await page.goto(`/d/river/statements/${dyad.statement}/ratified`);
    await page.locator(`.clause-commitments a[href$="${commitment}"]`).waitFor();
    await expectFaultless(reader);
    await reader.context.close();
  });

  it('are read by anybody, from right to left and on paper, with every text said to be in its language', async () => {
    const reader = await reading('ur', 390);
    const page = await open(reader);
    expect(await page.locator('.act-form').count()).toBe(0);
    await expectFaultless(reader);
    const directions = await page
      .locator('.commitment .facing__page > section')
      .evaluateAll((all) => [...new Set(all.map(({ dir }) => dir))]);
    expect(directions).toEqual(['ltr']);
    for (const path of ['/d/river/commitments', '/d/river/commitments?state=contested', '/d/river/commitments/due']) {
      await page.goto(path);
      await page.locator('.board tbody tr, .due-list > li').first().waitFor();
      await expectFaultless(reader);
    }
    const shown = await page.locator('main').innerText();
    expect(shown).not.toMatch(/fulfilled_as|missed_will|commitments[.:]/);
    await page.goto('/d/river');
    await page.locator('.due-list > li').first().waitFor();
    await expectFaultless(reader);

    await open(reader);
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    for (const screen of ['.masthead', '.place', '.colophon', 'button'])
      expect(await page.locator(screen).first().isVisible(), screen).toBe(false);
    expect(new Set(await tops(page)).size).toBe(1);
    expect(await page.locator('#timeline .evidence__hash').first().isVisible()).toBe(true);
    await reader.context.close();
  });
});
