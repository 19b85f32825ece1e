import { describe, expect, it } from 'vitest';
import { negatesAlike, negationsIn } from './negation.js';

describe('negations', () => {
  it.each([
    ['mk', 'Не се согласувам, никогаш; немаме ниту мост.', 4],
    ['mk', 'Небото е сино, нему му е добро, ненадејно.', 0],
    ['mk', 'НЕМА, Немој, немојте', 3],
    ['bg', 'Не съм съгласен, никога; нямаме нито мост.', 4],
    ['bg', 'Небето е синьо, някой го няма, ни казаха.', 1],
    ['en', "I don't know, nobody can’t; it is not so, we cannot.", 5],
    ['en', 'Another knot, the notion, nowadays.', 0],
    ['hi', 'मैं कभी नहीं मानता, मत जाओ।', 2],
    ['hi', 'नाम और नदी, मतलब, नहर।', 0],
    ['ur', 'میں نہیں مانتا، نہ جاؤ۔', 2],
    ['ur', 'نہر اور نام، مطلب، مہینہ', 0],
  ])('of %s in: %s', (language, text, count) => {
    expect(negationsIn(text, language)).toBe(count);
    expect(negationsIn(text.normalize('NFD'), language)).toBe(count);
  });

  it('in a language without a list are not counted, and nothing is said', () => {
    expect(negationsIn('Nicht!', 'de')).toBeUndefined();
    expect(negatesAlike(undefined, 'de', 3, 'bg')).toBe(true);
  });

  it('are as many in languages that deny alike, and some or none in languages that do not', () => {
    expect(negatesAlike(2, 'mk', 1, 'bg')).toBe(false);
    expect(negatesAlike(1, 'hi', 1, 'ur')).toBe(true);
    expect(negatesAlike(2, 'bg', 1, 'en')).toBe(true);
    expect(negatesAlike(0, 'en', 1, 'mk')).toBe(false);
  });
});
