import { describe, expect, it } from 'vitest';
import { withWords } from './insertion.js';

/** `|` stands for the caret. */
const put = (marked: string, words: string): string => {
  const { text, caret } = withWords(marked.replace('|', ''), marked.indexOf('|'), words);
  return `${text.slice(0, caret)}|${text.slice(caret)}`;
};

describe('words that are put into a text', () => {
  it.each([
    ['|', 'Мостот.', 'Мостот.|'],
    ['Да.|', 'Мостот.', 'Да. Мостот.|'],
    ['Да. |', 'Мостот.', 'Да. Мостот.|'],
    ['|Да.', 'Мостот.', 'Мостот.| Да.'],
    ['Стариот|, да.', 'мост', 'Стариот мост|, да.'],
    ['پل|پرانا', 'ہمارا', 'پل ہمارا| پرانا'],
    ['Прво.\n\n|', 'Второ.', 'Прво.\n\nВторо.|'],
  ])('%j', (marked, words, expected) => expect(put(marked, words)).toBe(expected));
});
