import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findWords } from './find-words';

const words = (text: string, sought: string, language: string): string[] =>
  findWords(text, sought, language).map(({ from, to }) => text.slice(from, to));

describe('finding words', () => {
  it('minds neither capitals nor accents, in any language', () => {
    expect(words('Café, cafe, CAFÉ', 'cafe', 'en')).toEqual(['Café', 'cafe', 'CAFÉ']);
    expect(words('Реката. рЕката.', 'река', 'bg')).toEqual(['Река', 'рЕка']);
  });

  it('keeps letters apart that are different letters to those who read them', () => {
    expect(words('мой мои', 'мои', 'bg')).toEqual(['мои']);
    expect(words('की का', 'का', 'hi')).toEqual(['का']);
    expect(words('دریا دیر', 'دریا', 'ur')).toEqual(['دریا']);
  });

  it('finds every place once, and nothing for nothing', () => {
    expect(findWords('ааааа', 'аа', 'bg')).toEqual([
      { from: 0, to: 2 },
      { from: 2, to: 4 },
    ]);
    expect(findWords('text', '  ', 'en')).toEqual([]);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme', minLength: 1 }), (around, sought) => {
        fc.pre(sought.trim() === sought);
        const found = findWords(`${around}|${sought}|`, sought, 'en');
        expect(found.every(({ from, to }, at) => from < to && from >= (found[at - 1]?.to ?? 0))).toBe(true);
      }),
    );
  });
});
