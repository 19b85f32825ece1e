import type { Browser, Page } from 'playwright-core';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../server/platform/config/project-root.js';
import type { Role } from '../../shared/access/actor.js';
import type { Language } from '../../shared/language/language.js';
import { accessibilityFaults, chromiumPath, openBrowser, openReader, type Reader } from '../support/browser.js';
import { languageFaults } from '../support/content-language.js';
import { signIn, startDemonstration, type Demonstration } from '../support/demonstration.js';

/** The addresses of the site, from the one list there is of them: a new page is looked at without being named here. */
const routes = [
  ...readFileSync(join(projectRoot, 'client/app/pages.tsx'), 'utf8').matchAll(/<Route path="([^"]+)"/g),
].map(([, path = '']) => path);

interface Visit {
  readonly role: Role | 'visitor';
  readonly side: 'a' | 'b';
  readonly dyad: 'bg-mk' | 'hi-ur';
  readonly language: Language;
  readonly width: 390 | 1280;
  readonly dark: boolean;
}

/** Every role, language, width and light, and both of each for everybody's pages; not each with each. */
const visits: readonly Visit[] = [
  { role: 'visitor', side: 'a', dyad: 'bg-mk', language: 'en', width: 1280, dark: false },
  { role: 'visitor', side: 'b', dyad: 'hi-ur', language: 'ur', width: 390, dark: true },
  { role: 'citizen', side: 'b', dyad: 'bg-mk', language: 'mk', width: 390, dark: false },
  { role: 'citizen', side: 'a', dyad: 'hi-ur', language: 'hi', width: 1280, dark: true },
  { role: 'drafter', side: 'b', dyad: 'hi-ur', language: 'ur', width: 390, dark: false },
  { role: 'moderator', side: 'a', dyad: 'bg-mk', language: 'bg', width: 390, dark: true },
  { role: 'steward', side: 'b', dyad: 'hi-ur', language: 'ur', width: 1280, dark: false },
];

let demonstration: Demonstration;
let browser: Browser;
let names: readonly string[];
/** A list of engines without one: what machines translate may hold any letters. */
const noEngine = ',';

/** What stands in an address for its parts; a part that is not known here is a page nobody looked at. */
async function addressOf(route: string, { dyad }: Visit): Promise<string> {
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
  const parts: Record<string, string | undefined> = {
    dyad,
    topic: 'river-water',
    thread: thread?.id,
    statement: route.includes(':suggestion') ? suggestion?.statement : statement?.id,
    suggestion: suggestion?.id,
    post: post?.name,
    // A notice is one member's alone, and the journey of notices looks at it; here, at what it says to others.
    notice: randomUUID(),
  };
  return route.replace(/^\*$/, '/nowhere').replaceAll(/:(\w+)/g, (part, name: string) => parts[name] ?? part);
}

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
      for (const route of routes) expect(await addressOf(route, visit), route).not.toContain(':');
  });

  it.each(visits)(
    'PRI-04: asks nobody else for anything, SEC-25: breaks no policy, and is open to all, for a $role in $language at $width',
    async (visit) => {
      const reader = await openReader(browser, demonstration.app, visit);
      if (visit.role !== 'visitor') {
        await signIn(reader, await demonstration.login(visit.dyad, visit.side, visit.role));
      }
      const none = {
        axe: [],
        tooWide: 0,
        language: [visit.language, visit.language === 'ur' ? 'rtl' : 'ltr'],
        words: [],
      };
      for (const route of routes) {
        const address = await addressOf(route, visit);
        await reader.page.goto(address);
        await settle(reader.page);
        expect.soft(await faultsOf(reader, visit), address).toEqual(none);
      }
      expect.soft(reader.foreign).toEqual([]);
      expect.soft(reader.errors).toEqual([]);
      await reader.context.close();
    },
  );
});
