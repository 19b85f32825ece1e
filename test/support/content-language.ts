import type { Page } from 'playwright-core';
import { directionOf } from '../../shared/language/language.js';
import { lettersForeignTo } from '../../shared/language/letters.js';

/** Words on a page with the language and direction that the page says they are in. */
interface Words {
  readonly text: string;
  readonly language: string;
  readonly direction: string;
  /** Names are isolated, and in no language. */
  readonly isName: boolean;
  /** Written from left to right in any language: codes, keys, addresses. */
  readonly isCode: boolean;
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
      isName: around.closest('bdi:not([lang])') !== null && said.contains(around.closest('bdi:not([lang])')),
      isCode: around.closest('code, pre, kbd, option') !== null,
    });
  }
  return words;
})()`;

/** Words in the main part of a page that say no language, another than their letters show, or the wrong direction. */
export async function languageFaults(page: Page): Promise<string[]> {
  const words = await page.evaluate<Words[]>(wordsInMain);
  return words
    .filter(({ isName, isCode }) => !isName && !isCode)
    .flatMap(({ text, language, direction }) => {
      const foreign = lettersForeignTo(language, text);
      return [
        ...(foreign.length > 0 ? [`"${text}" is said to be ${language} and has ${foreign.join('')}`] : []),
        ...(direction === directionOf(language) ? [] : [`"${text}" runs ${direction} in ${language}`]),
      ];
    });
}
