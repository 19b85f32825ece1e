import type { Browser, Locator, Page } from 'playwright-core';
import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Side } from '../../shared/access/actor.js';
import type { Language } from '../../shared/language/language.js';
import type { TestMember } from '../support/actors.js';
import type { TestApp } from '../support/app.js';
import { chromiumPath, openBrowser, openReader, type Reader } from '../support/browser.js';
import { run } from '../support/command-line.js';
import { inDays, looked, readAs, startPromising, stepsOf, type PromisingDyad } from '../support/commitments.js';
import { together } from '../support/ratification.js';

const folder = mkdtempSync(join(tmpdir(), 'entente-record-'));
const at = (name: string): string => join(folder, name);
let test: TestApp;
let dyad: PromisingDyad;
let browser: Browser;
let commitment: string;
let readers: Reader[] = [];

async function reading(language: Language, width: number, who?: TestMember): Promise<Page> {
  const reader = await openReader(browser, test, { language, width }, who);
  readers.push(reader);
  return reader.page;
}

const base = (): string => `${test.url}/log/river/`;
const logFile = async (path: string): Promise<string> => (await fetch(base() + path)).text();
const place = (): string => `/d/river/commitments/${commitment}`;

/** What a member may say about the commitment: opens it, and has it filled in. */
async function say(page: Page, fill: (form: Locator) => Promise<void>): Promise<void> {
  await page.goto(place());
  const form = page.locator('.act-form').first();
  await form.locator('summary').first().click();
  await form.locator('form').waitFor();
  await fill(form);
  await form.locator('button[type=submit]').click();
  await page.locator('[role=status].toast').waitFor();
}

/** The number on the record of the newest entry of a kind. */
async function newestOf(kind: string): Promise<number> {
  await test.settled();
  const { entries } = await test
    .visitor()
    .call('GET /api/dyads/:dyad/record', { params: { dyad: 'river' }, query: { limit: 50 } });
  return entries.find((entry) => entry.kind === kind)?.seq ?? -1;
}

const receiptOf = async (page: Page, entry: number): Promise<string> => {
  await page.goto(`/d/river/record/${entry}`);
  await page.locator('.receipt svg').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[download]').click()]);
  await download.saveAs(at(`${entry}.tlog-proof`));
  return at(`${entry}.tlog-proof`);
};

/** What the page says of the receipt that a link leads to. */
async function judged(page: Page, link: string): Promise<string | null> {
  await page.goto(link);
  const verdict = page.locator('[data-verdict]');
  await verdict.waitFor();
  return verdict.getAttribute('data-verdict');
}

/** The first witness of a side: a program of its own, with a key of its own, that asks for nothing but the log. */
const follow = (side: Side, vkey: string) =>
  run('witness', 'follow', '--log', base(), '--vkey', vkey, '--key', at(`${side}.key`), '--state', at(side), '--once');

