import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundDyad, member, type TestDyad } from '../support/actors.js';
import { startApp, type TestApp } from '../support/app.js';
import { chromiumPath, openBrowser, openReader } from '../support/browser.js';
import { engineServer, type EngineServer } from '../support/engine-server.js';
import { openThread, openTopic, translated } from '../support/forum.js';
import { ofBothSides, type BothSides } from '../support/ratification.js';
import { expectFaultless } from '../support/sound-page.js';

const deepl = { engine: 'deepl', recipient: 'DeepL SE', country: 'DE' };

let server: EngineServer;
let app: TestApp;
let browser: Browser;
let dyad: TestDyad;
let stewards: BothSides;

const textsSent = (): string => server.asked.map(({ text }) => text).join('\n');

describe.skipIf(chromiumPath === undefined)('engines of others', () => {
  beforeAll(async () => {
    server = await engineServer(({ path, json }) =>
      path === '/v2/translate'
        ? { body: { translations: (json as { text: string[] }).text.map((text) => ({ text: `${text} Вода` })) } }
        : { body: ['BG', 'MK'].map((language) => ({ language })) },
    );
    app = await startApp({ TRANSLATION_ENGINES: 'deepl', DEEPL_URL: server.url, DEEPL_API_KEY: 'key' });
    browser = await openBrowser();
    dyad = await foundDyad(app, 'egress');
    stewards = await ofBothSides(app, dyad, ['steward']);
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
    await server?.close();
  });

  it('are consented to by stewards of both sides, who read who gets the texts and where', async () => {
    const first = await openReader(browser, app, { language: 'bg', width: 1280 }, stewards.a);
    await first.page.goto(`/d/${dyad.slug}/stewards?begin=egress`);
    const form = first.page.locator('form.proposal');
    await form.waitFor();
    expect(await form.textContent()).toContain('DeepL SE (Германия)');
    await form.locator('textarea').fill('Прочетохме условията им заедно.');
    await expectFaultless(first);
    await form.locator('button[type=submit]').click();
    await first.page.waitForURL((url) => url.search === '');
    const second = await openReader(browser, app, { language: 'ur', width: 390, dark: true }, stewards.b);
    await second.page.goto(`/d/${dyad.slug}/stewards`);
    const act = second.page.locator('.act', { has: second.page.locator('.act__answers') });
    await act.waitFor();
    expect(await act.textContent()).toContain('DeepL SE');
    expect(await act.textContent()).toContain('جرمنی');
    await expectFaultless(second);
    await act.locator('.button--main').click();
    await act.waitFor({ state: 'detached' });
    await second.page.locator('#egress button').waitFor();
    await expectFaultless(second);
    await first.context.close();
    await second.context.close();
  });

  it('are disclosed to everybody, in the language of each', async () => {
    for (const [language, sentence] of [
      ['mk', 'DeepL SE (Германија)'],
      ['hi', 'DeepL SE (जर्मनी)'],
      ['en', 'DeepL SE (Germany)'],
    ] as const) {
      const visitor = await openReader(browser, app, { language, width: language === 'hi' ? 390 : 1280 });
      await visitor.page.goto(`/d/${dyad.slug}/charter`);
      await visitor.page.locator('#egress').waitFor();
      expect(await visitor.page.locator('#egress').textContent()).toContain(sentence);
      await expectFaultless(visitor);
      await visitor.context.close();
    }
  });

  it('are named where one writes, and a post that is kept inside never gets to them', async () => {
    const topic = await openTopic(app, dyad, 'water', 'post');
    const { thread } = await openThread(app, topic, stewards.a);
    await translated(app);
    const citizen = await member(app, dyad, { side: 'b' });
    const reader = await openReader(browser, app, { language: 'mk', width: 390 }, citizen);
    await reader.page.goto(`/d/${dyad.slug}/threads/${thread}`);
    const notice = reader.page.locator('.composer__outside');
    await notice.waitFor();
    expect(await notice.locator('p').textContent()).toContain('DeepL SE (Германија)');
    await reader.page.locator('.composer textarea').fill('Само за нас двајцата.');
    await notice.locator('input').check();
    expect(await notice.locator('p').textContent()).not.toContain('DeepL');
    await expectFaultless(reader);
    await reader.page.reload();
    expect(await notice.locator('input').isChecked()).toBe(true);
    await reader.page.locator('.composer button[type=submit]').click();
    await reader.page.locator('.bilingual--waiting, .rich-text', { hasText: 'Само за нас' }).first().waitFor();
    await translated(app);
    expect(textsSent()).toContain('Реката е чиста');
    expect(textsSent()).not.toContain('Само за нас');
    await reader.page.reload();
    await reader.page.locator('.bilingual--waiting', { hasText: 'надворешни машини' }).waitFor();
    await expectFaultless(reader);
    expect(await notice.locator('input').isChecked()).toBe(false);
    await reader.context.close();
  });

  it('get nothing more once a steward of one side withdraws the consent', async () => {
    const steward = await openReader(browser, app, { language: 'hi', width: 390 }, stewards.a);
    await steward.page.goto(`/d/${dyad.slug}/stewards`);
    const section = steward.page.locator('#egress');
    await section.locator('button').click();
    await section.locator('textarea').fill('हम शर्तें फिर से पढ़ना चाहते हैं।');
    await expectFaultless(steward);
    await section.locator('button[type=submit]').click();
    await section.locator('form').waitFor({ state: 'detached' });
    await expectFaultless(steward);
    await steward.context.close();
    const { engines } = await app.visitor().call('GET /api/dyads/:dyad/egress', { params: { dyad: dyad.slug } });
    expect(engines).toEqual([{ ...deepl, consentedOn: null }]);
  });
});
