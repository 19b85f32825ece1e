import { describe, expect, it } from 'vitest';
import { agreedName, directionOf, isLanguage, languages, scriptOf } from './language.js';

describe('the table of languages', () => {
  it('knows its own codes and nothing that objects inherit', () => {
    expect(Object.keys(languages).every(isLanguage)).toBe(true);
    expect(['xx', 'constructor', 'toString', '__proto__', ''].some(isLanguage)).toBe(false);
  });

  it('names the plural categories that the platform of the browser uses', () => {
    for (const [code, { plurals }] of Object.entries(languages)) {
      const { pluralCategories } = new Intl.PluralRules(code).resolvedOptions();
      expect({ code, plurals: new Set(pluralCategories) }).toEqual({ code, plurals: new Set(plurals) });
    }
  });

  it('TRAP-09: gives the direction by the script that a tag stands for', () => {
    const rightToLeft = ['ur', 'UR-PK', 'ar', 'fa', 'he', 'ps', 'sd', 'ckb', 'yi', 'dv', 'pa-Arab', 'ku-Arab'];
    expect(rightToLeft.filter((tag) => directionOf(tag) !== 'rtl')).toEqual([]);
    const leftToRight = ['en', 'bg', 'mk', 'hi', 'ur-Latn', 'ku', 'az', 'und', '', 'constructor'];
    expect(leftToRight.filter((tag) => directionOf(tag) !== 'ltr')).toEqual([]);
  });

  it('TRAP-13: names a language as both sides could, where platforms do not', () => {
    expect(agreedName('el', 'mk')).toBe('Μακεδονικά');
    expect(agreedName('el', 'bg')).toBeUndefined();
  });

  it('expects no script of a language that is usual in two', () => {
    expect([scriptOf('sr'), scriptOf('sr-Cyrl'), scriptOf('ur-Latn'), scriptOf('toString')]).toEqual([
      undefined,
      'Cyrillic',
      'Latin',
      undefined,
    ]);
  });
});
