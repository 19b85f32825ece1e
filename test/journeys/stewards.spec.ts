import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../shared/language/language.js';
import type { TestApp } from '../support/app.js';
import { chromiumPath, openBrowser, openReader, type Reader } from '../support/browser.js';
import type { TestDatabase } from '../support/database.js';
import { signIn, startDemonstration, type Demonstration } from '../support/demonstration.js';
import { expectFaultless } from '../support/sound-page.js';

let demonstration: Demonstration;
let database: TestDatabase;
let app: TestApp;
let browser: Browser;
let hindi: Reader;
let urdu: Reader;

const together = '/d/hi-ur/stewards';

async function signedIn(language: Language, side: 'a' | 'b', width: number): Promise<Reader> {
  const reader = await openReader(browser, app, { language, width });
  await signIn(reader, await demonstration.login('hi-ur', side, 'steward'));
  return reader;
}

/** Opens a form and waits for it. */
async function begin({ page }: Reader, what: string): Promise<Locator> {
  await page.goto(`${together}?begin=${what}`);
  const form = page.locator('form.proposal');
  await form.waitFor();
  return form;
}

const reasonIn = (form: Locator): Locator => form.locator('textarea').last();

/** Sends a proposal, and comes back to where it waits for the other side. */
async function propose(reader: Reader, form: Locator): Promise<void> {
  await expectFaultless(reader);
  await form.locator('button[type=submit]').click();
  await reader.page.waitForURL((url) => url.search === '');
  await reader.page.locator('.act').first().waitFor();
  expect(await reader.page.locator('.act__answers').count()).toBe(0);
}

/** Opens what waits for this reader's answer: the one act. */
async function actFor(reader: Reader): Promise<Locator> {
  await reader.page.goto(together);
  const act = reader.page.locator('.act', { has: reader.page.locator('.act__answers') });
  await act.waitFor();
  await expectFaultless(reader);
  return act;
}

async function agree(act: Locator): Promise<void> {
  await act.locator('.button--main').click();
  await act.waitFor({ state: 'detached' });
}

const fieldOf = (scope: Page | Locator, language: string, kind: 'input' | 'textarea'): Locator =>
  scope.locator(`${kind}[lang=${language}]`);