describe.skipIf(chromiumPath === undefined)('from a clause to a record that anybody verifies', () => {
  beforeAll(async () => {
    ({ test, dyad } = await startPromising());
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await test?.close();
    rmSync(folder, { recursive: true });
  });
  afterEach(async () => {
    for (const { errors, foreign, context } of readers) {
      expect.soft([...errors, ...foreign]).toEqual([]);
      await context.close();
    }
    readers = [];
  });

  it('a drafter makes a promise of a clause, and stewards of both sides adopt it', async () => {
    const page = await reading('bg', 1280, dyad.drafters.a);
    await page.goto(`/d/river/commitments/drafts?statement=${dyad.statement}`);
    const form = page.locator('form.draft-form');
    await form.locator('input[value=a]').check();
    await form.locator('select').nth(1).selectOption('1');
    await form.locator('input[type=checkbox]').first().check();
    for (const field of await form.locator('textarea').all()) await field.fill('Мерим водата на моста.');
    for (const field of await form.locator('input[lang]').all()) await field.fill('Мерна станция');
    for (const [number, text] of ['0', '12'].entries())
      await form.locator('input[inputmode=decimal]').nth(number).fill(text);
    await form.locator('select').last().selectOption('1');
    for (const field of await form.locator('input[type=date]').all()) await field.fill(inDays(test, 10));
    await form.locator('button[type=submit]').click();
    await page.waitForURL(/\/commitments\/drafts$/);

    const one = await reading('bg', 390, dyad.stewards.a);
    await one.goto('/d/river/commitments/drafts');
    await one.locator('a[href*="begin=commitment_adopt"]').click();
    const proposal = one.locator('form.proposal');
    await proposal.locator('textarea').fill('Уговорихме го на срещата през май.');
    await proposal.locator('button[type=submit]').click();
    await one.waitForURL((url) => url.search === '');
    const other = await reading('mk', 1280, dyad.stewards.b);
    await other.goto('/d/river/stewards');
    await other
      .locator('.act', { has: other.locator('.act__answers') })
      .locator('.button--main')
      .click();
    await expect.poll(() => newestOf('commitment.published')).toBeGreaterThan(0);
    await other.goto('/d/river/commitments');
    const link = other.locator('.board a[href*="/commitments/"]').first();
    commitment = (await link.getAttribute('href'))?.split('/').at(-1) ?? '';
    expect(stepsOf(await readAs(test, dyad, commitment))).toEqual(['adopted']);
  });

  it('stewards of both sides appoint a witness of each, who made its key itself', async () => {
    for (const side of ['a', 'b'] as const) {
      const { out } = await run('witness', 'new', `witness.example/${side}`, '--out', at(`${side}.key`));
      const name = { bg: `Институт ${side}`, mk: `Институт ${side}` };
      await together(dyad, dyad.stewards, 'witness.add', { verifierKey: out.trim(), side, name, url: null });
    }
    expect((await logFile('policy')).match(/^witness /gm)).toHaveLength(2);
  });

  it('its side claims with evidence, the other contests, an evaluator assesses, and the clock writes what nobody said', async () => {
    const claiming = await reading('bg', 390, dyad.organisations.a.delegate);
    await say(claiming, async (form) => {
      await form.locator('input[value=in_progress]').check();
      await form.locator('input[type=file]').setInputFiles({
        name: 'ниво.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('Нивото на водата'),
      });
      await form.locator('.evidence__hash').waitFor();
      await form.locator('textarea[lang=bg]').first().fill('Станцията мери от събота.');
    });
    const contesting = await reading('mk', 390, dyad.organisations.b.delegate);
    await say(contesting, async (form) => {
      await form.locator('input[value=contested]').check();
      await form.locator('input[value=value]').check();
      await form.locator('textarea[lang=mk]').fill('Измеривме помалку.');
    });
    const assessing = await reading('en', 1280, dyad.evaluators[0]);
    await say(assessing, async (form) => {
      await form.locator('input[value=intermediate]').check();
      for (const field of await form.locator('textarea').all()) await field.fill('Бяхме при станцията.');
    });
    test.clock.advance({ days: 11 });
    await looked(test);
    const view = await readAs(test, dyad, commitment);
    expect(stepsOf(view)).toEqual(['adopted', 'reported', 'contested', 'assessed', 'missed']);
    expect(view.overdue).toBe(true);
    const citizen = await reading('ur', 390);
    await citizen.goto(place());
    await expect.poll(() => citizen.locator('.timeline__step').count()).toBe(6);
  });

  it('a witness of each side signs, and the record turns from recorded to witnessed by both sides', async () => {
    const entry = await newestOf('milestone.missed');
    const [, vkey = ''] = /^log (\S+)/m.exec(await logFile('policy')) ?? [];
    const page = await reading('bg', 390);
    const standing = page.locator(`#entry-${entry} [data-witnessed]`);
    const seen = async (): Promise<string | null> => {
      await page.goto('/d/river/record');
      return standing.getAttribute('data-witnessed');
    };
    expect(await seen()).toBe('false');
    expect(await follow('a', vkey)).toMatchObject({ code: 0, err: '' });
    expect(await seen()).toBe('false');
    expect(await follow('b', vkey)).toMatchObject({ code: 0, err: '' });
    expect(await seen()).toBe('true');
  });

  it('receipts of every step hold in the browser and at the command line, until somebody tampers with the database', async () => {
    const page = await reading('en', 1280);
    const entries = await Promise.all(
      ['commitment.published', 'progress.reported', 'progress.disputed', 'progress.evaluated', 'milestone.missed'].map(
        newestOf,
      ),
    );
    const [, key = ''] = /^log (\S+)/m.exec(await logFile('policy')) ?? [];
    for (const entry of entries) {
      const file = await receiptOf(page, entry);
      expect(await readFile(file, 'utf8')).toBe(await logFile(`receipt/${entry}`));
      expect(await run('verify', 'receipt', file, '--log', key)).toMatchObject({ code: 0, err: '' });
      const link = (await page.locator('a[href^="/v#"]').getAttribute('href')) ?? '';
      expect(await judged(page, link), link).toBe('held');
    }
    const whole = await run('verify', 'url', base(), '--since', at('since'));
    expect(whole.code, whole.out + whole.err).toBe(0);
    const [, , disputed = -1] = entries;
    await page.goto(`/d/river/record/${disputed}`);
    const link = (await page.locator('a[href^="/v#"]').getAttribute('href')) ?? '';

    await test.database.query('alter table log_entry disable trigger all');
    const changed = await test.database.query(
      `update log_entry set record = convert_to(replace(convert_from(record, 'UTF8'), '"value"', '"scope"'), 'UTF8')
       where dyad_id = $1 and idx = $2 and convert_from(record, 'UTF8') like '%"value"%' returning idx`,
      [dyad.id, disputed],
    );
    await test.database.query('alter table log_entry enable trigger all');
    expect(changed).toHaveLength(1);
    expect(await judged(await reading('en', 1280), link)).toBe('broken');
    expect((await run('verify', 'url', base(), '--since', at('since'))).code).toBe(1);
    const file = at('tampered.tlog-proof');
    await writeFile(file, await logFile(`receipt/${disputed}`));
    expect((await run('verify', 'receipt', file, '--log', key)).code).toBe(1);
  });
});
