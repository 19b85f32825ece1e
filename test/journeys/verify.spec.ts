import type { Browser, Page } from 'playwright-core';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WitnessRepository } from '../../server/modules/record/log/witness.repository.js';
import { projectRoot } from '../../server/platform/config/project-root.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { parseCheckpoint } from '../../shared/log/checkpoint.js';
import { base64, base64url, fromBase64, fromUtf8, utf8 } from '../../shared/log/encoding.js';
import { parseNote } from '../../shared/log/note.js';
import { inclusionProof } from '../../shared/log/proof.js';
import { checkNames, formatReceipt } from '../../shared/log/verify-receipt.js';
import { leafHash } from '../../shared/log/hash.js';
import { accessibilityFaults, chromiumPath, openBrowser, openReader } from '../support/browser.js';
import { startDemonstration, type Demonstration } from '../support/demonstration.js';
import { flipped, perfectTreesOver, sha256, there } from '../support/log.js';
import { checkpointOver, envelopes, policyText, texts, witnesses } from '../support/signed-log.js';

const dyad = 'bg-mk';
let demonstration: Demonstration;
let browser: Browser;

const logFile = async (path: string): Promise<string> =>
  (await fetch(`${demonstration.app.url}/log/${dyad}/${path}`)).text();

/** Has a witness of each side sign the log as it stands. */
async function cosign(): Promise<void> {
  const { app } = demonstration.app;
  const { text } = parseNote(await logFile('checkpoint'));
  const { size } = parseCheckpoint(text);
  const [row] = await demonstration.database.query<{ id: string }>('select id from dyad where slug = $1', [dyad]);
  const dyadId = there(row).id;
  const at = new Date();
  await app.get(UnitOfWork).run({ dyadId }, async (tx) => {
    for (const side of ['a', 'b'] as const) {
      const { vkey: verifierKey, cosigned } = witnesses[side];
      const line = cosigned(text, Math.floor(at.getTime() / 1000));
      const name = { en: `Institute ${side.toUpperCase()}` };
      await app.get(WitnessRepository).add(tx, dyadId, { verifierKey, side, name, url: null }, '2026-11-01');
      await app.get(WitnessRepository).cosign(tx, dyadId, { size, verifierKey, line, at });
    }
  });
}

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const choose = (page: Page, ...files: ReturnType<typeof file>[]) =>
  page.locator('input[type=file]').first().setInputFiles(files);

const verdict = (page: Page) => page.locator('[data-verdict]');

/** The six answers on the page, by their questions. */
async function answers(page: Page): Promise<Record<string, string | null>> {
  await verdict(page).waitFor();
  const states = await Promise.all(
    checkNames.map((name) => page.locator(`[data-check="${name}"]`).getAttribute('data-state')),
  );
  return Object.fromEntries(checkNames.map((name, at) => [name, states[at] ?? null]));
}

const allHeld = Object.fromEntries(checkNames.map((name) => [name, 'held']));

/** The same receipt with one bit of its entry turned. */
const tampered = (receipt: string): string =>
  receipt.replace(/^extra (.*)$/m, (_, extra: string) => {
    const content = JSON.parse(fromUtf8(fromBase64(extra))) as { entry: string };
    return `extra ${base64(utf8(JSON.stringify({ ...content, entry: base64(flipped(fromBase64(content.entry), 0)) })))}`;
  });

