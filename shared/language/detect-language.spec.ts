import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLike } from './detect-language.js';

const balkan = ['bg', 'mk', 'en'];
const bulgarian = 'Щяхме да говорим за реката и за общите ѝ води.';
const macedonian = 'Ќе зборуваме за реката и за нејзините заеднички води.';
const hindi = 'हम नदी और उसके पानी के बारे में बात करेंगे।';
const urdu = 'ہم دریا اور اس کے پانی کے بارے میں بات کریں گے۔';

describe('looksLike', () => {
  it('TRAP-10: tells close languages of one script apart by their letters', () => {
    expect(looksLike(bulgarian, 'mk', balkan)).toBe('bg');
    expect(looksLike(macedonian, 'bg', balkan)).toBe('mk');
  });

  it('tells languages apart by their script', () => {
    expect(looksLike(hindi, 'ur', ['ur', 'hi'])).toBe('hi');
    expect(looksLike(urdu, 'hi', ['hi', 'ur'])).toBe('ur');
    expect(looksLike('Let us talk about the river', 'bg', balkan)).toBe('en');
  });

  it('says nothing when the text fits, is short, fits nothing, or when we have no rule', () => {
    expect(looksLike(bulgarian, 'bg', balkan)).toBeUndefined();
    expect(looksLike('Щъркел', 'mk', balkan)).toBeUndefined();
    expect(looksLike('Вода за сите луѓе и България', 'mk', balkan)).toBeUndefined();
    expect(looksLike('Вода за сите на реката', 'bg', balkan)).toBeUndefined();
    expect(looksLike('pani ke bare mein baat', 'ur', ['ur', 'hi'])).toBeUndefined();
    expect(looksLike('Let us talk about the river', 'bg', ['bg', 'xx'])).toBeUndefined();
    expect(looksLike('Пишемо на српском о реци', 'sr', ['sr', 'mk'])).toBeUndefined();
  });

  it('only ever names another language of the dyad', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.constantFrom(...balkan, 'ur', 'zz'),
        (text, named) => {
          const other = looksLike(text, named, balkan);
          expect(other === undefined || (other !== named && balkan.includes(other))).toBe(true);
        },
      ),
    );
  });
});
