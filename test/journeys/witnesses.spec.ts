import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WitnessRepository } from '../../server/modules/record/log/witness.repository.js';
import { UnitOfWork } from '../../server/platform/database/unit-of-work.js';
import { keyType } from '../../shared/log/key.js';
import { parseNote } from '../../shared/log/note.js';
import { foundDyad, type TestDyad } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { chromiumPath, openBrowser, openReader } from '../support/browser.js';
import { there } from '../support/log.js';
import { ofBothSides, type BothSides } from '../support/ratification.js';
import { signingKey } from '../support/signed-log.js';
import { expectFaultless } from '../support/sound-page.js';

const witness = signingKey('witness.institute-for-water.example.org/river', 4, keyType.cosignature);
const url = 'https://witness.institute-for-water.example.org/river';
const day = 24 * 60 * 60 * 1000;

let app: TestApp;
let browser: Browser;
let dyad: TestDyad;
let stewards: BothSides;

describe.skipIf(chromiumPath === undefined)('witnesses of the record', () => {
  beforeAll(async () => {
    app = await startApp();
    browser = await openBrowser();
    dyad = await foundDyad(app, 'river');
    await app.settled();
    stewards = await ofBothSides(app, dyad, ['steward']);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });

  it('are appointed by stewards of both sides, who read key and address whole on the narrowest screen', async () => {
    const first = await openReader(browser, app, { language: 'en', width: 390, dark: true }, stewards.a);
    await first.page.goto(`/d/${dyad.slug}/stewards?begin=witness`);
    const form = first.page.locator('form.proposal');
    await form.locator('input[name=side]').first().check();
    for (const language of ['bg', 'mk']) await form.locator(`input[lang=${language}]`).fill('Институт за вода');
    await form.locator('input[dir=ltr]:not([lang]):not([type=url])').fill(witness.vkey);
    await form.locator('input[type=url]').fill(url);
    await form.locator('textarea').fill('Избрахме института заедно.');
    await expectFaultless(first);
    await form.locator('button[type=submit]').click();
    await first.page.waitForURL((address) => address.search === '');
    const second = await openReader(browser, app, { language: 'ur', width: 390 }, stewards.b);
    await second.page.goto(`/d/${dyad.slug}/stewards`);
    const act = second.page.locator('.act', { has: second.page.locator('.act__answers') });
    await act.waitFor();
    expect(await act.textContent()).toContain(witness.vkey);
    expect(await act.textContent()).toContain(url);
    await expectFaultless(second);
    await act.locator('.button--main').click();
    await act.waitFor({ state: 'detached' });
    await first.context.close();
    await second.context.close();
    await app.settled();
    const { witnesses } = await app.visitor().call('GET /api/dyads/:dyad/log', { params: { dyad: dyad.slug } });
    expect(witnesses).toMatchObject([{ verifierKey: witness.vkey }]);
  });

  it('that have been silent for long, while there is something that they have not seen, are named on the record', async () => {
    const note = await (await fetch(`${app.url}/log/${dyad.slug}/checkpoint`)).text();
    const at = new Date(Date.now() - 9 * day);
    const line = witness.cosigned(parseNote(note).text, Math.floor(at.getTime() / 1000));
    const size = Number(note.split('\n')[1]);
    const [row] = await app.database.query<{ side: string }>(`select side from log_witness`);
    await app.app
      .get(UnitOfWork)
      .run({ dyadId: dyad.id }, (tx) =>
        app.app.get(WitnessRepository).cosign(tx, dyad.id, { size, verifierKey: witness.vkey, line, at }),
      );
    const visitor = await openReader(browser, app, { language: 'mk', width: 390 });
    await visitor.page.goto(`/d/${dyad.slug}/record`);
    await visitor.page.locator(`[data-stale=${there(row).side}]`).waitFor();
    expect(await visitor.page.locator('[data-stale]').count()).toBe(1);
    await expectFaultless(visitor);
    await visitor.context.close();
  });
});