describe.skipIf(chromiumPath === undefined)('a receipt', () => {
  beforeAll(async () => {
    demonstration = await startDemonstration({ before: ',', engines: ',' });
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  it('is taken along from the record, which turns from recorded to witnessed by both sides, and checked', async () => {
    const reader = await openReader(browser, demonstration.app, { language: 'en', width: 390 });
    const { page } = reader;
    await page.goto(`/d/${dyad}/record`);
    await page.locator('#entry-0 [data-witnessed=false]').waitFor();
    await cosign();
    await page.reload();
    await page.locator('#entry-0 [data-witnessed=true]').waitFor();
    await page.locator('.log-standing summary').click();
    expect(await page.locator('.log-facts').innerText()).toContain(`localhost/log/${dyad}`);
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.locator('#entry-1 a[href$="/record/1"]').click();
    await page.locator('.receipt svg').waitFor();
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[download]').click()]);
    expect(download.suggestedFilename()).toBe(`${dyad}-1.tlog-proof`);
    expect(await readFile(await download.path(), 'utf8')).toBe(await logFile('receipt/1'));
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.locator('a[href^="/v#"]').click();
    expect(await answers(page)).toEqual(allHeld);
    expect(await verdict(page).innerText()).toContain('witness.bg.example');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    expect([reader.foreign, reader.errors]).toEqual([[], []]);
    await reader.context.close();
  });

  it('is broken with one bit of it changed, or under the link of another entry, and gives evidence to keep', async () => {
    const reader = await openReader(browser, demonstration.app, { language: 'ur', dark: true });
    const { page } = reader;
    await page.goto('/verify');
    await choose(
      page,
      file('a.tlog-proof', tampered(await logFile('receipt/1'))),
      file('policy', await logFile('policy')),
    );
    expect(await answers(page)).toMatchObject({ inclusion: 'broken', log_signature: 'held' });
    expect(await verdict(page).getAttribute('data-verdict')).toBe('broken');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('a[download^=evidence]').click(),
    ]);
    const evidence = JSON.parse(await readFile(await download.path(), 'utf8')) as Record<string, unknown>;
    expect(evidence).toMatchObject({ receipt: tampered(await logFile('receipt/1')), checks: { inclusion: 'broken' } });
    expect(evidence['policy']).toBe(await logFile('policy'));
    expect(await accessibilityFaults(page)).toEqual([]);

    const link = `${demonstration.app.url}/v#${dyad}.1.${base64url(new Uint8Array(32))}`;
    await page.locator('.verify-in input').first().fill(link);
    await page.locator('.verify-in button[type=submit]').click();
    await page.locator('[data-check=inclusion][data-state=held]').waitFor();
    expect(await answers(page)).toMatchObject({ leaf: 'broken', witnesses: 'held', disclosures: 'held' });
    expect([reader.foreign, reader.errors]).toEqual([[], []]);
    await reader.context.close();
  });

  it('is checked wholly without a network, with the keys of an earlier visit, and asks nobody', async () => {
    const reader = await openReader(browser, demonstration.app, { language: 'bg' });
    const { page } = reader;
    const [receipt, policy] = [await logFile('receipt/1'), await logFile('policy')];
    await page.goto('/verify');
    await choose(page, file('policy', policy), file('a.tlog-proof', receipt));
    expect(await answers(page)).toEqual({ ...allHeld, consistency: 'not_known' });
    await page.reload();
    await page.locator('.verify-in').waitFor();
    await reader.context.setOffline(true);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await choose(page, file('a.tlog-proof', receipt));
    expect(await answers(page)).toEqual(allHeld);
    expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([]);
    await reader.context.close();
  });

  it('beside one of another history of the same size convicts the log, and both signed checkpoints are kept', async () => {
    const reader = await openReader(browser, demonstration.app, { language: 'en', width: 390 });
    const { page } = reader;
    await page.goto('/verify');
    const history = envelopes(20);
    const rewritten = history.with(7, there(envelopes(40)[31]));
    const receiptIn = (entries: readonly Uint8Array[]): string =>
      formatReceipt(there(entries[0]), texts, {
        index: 0,
        proof: inclusionProof(
          sha256,
          { index: 0, size: 20 },
          perfectTreesOver(entries.map((entry) => leafHash(sha256, entry))),
        ),
        checkpoint: checkpointOver(entries, ['a', 'b']),
      });
    await choose(
      page,
      file('policy', policyText),
      file('before.tlog-proof', receiptIn(history)),
      file('after.tlog-proof', receiptIn(rewritten)),
    );
    expect(await answers(page)).toMatchObject({ inclusion: 'held', log_signature: 'held', consistency: 'broken' });
    expect(await verdict(page).getAttribute('data-verdict')).toBe('broken');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('a[download^=evidence]').click(),
    ]);
    expect(JSON.parse(await readFile(await download.path(), 'utf8'))).toMatchObject({
      receipt: receiptIn(rewritten),
      remembered: { checkpoint: checkpointOver(history, ['a', 'b']) },
      checks: { consistency: 'broken' },
    });
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(reader.errors).toEqual([]);
    await reader.context.close();
  });

  it('is checked by the one file from a disk, which asks nobody for anything', async () => {
    const context = await browser.newContext({ locale: 'ur', viewport: { width: 390, height: 900 } });
    const page = await context.newPage();
    const asked: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    const address = pathToFileURL(join(projectRoot, 'dist/client/verify.html')).href;
    await page.goto(address);
    await choose(page, file('a.tlog-proof', await logFile('receipt/1')));
    expect(await answers(page)).toMatchObject({ leaf: 'held', inclusion: 'held', log_signature: 'not_known' });
    await choose(page, file('policy', await logFile('policy')));
    await page.locator('[data-check=witnesses][data-state=held]').waitFor();
    expect(await answers(page)).toEqual({ ...allHeld, consistency: 'not_known' });
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect([asked.filter((url) => !url.startsWith('blob:')), errors]).toEqual([[address], []]);

    // Another log is asked when its reader says so: here, or at any other address.
    await page.locator('input[type=url]').fill(`${demonstration.app.url}/log/${dyad}`);
    await page.locator('form.sheet button[type=submit]').last().click();
    await page.locator('input[type=url]').waitFor({ state: 'detached' });
    expect(await answers(page)).toEqual(allHeld);
    expect(errors).toEqual([]);
    await context.close();
  });
});
