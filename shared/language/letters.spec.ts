import { describe, expect, it } from 'vitest';
import { lettersForeignTo, shareOfScript } from './letters.js';

describe('letters', () => {
  it('of the neighbour are found in any case and in decomposed form', () => {
    expect(lettersForeignTo('mk', 'Щит и и\u0306од')).toEqual(['щ', 'й']);
    expect(lettersForeignTo('bg', 'ЅВЕЗДА')).toEqual(['ѕ']);
    expect(lettersForeignTo('ur', 'كتاب')).toEqual(['ك']);
    expect(lettersForeignTo('hi', 'पानी اور')).toEqual(['ا', 'و', 'ر']);
    expect(lettersForeignTo('ur', 'पानी')).toContain('प');
  });

  it('of the language itself are not', () => {
    expect(lettersForeignTo('mk', 'Ѓаурово, Ќерка, Ѕвезда, Љубов, Њива, Џеб, Јаболко')).toEqual([]);
    expect(lettersForeignTo('bg', 'Щъркел, ябълка, юни, йод, ѝ')).toEqual([]);
    expect(lettersForeignTo('ur', 'کیا یہ ٹھیک ہے؟')).toEqual([]);
    expect(lettersForeignTo('xx', 'anything')).toEqual([]);
  });

  it('are counted by script, where signs and digits do not count', () => {
    expect(shareOfScript('Cyrillic', 'Вода 123!')).toBe(1);
    expect(shareOfScript('Cyrillic', 'да no')).toBe(0.5);
    expect(shareOfScript('Arabic', '…')).toBe(1);
  });
});