describe.skipIf(chromiumPath === undefined)('stewards of both sides', () => {
  beforeAll(async () => {
    demonstration = await startDemonstration({ before: 'pseudo', engines: 'pseudo' });
    ({ app, database } = demonstration);
    browser = await openBrowser();
    hindi = await signedIn('hi', 'a', 1280);
    urdu = await signedIn('ur', 'b', 390);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  it('change how a topic is published: one reads from what to what, agrees, and it holds', async () => {
    const form = await begin(hindi, 'mode');
    await form.locator('select').first().selectOption('river-water');
    await form.locator('select').nth(1).selectOption('frozen');
    await reasonIn(form).fill('इस हफ़्ते दोनों तरफ़ शोक है।');
    await propose(hindi, form);
    const act = await actFor(urdu);
    expect(await act.locator('h3').textContent()).toContain('دریا');
    const modes = await act.locator('.facing h4').allTextContents();
    expect(modes).toHaveLength(2);
    expect(modes[1]).toBe('منجمد');
    expect(modes[0]).not.toBe(modes[1]);
    expect(await act.textContent()).not.toMatch(/frozen|river-water|topic\.change_mode/);
    await agree(act);
    await urdu.page.goto('/d/hi-ur/topics/river-water');
    await urdu.page.locator('.notice', { hasText: 'منجمد' }).waitFor();
  });

  it('give a role and take it again, to a member found by name', async () => {
    const [member] = await database.query<{ id: string; pseudonym: string }>(
      `select m.id, m.pseudonym from member m join dyad d on d.id = m.dyad_id
       where d.slug = 'hi-ur' and m.roles = '{citizen}' order by m.pseudonym limit 1`,
    );
    const name = member?.pseudonym ?? '';
    const rolesNow = async () =>
      (await database.query<{ roles: string[] }>(`select roles from member where id = $1`, [member?.id ?? '']))[0]
        ?.roles;
    for (const [proposer, seconder, change] of [
      [urdu, hindi, 'grant'],
      [hindi, urdu, 'revoke'],
    ] as const) {
      const form = await begin(proposer, 'role');
      await form.locator(`input[name=role-change][value=${change}]`).check();
      await form.locator('input[type=search]').fill(name.slice(0, 3));
      await form.locator('.found__member', { hasText: name }).first().click();
      await form.locator('input[name=role][value=drafter]').check();
      await reasonIn(form).fill('ہم نے مل کر یہی طے کیا ہے۔');
      await propose(proposer, form);
      const act = await actFor(seconder);
      expect(await act.locator('h3').textContent()).toContain(name);
      await agree(act);
      expect(await rolesNow()).toEqual(change === 'grant' ? ['citizen', 'drafter'] : ['citizen']);
    }
  });

  it('publish a disclosure: what is missing is said beside the field, a draft survives, and both texts are read', async () => {
    const form = await begin(urdu, 'disclosure');
    await fieldOf(form, 'ur', 'input').fill('بلدیہ کا عطیہ');
    await fieldOf(form, 'ur', 'textarea').fill('بلدیہ نے ہال کا کرایہ دیا۔');
    await fieldOf(form, 'hi', 'textarea').fill('नगरपालिका ने हॉल का किराया दिया।');
    await reasonIn(form).fill('سب کو معلوم ہونا چاہیے۔');
    await form.locator('button[type=submit]').click();
    const missing = fieldOf(form, 'hi', 'input');
    await urdu.page.locator('[aria-invalid=true]').waitFor();
    expect(await missing.getAttribute('aria-invalid')).toBe('true');
    expect(await missing.evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);
    await urdu.page.reload();
    expect(await fieldOf(form, 'ur', 'textarea').inputValue()).toBe('بلدیہ نے ہال کا کرایہ دیا۔');
    await missing.fill('नगरपालिका का दान');
    await propose(urdu, form);
    const act = await actFor(hindi);
    const pages = act.locator('.facing__page > section');
    expect(await pages.evaluateAll((all) => all.map((one) => one.getAttribute('lang')))).toEqual(['hi', 'ur']);
    expect(await pages.nth(1).getAttribute('dir')).toBe('rtl');
    await agree(act);
    await begin(urdu, 'disclosure');
    expect(await fieldOf(form, 'ur', 'textarea').inputValue()).toBe('');
    const { disclosures } = await app.visitor().call('GET /api/dyads/:dyad/disclosures', { params: { dyad: 'hi-ur' } });
    expect(disclosures.map(({ title }) => title['hi'])).toContain('नगरपालिका का दान');
  });

  it('decline what they do not want; a late answer of a colleague is told so, and nothing happens twice', async () => {
    const form = await begin(hindi, 'mode');
    await form.locator('select').first().selectOption('air-quality');
    await reasonIn(form).fill('पहले पढ़ लेना अच्छा रहेगा।');
    await propose(hindi, form);
    const act = await actFor(urdu);
    const elsewhere = await urdu.context.newPage();
    await elsewhere.goto(together);
    const late = elsewhere.locator('.act', { has: elsewhere.locator('.act__answers') });
    await late.waitFor();
    await act.locator('.act__answers .button').nth(1).click();
    await act.waitFor({ state: 'detached' });
    await late.locator('.button--main').click();
    await elsewhere.locator('[role=status].toast').waitFor();
    await late.waitFor({ state: 'detached' });
    const [row] = await database.query<{ answer: string }>(
      `select answer from joint_act_answer order by answered_at desc limit 1`,
    );
    expect(row?.answer).toBe('decline');
    await elsewhere.close();
  });

  it('agree on words of a list and on addresses, of which each is read, added and taken away', async () => {
    // Those of the demonstration would stand beside what is told of here.
    for (const table of ['wordlist', 'allowed_hosts']) await database.query(`delete from ${table}`);
    const lists = '/d/hi-ur/wordlists';
    await hindi.page.goto(lists);
    await expectFaultless(hindi);
    await hindi.page.locator('.word-list a[href$="language=ur"]').click();
    const form = hindi.page.locator('form.proposal');
    await form.locator('button[type=submit]').click();
    await hindi.page.locator('[role=status].toast').waitFor();
    await fieldOf(form, 'ur', 'input').fill('غدار');
    expect(await form.locator('.list-draft select').first().locator('option').count()).toBe(2);
    await form.locator('.list-draft select').nth(1).selectOption('banned');
    await form.getByRole('button', { name: 'एक और जोड़ें' }).click();
    await fieldOf(form, 'ur', 'input').nth(1).fill('یہاں سے نکل جاؤ');
    expect(await form.locator('.list-draft').nth(1).locator('select').first().inputValue()).toBe('phrase');
    await reasonIn(form).fill('हमने मिलकर यही तय किया है।');
    await propose(hindi, form);
    const act = await actFor(urdu);
    expect(await act.locator('.list-entry__words').allTextContents()).toEqual(['غدار', 'یہاں سے نکل جاؤ']);
    await agree(act);

    await urdu.page.goto(lists);
    const list = urdu.page.locator('.word-list', { hasText: 'نسخہ' });
    await list.locator('summary').click();
    await list.getByText('غدار').waitFor();
    await expectFaultless(urdu);
    await list.locator('a[href$="language=ur"]').click();
    const taking = urdu.page.locator('form.proposal');
    await taking.locator('.taking-away input[type=checkbox]').first().check();
    await reasonIn(taking).fill('یہ لفظ خبروں میں بھی آتا ہے۔');
    await propose(urdu, taking);
    await agree(await actFor(hindi));
    const after = await database.query<{ language: string; version: number; words: string[] }>(
      `select language, version, array(select entry->>'text' from jsonb_array_elements(entries) as entry) as words
       from wordlist order by version`,
    );
    expect(after).toEqual([
      { language: 'ur', version: 1, words: ['غدار', 'یہاں سے نکل جاؤ'] },
      { language: 'ur', version: 2, words: ['یہاں سے نکل جاؤ'] },
    ]);

    const hosts = await begin(urdu, 'hosts');
    await hosts.locator('textarea').first().fill('https://www.Example.org/page\nکچھ اور');
    await hosts.locator('[aria-invalid=true]').waitFor();
    await hosts.locator('textarea').first().fill('https://www.Example.org/page');
    await reasonIn(hosts).fill('یہ خبریں دونوں طرف پڑھی جاتی ہیں۔');
    await propose(urdu, hosts);
    const change = await actFor(hindi);
    expect(await change.locator('dd').allTextContents()).toEqual(['www.example.org']);
    await agree(change);
  });

  it('adopt a charter: every word that comes or goes is marked, and everybody is asked again', async () => {
    const form = await begin(hindi, 'charter');
    const article = form.locator('.draft-article').first();
    await article.locator('summary').click();
    const body = fieldOf(article, 'hi', 'textarea');
    await body.fill(`${await body.inputValue()} धीरे बोलते हैं।`);
    await form.locator('.draft-article').last().locator('summary').click();
    await form.locator('.draft-article').last().locator('.button--quiet').click();
    await form.locator('.draft-article--removed').waitFor();
    await form.getByRole('button', { name: 'अनुच्छेद जोड़ें' }).click();
    const added = form.locator('.draft-article').last();
    await fieldOf(added, 'hi', 'input').fill('मुलाक़ातें');
    await fieldOf(added, 'ur', 'input').fill('ملاقاتیں');
    await fieldOf(added, 'hi', 'textarea').fill('हम हर महीने मिलते हैं।');
    await fieldOf(added, 'ur', 'textarea').fill('ہم ہر مہینے ملتے ہیں۔');
    await reasonIn(form).fill('दोनों पक्षों की बैठक में यही तय हुआ।');
    await propose(hindi, form);
    const act = await actFor(urdu);
    expect(await act.locator('ins').first().textContent()).toContain('धीरे बोलते हैं।');
    expect(await act.locator('.article--added').count()).toBe(1);
    expect(await act.locator('.article--removed').count()).toBe(1);
    await agree(act);
    await urdu.page.locator('a[href="/d/hi-ur/charter"].button').click();
    await urdu.page.locator('section.sheet .button--main').click();
    await urdu.page.waitForURL(/\/d\/hi-ur$/);
    const { version, articles } = await app
      .visitor()
      .call('GET /api/dyads/:dyad/charter', { params: { dyad: 'hi-ur' }, query: {} });
    expect([version, articles.at(-1)?.title['ur']]).toEqual([2, 'ملاقاتیں']);
  });

  it('open a topic in both languages, at an address that is suggested', async () => {
    const form = await begin(urdu, 'topic');
    await fieldOf(form, 'ur', 'input').fill('پرانا پل');
    await fieldOf(form, 'hi', 'input').fill('पुराना पुल');
    await fieldOf(form, 'ur', 'textarea').fill('پل کو مل کر کیسے بچائیں۔');
    await fieldOf(form, 'hi', 'textarea').fill('पुल को मिलकर कैसे बचाएँ।');
    await expectFaultless(urdu);
    await form.locator('button[type=submit]').click();
    await urdu.page.waitForURL(/\/topics\/prana-pl$/);
    await urdu.page.locator('h1', { hasText: 'پرانا پل' }).first().waitFor();
  });

  it('SEC-15: invite to their own side, and a newcomer joins it in Urdu, on a telephone', async () => {
    await urdu.page.goto(together);
    const invitations = urdu.page.locator('.invitations');
    await invitations.locator('form button[type=submit]').click();
    const link = (await invitations.locator('.invitation-link').textContent()) ?? '';
    await invitations.locator('.new-link summary').click();
    await invitations.locator('.qr-code').waitFor();
    await expectFaultless(urdu);

    const newcomer = await openReader(browser, app, { language: 'ur', width: 390 });
    const { page } = newcomer;
    await page.goto(link);
    const form = page.locator('form.sheet');
    await form.waitFor();
    await expectFaultless(newcomer);
    await form.locator('button[type=submit]').click();
    await form.locator('input[type=checkbox][aria-invalid=true]').waitFor();
    await form.locator('summary').click();
    await form.locator('.rules-at-hand h2').first().waitFor();
    await form.locator('input[type=checkbox]').check();
    await form.locator('input').first().fill('نئی آواز');
    await form.locator('input[autocomplete=username]').fill('newcomer');
    await form.locator('input[autocomplete=new-password]').fill('short');
    await form.locator('button[type=submit]').click();
    await form.locator('input[autocomplete=new-password][aria-invalid=true]').waitFor();
    await expectFaultless(newcomer);
    await form.locator('input[autocomplete=new-password]').fill('a calm sentence about rivers');
    await form.locator('button[type=submit]').click();
    await page.waitForURL(/\/d\/hi-ur$/);
    await page.locator('.contents').first().waitFor();
    await expectFaultless(newcomer);
    const rows = await database.query(`select side, roles from member where pseudonym = 'نئی آواز'`);
    expect(rows).toEqual([{ side: 'b', roles: ['citizen'] }]);

    await page.goto('about:blank');
    await page.goto(link);
    await page.locator('h1').waitFor();
    expect(await page.locator('form.sheet').count()).toBe(0);
    await newcomer.context.close();
  });
});
