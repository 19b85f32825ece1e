import type { Page } from 'playwright-core';
import { languages } from '../../shared/language/language.js';

const accented: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter, at) => [
    letter,
    Array.from('áƀçđéƒğĥíĵķłɱñóƥɋřšŧúṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶŁṀÑÓƤɊŘŠŦÚṼŴẊÝŽ')[at] ?? letter,
  ]),
);

/** What is put into a sentence, and the marks around parts of it. */
const parameters = /(\{\{[^}]*\}\}|<\/?\w+\s*\/?>)/;
const longerBy = 0.4;

/** A sentence that can be read, is longer than English by as much as other languages are, and is told by its letters. */
export function pseudo(sentence: string): string {
  const words = sentence
    .split(parameters)
    .map((part) => (parameters.test(part) ? part : Array.from(part, (letter) => accented[letter] ?? letter).join('')))
    .join('');
  return `⟦${words}${'·'.repeat(Math.ceil(sentence.length * longerBy))}⟧`;
}

/** Texts of a built file; long files of sentences are built as JSON in a text. */
const quoted = /(JSON\.parse\()?`((?:[^`\\]|\\.)*)`/g;

/** A file that holds sentences, and does nothing: closed lists of values have no spaces, and programs have functions. */
const isSentences = (code: string): boolean =>
  (code.match(quoted) ?? []).some((text) => /\S \S/.test(text)) &&
  !/=>|\bfunction\b|\bclass[\s{]/.test(code.replaceAll(quoted, ''));

/** The sentences of JSON as it stands between backquotes, in such letters. */
function pseudoJson(written: string): string {
  const json = written.replaceAll(/\\(.)/gs, '$1');
  const sentences: unknown = JSON.parse(json, (_, value: unknown) =>
    typeof value === 'string' ? pseudo(value) : value,
  );
  return JSON.stringify(sentences).replaceAll(/[\\`]|\$\{/g, '\\$&');
}

/** Has a page say its English sentences in letters that no sentence has which is not in the files of sentences. */
export async function speakPseudo(page: Page): Promise<void> {
  await page.route('**/assets/*.js', async (route) => {
    const response = await route.fetch();
    const code = await response.text();
    const body = isSentences(code)
      ? code.replaceAll(
          quoted,
          (_, json: string | undefined, text: string) => `${json ?? ''}\`${json ? pseudoJson(text) : pseudo(text)}\``,
        )
      : code;
    await route.fulfill({ response, body });
  });
}

const english = new Intl.DisplayNames('en', { type: 'language' });
/** What browsers say by themselves: dates, lengths of time, lists, and the names of languages. */
const saidByBrowsers = new Set([
  ...Array.from({ length: 12 }, (_, month) => new Date(2026, month, 1)).flatMap((day) =>
    (['short', 'long'] as const).map((form) => new Intl.DateTimeFormat('en', { month: form }).format(day)),
  ),
  ...'and minute minutes hour hours day days'.split(' '),
  ...Object.keys(languages).map((code) => english.of(code) ?? code),
]);

const said = `[...document.querySelectorAll('body *')].flatMap((element) => {
  if (!element.checkVisibility() || element.closest('bdi, code, pre, kbd, option, time, script, style')) return [];
  if (element.closest('[lang]') !== document.documentElement) return [];
  return [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.textContent);
})`;

/** Words of the interface on a page that stand in no file of sentences. @param names of people, places and engines */
export async function wordsInNoFile(page: Page, names: readonly string[]): Promise<string[]> {
  const texts = await page.evaluate<string[]>(said);
  return (
    texts
      // What somebody is called is isolated in a sentence.
      .map((text) => text.replaceAll(/\u2068[^\u2069]*\u2069/g, ''))
      .map((text) => names.reduce((rest, name) => rest.replaceAll(name, ''), text))
      .filter((text) => (text.match(/[A-Za-z]{3,}/g) ?? []).some((word) => !saidByBrowsers.has(word)))
  );
}
