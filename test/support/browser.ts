import { AxeBuilder } from '@axe-core/playwright';
import { existsSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import type { Language } from '../../shared/language/language.js';
import type { Api } from './api.js';
import type { TestApp } from './app.js';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A browser on this machine, if there is one. */
export const chromiumPath = places.find((path) => existsSync(path));

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ ...(chromiumPath && { executablePath: chromiumPath }) });

/** Somebody in front of a screen. */
export interface Reader {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests to anywhere else, and errors of the page; both should stay empty. */
  readonly foreign: string[];
  readonly errors: string[];
}

export interface ReaderWish {
  readonly language: Language;
  readonly width?: number;
  readonly dark?: boolean;
}

/** Opens a window of its own, in a language: of somebody whose session a test has already, or signed in as nobody. */
export async function openReader(
  browser: Browser,
  app: TestApp,
  wish: ReaderWish,
  who?: { readonly api: Pick<Api, 'cookie'> },
): Promise<Reader> {
  const context = await browser.newContext({
    baseURL: app.url,
    locale: wish.language,
    viewport: { width: wish.width ?? 1280, height: 900 },
    colorScheme: wish.dark ? 'dark' : 'light',
  });
  const page = await context.newPage();
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(app.url) && !request.url().startsWith('blob:')) foreign.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    // A refusal that a page asked for is an answer, and browsers call it an error all the same; so is a network that a
    // test took away.
    const isAnswer = /^Failed to load resource|net::ERR_INTERNET_DISCONNECTED/.test(message.text());
    if (/Content Security Policy|Trusted Type/i.test(message.text()) || (message.type() === 'error' && !isAnswer))
      errors.push(message.text());
  });
  const reader = { page, context, foreign, errors };
  if (who) await signInByCookie(reader, app, who.api);
  return reader;
}

/** Signs somebody in whose session a test has already. */
export async function signInByCookie(
  { context }: Pick<Reader, 'context'>,
  app: TestApp,
  { cookie = '' }: Pick<Api, 'cookie'>,
): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  const url = app.url.replace('http:', 'https:');
  await context.addCookies([{ name, value, url, httpOnly: true, secure: true, sameSite: 'Lax' }]);
}

/** What axe finds wrong with a page: rule and place. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}
