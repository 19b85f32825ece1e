import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { krippendorffAlpha, type Ratings } from './krippendorff.js';

/** Units from the rows of raters, as the paper prints them; a dot is no rating. */
const units = (...raters: string[]): Ratings[] =>
  Array.from(raters[0] ?? '', (_, at) => raters.map((rater) => rater.charAt(at)).filter((rating) => rating !== '.'));

/** 1 less the chance that two ratings of one unit differ over that for any two ratings, pair by pair. */
function pairByPair(all: readonly Ratings[]): number {
  const paired = all.filter(({ length }) => length > 1);
  const differing = (ratings: Ratings) =>
    ratings.flatMap((one, at) => ratings.filter((other, beside) => beside !== at && other !== one)).length;
  const values = paired.flat();
  const seen = paired.map((unit) => differing(unit) / (unit.length - 1)).reduce((sum, one) => sum + one, 0);
  return 1 - seen / values.length / (differing(values) / (values.length * (values.length - 1)));
}

describe("Krippendorff's alpha", () => {
  it('comes to the values of the examples in the paper of 2011', () => {
    // A: two observers, two values; B: two observers, five values; C: four observers, values missing.
    expect(krippendorffAlpha(units('0100000010', '1110010000'))).toBeCloseTo(0.095, 3);
    expect(krippendorffAlpha(units('aabbdcccedda', 'babbbccceddd'))).toBeCloseTo(0.692, 3);
    const observers = ['123321412...', '1233224125.3', '.3332342251.', '12332441251.'];
    expect(krippendorffAlpha(units(...observers))).toBeCloseTo(0.743, 3);
  });

  it('is what counting pair by pair gives, 1 when all agree, and unknown when nothing varies', () => {
    const rating = fc.array(fc.constantFrom('restrict', 'leave', 'unsure'), { maxLength: 4 });
    fc.assert(
      fc.property(fc.array(rating, { maxLength: 12 }), (all) => {
        const alpha = krippendorffAlpha(all);
        const varies = new Set(all.filter(({ length }) => length > 1).flat()).size > 1;
        expect(alpha === undefined).toBe(!varies);
        if (alpha !== undefined) expect(alpha).toBeCloseTo(pairByPair(all), 12);
      }),
    );
    expect(krippendorffAlpha([['a', 'a'], ['b', 'b'], ['c']])).toBe(1);
    expect(krippendorffAlpha([['a', 'a'], ['b']])).toBeUndefined();
  });
});
