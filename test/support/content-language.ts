import type { Page } from 'playwright-core';
import { directionOf } from '../../shared/language/language.js';
import { lettersForeignTo } from '../../shared/language/letters.js';

/** Words on a page with the language and direction that the page says they are in. */
interface Words {
  readonly text: string;
  readonly language: string;
  readonly direction: string;
  /** In no language that is known: isolated without saying one, or a code, a key, a name of a language. */
  readonly isExempt: boolean;
}

const wordsInMain = `(() => {
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const words = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    const around = walker.currentNode.parentElement;
    if (text === '' || !around.checkVisibility()) continue;
    const said = around.closest('[lang]');
    words.push({
      text,
      language: said.lang,
      direction: getComputedStyle(said).direction,
      isExempt: around.closest('bdi:not([lang]), [lang=""], code, pre, kbd, option') !== null,
    });
  }
  return words;
})()`;

/**
 * Words in the main part of a page that are said to be in another language than their letters show, or run in the wrong
 * direction. Names of people are in no language, wherever they stand.
 */
export async function languageFaults(page: Page, names: readonly string[]): Promise<string[]> {
  const words = await page.evaluate<Words[]>(wordsInMain);
  return words
    .filter(({ isExempt }) => !isExempt)
    .flatMap(({ text, language, direction }) => {
      const foreign = lettersForeignTo(language, withoutNames(text, names));
      return [
        ...(foreign.length > 0 ? [`"${text}" is said to be ${language} and has ${foreign.join('')}`] : []),
        ...(direction === directionOf(language) ? [] : [`"${text}" runs ${direction} in ${language}`]),
      ];
    });
}

const withoutNames = (text: string, names: readonly string[]): string =>
  names.reduce((rest, name) => rest.replaceAll(name, ''), text);
