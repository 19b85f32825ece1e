import type { Browser, Page } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../server/platform/config/project-root.js';
import type { Role } from '../../shared/access/actor.js';
import { directionOf, type Language } from '../../shared/language/language.js';
import { accessibilityFaults, chromiumPath, openBrowser, openReader, type Reader } from '../support/browser.js';
import { languageFaults } from '../support/content-language.js';
import { speakPseudo, wordsInNoFile } from '../support/pseudo-locale.js';
import { signInOrGoOn, startDemonstration, type Demonstration } from '../support/demonstration.js';

/** The addresses of the site, from the one list there is of them: a new page is looked at without being named here. */
const routes = [
  ...readFileSync(join(projectRoot, 'client/app/pages.tsx'), 'utf8').matchAll(/<Route path="([^"]+)"/g),
].map(([, path = '']) => path);

interface Visit {
  readonly role: Role | 'visitor';
  /** Who it is; else anybody who holds the role. */
  readonly as?: string;
  readonly side: 'a' | 'b';
  readonly dyad: 'bg-mk' | 'hi-ur';
  readonly language: Language;
  readonly width: 390 | 1280;
  readonly dark: boolean;
  /** Which fourth of the pages is visited; all when nothing is said. */
  readonly fourth?: 0 | 1 | 2 | 3;
}

/** Every role, language, width and light, and both of each for everybody's pages; not each with each. */
const visits: readonly Visit[] = [
  { role: 'visitor', side: 'a', dyad: 'bg-mk', language: 'en', width: 1280, dark: false },
  { role: 'visitor', side: 'b', dyad: 'hi-ur', language: 'ur', width: 390, dark: true },
  { role: 'citizen', as: 'elena', side: 'b', dyad: 'bg-mk', language: 'mk', width: 390, dark: false },
  { role: 'citizen', as: 'meera', side: 'a', dyad: 'hi-ur', language: 'hi', width: 1280, dark: true },
  { role: 'drafter', side: 'b', dyad: 'hi-ur', language: 'ur', width: 390, dark: false },
  { role: 'moderator', side: 'a', dyad: 'bg-mk', language: 'bg', width: 390, dark: true },
  { role: 'steward', side: 'b', dyad: 'hi-ur', language: 'ur', width: 1280, dark: false },
  // Languages that no dialogue here is held in: each page in one from right to left, and in one of the others.
  { role: 'citizen', as: 'elena', side: 'b', dyad: 'bg-mk', language: 'ar', width: 390, dark: true, fourth: 0 },
  { role: 'moderator', side: 'a', dyad: 'bg-mk', language: 'ar', width: 1280, dark: false, fourth: 1 },
  { role: 'citizen', as: 'elena', side: 'b', dyad: 'bg-mk', language: 'he', width: 390, dark: false, fourth: 2 },
  { role: 'moderator', side: 'a', dyad: 'bg-mk', language: 'he', width: 1280, dark: true, fourth: 3 },
  { role: 'citizen', as: 'elena', side: 'b', dyad: 'bg-mk', language: 'el', width: 390, dark: false, fourth: 0 },
  { role: 'steward', side: 'a', dyad: 'bg-mk', language: 'tr', width: 390, dark: true, fourth: 1 },
  { role: 'moderator', side: 'a', dyad: 'bg-mk', language: 'sr', width: 390, dark: false, fourth: 2 },
  { role: 'citizen', as: 'elena', side: 'b', dyad: 'bg-mk', language: 'sq', width: 390, dark: true, fourth: 3 },
  { role: 'moderator', side: 'a', dyad: 'bg-mk', language: 'uk', width: 390, dark: false, fourth: 0 },
  { role: 'citizen', as: 'elena', side: 'b', dyad: 'bg-mk', language: 'es', width: 390, dark: false, fourth: 1 },
];

const visited = ({ fourth }: Visit): readonly string[] =>
  routes.filter((_, at) => fourth === undefined || at % 4 === fourth);

let demonstration: Demonstration;
let browser: Browser;
let names: readonly string[];
/** A list of engines without one: what machines translate may hold any letters. */
const noEngine = ',';

