import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, trigramsOf } from './trigrams.js';

const alike = (one: string, other: string): number => likeness(trigramsOf(one), trigramsOf(other));

describe('trigrams', () => {
  it('are three signs in a row, with room around each word', () => {
    expect([...trigramsOf('Вода')]).toEqual(['  в', ' во', 'вод', 'ода', 'да ']);
    expect(trigramsOf('... — 🙂').size).toBe(0);
  });

  it('know the words of every language that is spoken here, whatever their letters look like', () => {
    const pairs = [
      ['The river is clean today', 'the RIVER is not clean', 'Trains leave at noon'],
      ['Реката е чиста днес', 'РЕКАТА не е чиста', 'Влакът тръгва по обед'],
      ['नदी का पानी आज साफ़ है', 'नदी का पानी साफ़ नहीं', 'रेलगाड़ी दोपहर को चलेगी'],
      ['دریا کا پانی آج صاف ہے', 'دریا کا پانی صاف نہیں', 'ریل گاڑی دوپہر کو چلے گی'],
    ] as const;
    for (const [text, near, far] of pairs) {
      expect(alike(text, near), text).toBeGreaterThan(0.4);
      expect(alike(text, far), text).toBeLessThan(0.15);
    }
  });

  it('are the same for the same text, in either order, and never more than alike', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (one, other) => {
        expect(alike(one, other)).toBe(alike(other, one));
        expect(alike(one, other)).toBeLessThanOrEqual(1);
        if (trigramsOf(one).size > 0) expect(alike(one, one)).toBe(1);
      }),
    );
  });
});
