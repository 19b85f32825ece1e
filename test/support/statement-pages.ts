import type { Browser } from 'playwright-core';
import type { Language } from '../../shared/language/language.js';
import { openReader, type Reader } from './browser.js';
import { signIn, type Demonstration } from './demonstration.js';

/** Somebody of the demonstration at the page of the statement that is being written, with all its texts there. */
export async function atStatement(
  browser: Browser,
  { app }: Demonstration,
  { dyad, login, language, width }: { dyad: string; login: string; language: Language; width: number },
): Promise<Reader> {
  const reader = await openReader(browser, app, { language, width });
  await signIn(reader, login);
  await reader.page.goto(`/d/${dyad}/statements`);
  await reader.page.locator('.contents a').first().click();
  await reader.page.locator('.clause-text').nth(5).waitFor();
  await reader.page.locator('.saving--saved').waitFor();
  return reader;
}