/** A decision that somebody was told and appealed against; to others the page says that it is not theirs. */
async function noticeFor(dyad: string, login: string): Promise<string | undefined> {
  const [notice] = await demonstration.database.query<{ id: string }>(
    `select s.id from moderation_statement s join member m on m.id = s.member_id join account a on a.id = m.account_id
       join dyad on dyad.id = s.dyad_id
       join moderation_appeal on statement_id = s.id
     where dyad.slug = $1 order by a.login = $2 desc limit 1`,
    [dyad, login],
  );
  return notice?.id;
}

/** What stands in an address for its parts; a part that is not known here is a page nobody looked at. */
async function addressOf(route: string, { dyad }: Visit, login: string): Promise<string> {
  const [thread] = await demonstration.database.query<{ id: string }>(
    `select thread.id from thread join topic on topic.id = thread.topic_id join dyad on dyad.id = topic.dyad_id
     where dyad.slug = $1 and topic.slug = 'river-water' order by thread.id limit 1`,
    [dyad],
  );
  const [statement] = await demonstration.database.query<{ id: string }>(
    `select statement.id from statement join dyad on dyad.id = statement.dyad_id
     where dyad.slug = $1 and (statement.state = 'ratified') = $2 limit 1`,
    [dyad, route.endsWith('/ratified')],
  );
  const [suggestion] = await demonstration.database.query<{ id: string; statement: string }>(
    `select suggestion.id, statement_id as statement from suggestion join dyad on dyad.id = suggestion.dyad_id
     where dyad.slug = $1 limit 1`,
    [dyad],
  );
  const [post] = await demonstration.database.query<{ name: string }>(
    `select public_name as name from post join dyad on dyad.id = post.dyad_id where dyad.slug = $1 and state = 'live' limit 1`,
    [dyad],
  );
  const [translated] = await demonstration.database.query<{ post: string; language: string }>(
    `select r.post_id as post, t.target as language from translation t join post_revision r on r.id = t.owner_id
       join post p on p.id = r.post_id and p.state = 'live' and p.revision = r.number join dyad on dyad.id = t.dyad_id
     where dyad.slug = $1 and t.status = 'human' and t.superseded_at is null limit 1`,
    [dyad],
  );
  const [commitment] = await demonstration.database.query<{ id: string }>(
    `select commitment.id from commitment join dyad on dyad.id = commitment.dyad_id
     where dyad.slug = $1 and adopted_on is not null limit 1`,
    [dyad],
  );
  const parts: Record<string, string | undefined> = {
    dyad,
    commitment: commitment?.id,
    language: translated?.language,
    topic: 'river-water',
    entry: '0',
    thread: thread?.id,
    statement: route.includes(':suggestion') ? suggestion?.statement : statement?.id,
    suggestion: suggestion?.id,
    post: route.includes(':language') ? translated?.post : post?.name,
    notice: await noticeFor(dyad, login),
  };
  return route.replace(/^\*$/, '/nowhere').replaceAll(/:(\w+)/g, (part, name: string) => parts[name] ?? part);
}

async function loginOf({ role, as, dyad, side }: Visit): Promise<string> {
  return as ?? (role === 'visitor' ? '' : demonstration.login(dyad, side, role));
}

/** What stands on pages about moderation where there is something to tell, so that they are not looked at empty. */
const full: readonly { readonly route: string; readonly shows: string; readonly to?: (visit: Visit) => boolean }[] = [
  { route: '/d/:dyad/fairness', shows: 'table.sided td .bar' },
  { route: '/d/:dyad/transparency', shows: 'table.counts td' },
  { route: '/d/:dyad/methods', shows: 'table.sided td .bar' },
  { route: '/d/:dyad/commitments', shows: '.board td .bar' },
  { route: '/d/:dyad/commitments/:commitment', shows: '.timeline__step' },
  { route: '/d/:dyad/notices', shows: '.notices > li', to: ({ as }) => as !== undefined },
  { route: '/d/:dyad/notices/:notice', shows: 'article blockquote', to: ({ as }) => as !== undefined },
  {
    route: '/d/:dyad/wordlists',
    shows: 'details.list-in-force',
    to: ({ role }) => role === 'moderator' || role === 'steward',
  },
];

