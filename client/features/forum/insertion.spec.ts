import { describe, expect, it } from 'vitest';
import { bearersOf, mentionAt, withMention, withQuotation } from './insertion.js';

/** `|` stands for the caret. */
const at = (marked: string): [string, number] => [marked.replace('|', ''), marked.indexOf('|')];
const shown = ({ text, caret }: { text: string; caret: number }): string =>
  `${text.slice(0, caret)}|${text.slice(caret)}`;

describe('a begun mention', () => {
  it.each([
    ['Здравей, @|', ''],
    ['@Ел|', 'Ел'],
    ['Кажи, @"Деси от|', 'Деси от'],
    ['نمستے @مٹی|', 'مٹی'],
    ['(@नदी|', 'नदी'],
  ])('is found in %s', (marked, sought) => expect(mentionAt(...at(marked))?.sought).toBe(sought));

  it.each(['пощата@мост|', '@Елена |', 'Няма|', '@@|'])('is not found in %s', (marked) =>
    expect(mentionAt(...at(marked))).toBeUndefined(),
  );

  it('becomes a whole one, with one space after it', () => {
    const complete = (marked: string, name: string): string => {
      const [text, caret] = at(marked);
      const mention = mentionAt(text, caret);
      return mention ? shown(withMention(text, caret, mention, name)) : 'none';
    };
    expect(complete('Да, @Ел|', 'Елена')).toBe('Да, @Елена |');
    expect(complete('Да, @Де| после', 'Деси от Петрич')).toBe('Да, @"Деси от Петрич" |после');
    expect(complete('@"Деси|"', 'Деси от Петрич')).toBe('@"Деси от Петрич" |');
  });
});

describe('a quotation', () => {
  it('stands in paragraphs of its own, and one goes on after it', () => {
    expect(shown(withQuotation(...at('|'), '> а\n\n'))).toBe('> а\n\n|');
    expect(shown(withQuotation(...at('Преди | след'), '> а\n\n'))).toBe('Преди\n\n> а\n\n|след');
  });
});

describe('the people offered', () => {
  it('are those with a word that begins so, whatever the case, in the order they came', () => {
    const people = ['Румен с колелото', 'Елена од Струмица', 'Баба Цонка'].map((pseudonym) => ({ pseudonym }));
    const names = (sought: string): string[] => bearersOf(people, sought, 'bg').map((one) => one.pseudonym);
    expect(names('стру')).toEqual(['Елена од Струмица']);
    expect(names('')).toHaveLength(3);
    expect(names('к')).toEqual(['Румен с колелото']);
    expect(names('Баба Ц')).toEqual(['Баба Цонка']);
  });
});
