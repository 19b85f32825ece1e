import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, hasHidden, isSafeName, skeleton } from './unicode-safety.js';

describe('Unicode safety', () => {
  it('SEC-61: takes reordering and invisible characters out of a text and composes it', () => {
    expect(cleanText('abc\u202Ecba\u2066\u200B\u0000\uFEFF\u{E0041}\u00AD')).toBe('abccba');
    expect(cleanText('и\u0306')).toBe('й');
    expect(cleanText('a\tb\nc')).toBe('a\tb\nc');
    expect(cleanText('क्\u200Dष می\u200Cخواہم')).toBe('क्\u200Dष می\u200Cخواہم');
  });

  it('SEC-61: a second cleaning changes nothing, and nothing hidden is left', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const clean = cleanText(text);
        expect(hasHidden(clean)).toBe(false);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });

  it.each([
    ['Elena', 'Еlеnа'],
    ['Ана', 'Aна'],
    ['scope', 'ѕсоре'],
    ['Elena', 'EIena'],
    ['Paul', 'Pau1'],
    ['Bob', 'B0b'],
    ['Martin', 'Мartin'],
    ['Dora', 'Dоrа'],
    ['Anna', 'Ánna'],
    ['Тиха вода', 'тиха_вода'],
    ['NIKE', 'ΝΙΚΕ'.replace('Ν', 'N')],
    ['Admin', 'Ａｄｍｉｎ'],
    ['modern', 'modem'],
    ['كريم', 'کریم'],
    ['محمد', 'مُحَمَّد'],
  ])('SEC-61: %s and %s have one skeleton', (name, twin) => {
    expect(skeleton(twin)).toBe(skeleton(name));
  });

  it('SEC-61: names that differ to the eye stay apart', () => {
    const names = ['Elena', 'Елица', 'Ана', 'Иван', 'Jovan', 'Јована', 'احمد', 'محمود', 'आशा', 'उषा', 'Lia', 'Ila'];
    expect(new Set(names.map(skeleton)).size).toBe(names.length);
  });

  it.each(['Elena', 'Елена од Битола', 'احمد علی', 'आशा', 'क्\u200Dष', 'Zoë-2', "O'Neil", 'St. Paul', 'Река_7', '水'])(
    'SEC-61: %s can be worn',
    (name) => {
      expect(isSafeName(name.normalize('NFC'))).toBe(true);
    },
  );

  it.each([
    ['Aна', 'two scripts'],
    ['Aհ', 'a script we do not know beside one that we do'],
    ['a\u202Eb', 'reordering'],
    ['a\u200Bb', 'invisible'],
    ['a\u200Db', 'a joiner in Latin'],
    ['и\u0306од', 'not composed'],
    ['Ａdmin', 'wide letters'],
    ['\u0301bob', 'begins with a mark'],
    [`b${'\u0348'.repeat(9)}ob`, 'a heap of marks'],
    ['<b>', 'signs'],
    [' bob', 'begins with a space'],
    ['bob ', 'ends with a space'],
    ['', 'nothing'],
    ['@bob', 'a sign that means something'],
    ['bob\n', 'a line'],
  ])('SEC-61: %j cannot be worn (%s)', (name) => {
    expect(isSafeName(name)).toBe(false);
  });

  it.each(['a', '\u0301', ' ', 'I', 'Ia', '.', '\u202E', 'क्', '<'])(
    'SEC-46: %j a hundred thousand times makes no check slow',
    (piece) => {
      const long = piece.repeat(100_000 / piece.length);
      const began = performance.now();
      isSafeName(long);
      isSafeName(`${long}!`);
      skeleton(long);
      expect(performance.now() - began).toBeLessThan(500);
    },
  );
});