/** Until what the page shows is there, in its own letters. */
async function settle(page: Page): Promise<void> {
  await page.locator('main :is(h1, p, a)').first().waitFor();
  await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  await page.evaluate('document.fonts.ready');
}

/** Whether a page only says that it cannot be shown, and what to do; it needs no heading then. */
const isRefused = async (page: Page): Promise<boolean> =>
  (await page.locator('main :is(h1, form, article, table, li)').count()) === 0;

async function faultsOf({ page }: Reader, visit: Visit): Promise<Record<string, unknown>> {
  const html = page.locator('html');
  const refused = await isRefused(page);
  const axe = await accessibilityFaults(page);
  return {
    axe: refused ? axe.filter((fault) => !fault.startsWith('page-has-heading-one')) : axe,
    tooWide: Math.max(0, (await page.evaluate<number>('document.documentElement.scrollWidth')) - visit.width),
    language: [await html.getAttribute('lang'), await html.getAttribute('dir')],
    words: await languageFaults(page, names),
  };
}

describe.skipIf(chromiumPath === undefined)('every page', () => {
  beforeAll(async () => {
    demonstration = await startDemonstration({ before: noEngine, engines: noEngine });
    names = (await demonstration.database.query<{ pseudonym: string }>('select pseudonym from member')).map(
      ({ pseudonym }) => pseudonym,
    );
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await demonstration?.close();
  });

  it('has an address that this journey can fill', async () => {
    expect(routes.length).toBeGreaterThan(10);
    for (const visit of visits)
      for (const route of routes) expect(await addressOf(route, visit, ''), route).not.toContain(':');
  });

  it.each(visits)(
    'PRI-04: asks nobody else for anything, SEC-25: breaks no policy, and is open to all, for a $role in $language at $width',
    async (visit) => {
      const reader = await openReader(browser, demonstration.app, visit);
      const login = await loginOf(visit);
      if (login !== '') await signInOrGoOn(reader, demonstration, login);
      const none = {
        axe: [],
        tooWide: 0,
        language: [visit.language, directionOf(visit.language)],
        words: [],
      };
      for (const route of visited(visit)) {
        const address = await addressOf(route, visit, login);
        await reader.page.goto(address);
        await settle(reader.page);
        expect.soft(await faultsOf(reader, visit), address).toEqual(none);
        for (const { shows } of full.filter((one) => one.route === route && (one.to?.(visit) ?? true)))
          expect.soft(await reader.page.locator(shows).count(), `${address} ${shows}`).toBeGreaterThan(0);
      }
      expect.soft(reader.foreign).toEqual([]);
      expect.soft(reader.errors).toEqual([]);
      await reader.context.close();
    },
  );

  it('says nothing that stands in no file of sentences', async () => {
    const visit: Visit = { role: 'steward', side: 'a', dyad: 'bg-mk', language: 'en', width: 1280, dark: false };
    const reader = await openReader(browser, demonstration.app, visit);
    const login = await loginOf(visit);
    await signInOrGoOn(reader, demonstration, login);
    const labels = await demonstration.database.query<{ label: string }>(
      `select label_a ->> 'en' as label from dyad union select label_b ->> 'en' from dyad
       union select note ->> 'en' from term_revision where note ? 'en'`,
    );
    const ofTheDialogue = [...names, 'Entente', ...labels.map(({ label }) => label)];
    await speakPseudo(reader.page);
    for (const route of routes) {
      const address = await addressOf(route, visit, login);
      await reader.page.goto(address);
      await settle(reader.page);
      expect.soft(await wordsInNoFile(reader.page, ofTheDialogue), address).toEqual([]);
      expect.soft(await reader.page.locator('body').innerText(), address).toContain('⟦');
    }
    await reader.context.close();
  });
});
