import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alike, likeness, marksOf } from './text-marks.js';

const key = Buffer.from('a key that only this test has');
const marks = (text: string): string[] => marksOf(text, key) ?? [];
const likenessOf = (one: string, other: string): number => likeness(marks(one), marks(other));

const speech =
  'Мостът не е ремонтиран от двайсет години. Подписахме три искания, а отговор няма. Елате в събота на площада пред ' +
  'читалището и доведете съседите си, за да ни чуят. Водата в реката спада всяко лято, а ние мълчим.';

describe('marks of a text', () => {
  it.each([
    ['itself', speech],
    ['itself in capitals, with other blanks', speech.toUpperCase().replaceAll(' ', '  ')],
    ['itself in letters of another script', speech.replaceAll('е', 'e').replaceAll('о', 'o')],
    ['itself with signs that nobody sees', speech.replaceAll('о', 'о\u200B')],
    ['itself with a greeting', `Здравейте! ${speech}`],
    ['itself with a word changed', speech.replace('събота', 'неделя')],
  ])('are those of %s', (_, other) => {
    expect(likenessOf(speech, other)).toBeGreaterThanOrEqual(alike);
  });

  it.each([
    [
      'another text',
      'Влакът до морето закъснява всеки ден, а билетите поскъпнаха. Дайте да питаме железниците заедно.',
    ],
    [
      'an answer that quotes a sentence',
      `„Водата в реката спада всяко лято“ — така е, но мерките са вземани на две места и по различно време, затова нека първо сравним таблиците.`,
    ],
  ])('are not those of %s', (_, other) => {
    expect(likenessOf(speech, other)).toBeLessThan(alike / 2);
  });

  it('are not made of greetings', () => {
    expect(['', 'Съгласен съм!', 'Благодаря ви, така е.', '👍'.repeat(100)].map((text) => marksOf(text, key))).toEqual(
      Array(4).fill(undefined),
    );
  });

  it('say nothing without the key', () => {
    expect(likeness(marks(speech), marksOf(speech, Buffer.from('another key')) ?? [])).toBe(0);
  });

  const unit = fc.constantFrom(...'абвгдежзиклмн', ...'نمک', 'क', 'ß', '\u{10400}', ' ', '\u200B', '\u0301', '\uD800');

  it('are few, each different, and the same again, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit, minLength: 100, maxLength: 600 }), (text) => {
        const made = marks(text);
        expect(made).not.toEqual([]);
        expect(made.length).toBeLessThanOrEqual(64);
        expect(new Set(made).size).toBe(made.length);
        expect(made.every((mark) => BigInt.asIntN(64, BigInt(mark)) === BigInt(mark))).toBe(true);
        expect(marks(text)).toEqual(made);
      }),
    );
  });
});
